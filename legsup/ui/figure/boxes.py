"""Boxes of whole pixels as plain numbers: for what is reckoned sixty times a second they cost less than Qt's rectangles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Left, top, right and bottom in pixels; right and bottom are just outside.
Box = tuple[int, int, int, int]


def box_of(rect: QRect) -> Box:
    """Give a rectangle as a box."""
    left, top = rect.x(), rect.y()
    return left, top, left + rect.width(), top + rect.height()


def rect_of(box: Box) -> QRect:
    """Give a box as a rectangle."""
    left, top, right, bottom = box
    return QRect(left, top, right - left, bottom - top)


def around(boxes: Iterable[Box]) -> Box:
    """Give the box round all of them, of which there is at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def touch(first: Box, second: Box) -> bool:
    """Whether two boxes have a pixel in common."""
    return first[0] < second[2] and first[2] > second[0] and first[1] < second[3] and first[3] > second[1]
