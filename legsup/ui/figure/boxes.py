"""Boxes of whole pixels as plain numbers: for what is reckoned sixty times a second they cost less than Qt's rectangles."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Left, top, right and bottom in pixels; right and bottom are just outside.
Box = tuple[int, int, int, int]


def box_of(rect: QRect) -> Box:
    """Give a rectangle as a box."""
    # One call for all four; PySide's types know it as an object.
    left, top, right, bottom = cast("Box", rect.getCoords())
    return left, top, right + 1, bottom + 1


def rect_of(box: Box) -> QRect:
    """Give a box as a rectangle."""
    left, top, right, bottom = box
    return QRect(left, top, right - left, bottom - top)


def around(boxes: Iterable[Box]) -> Box:
    """Give the box round all of them, of which there is at least one."""
    rest = iter(boxes)
    left, top, right, bottom = next(rest)
    # Said with min and max it takes four times as long.
    for west, north, east, south in rest:
        if west < left:  # noqa: PLR1730 - see above
            left = west
        if north < top:  # noqa: PLR1730
            top = north
        if east > right:  # noqa: PLR1730
            right = east
        if south > bottom:  # noqa: PLR1730
            bottom = south
    return left, top, right, bottom


def touch(first: Box, second: Box) -> bool:
    """Whether two boxes have a pixel in common."""
    return first[0] < second[2] and first[2] > second[0] and first[1] < second[3] and first[3] > second[1]
