"""Lays pictures out on a contact sheet, each under its name."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Pixels: as large as a picture becomes on a sheet, the gap between two, and the height of a name.
LARGEST, GAP, NAME = QSize(640, 480), 12, 26
GROUND, INK = QColor("#808080"), QColor("#ffffff")


def sheet(pictures: Sequence[tuple[str, QImage]], title: str) -> QImage:
    """Lay out pictures with their names, about as many to a row as there are rows; the title stands above them.

    Raises:
        ValueError: there are no pictures.
    """
    if not pictures:
        raise ValueError("a sheet needs pictures")
    shown = [(name, _small(image)) for name, image in pictures]
    columns = ceil(sqrt(len(shown)))
    wide = max(image.width() for _, image in shown) + GAP
    high = max(image.height() for _, image in shown) + GAP + NAME
    rows = ceil(len(shown) / columns)
    made = QImage(columns * wide + GAP, rows * high + GAP + NAME, QImage.Format.Format_RGB32)
    made.fill(GROUND)
    painter = QPainter(made)
    painter.setPen(INK)
    painter.setFont(QFont("", 12, QFont.Weight.Bold))
    painter.drawText(QPoint(GAP, NAME - 6), title)
    painter.setFont(QFont("", 10))
    for at, (name, image) in enumerate(shown):
        left, top = GAP + at % columns * wide, GAP + NAME + at // columns * high
        painter.drawText(QRect(left, top, wide, NAME), Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawImage(left, top + NAME, image)
    painter.end()
    return made


def _small(image: QImage) -> QImage:
    if image.size().boundedTo(LARGEST) == image.size():
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(LARGEST, keep, smooth)
