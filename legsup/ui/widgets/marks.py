"""The marks that controls bear: tick, arrow, plus and minus, painted in the colour that is handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    Stroke = Sequence[tuple[float, float]]

#: Each mark as strokes in a square of side 1.
TICK: Sequence[Stroke] = (((0.18, 0.54), (0.41, 0.77), (0.84, 0.26)),)
DOWN: Sequence[Stroke] = (((0.15, 0.34), (0.50, 0.68), (0.85, 0.34)),)
UP: Sequence[Stroke] = (((0.15, 0.66), (0.50, 0.32), (0.85, 0.66)),)
PLUS: Sequence[Stroke] = (((0.15, 0.5), (0.85, 0.5)), ((0.5, 0.15), (0.5, 0.85)))
MINUS: Sequence[Stroke] = (((0.15, 0.5), (0.85, 0.5)),)


def paint_mark(widget: QWidget, mark: Sequence[Stroke], place: QRectF, colour: QColor) -> None:
    """Paint a mark on a widget, within its paint event, as large as fits into a place."""
    side = min(place.width(), place.height())
    left, top = place.center().x() - side / 2, place.center().y() - side / 2
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(
        QPen(
            colour,
            max(1.6, side / 7),
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    for stroke in mark:
        painter.drawPolyline([QPointF(left + x * side, top + y * side) for x, y in stroke])
    painter.end()


def middle(place: QRectF, side: float) -> QRectF:
    """Give the square of a side in the middle of a place."""
    square = QRectF(0, 0, side, side)
    square.moveCenter(place.center())
    return square
