"""Small pictures of what a practice needs, as strokes in a square, and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from legsup.domain.needs import Need
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Strokes through points of a square of side 24.
_STROKES: dict[Need, Sequence[Sequence[tuple[float, float]]]] = {
    Need.WALL: (
        ((4, 4), (20, 4), (20, 20), (4, 20), (4, 4)),
        ((4, 9.3), (20, 9.3)),
        ((4, 14.6), (20, 14.6)),
        ((12, 4), (12, 9.3)),
        ((8, 9.3), (8, 14.6)),
        ((16, 9.3), (16, 14.6)),
        ((12, 14.6), (12, 20)),
    ),
    Need.CHAIR: (((7, 3), (7, 21)), ((7, 13), (18, 13)), ((18, 13), (18, 21))),
    Need.BED: (
        ((3, 5), (3, 20)),
        ((3, 16), (21, 16), (21, 20)),
        ((3, 12), (21, 12), (21, 16)),
        ((6, 12), (6, 9), (11, 9), (11, 12)),
    ),
    Need.CUSHION: (((4, 8), (12, 9.5), (20, 8), (18.5, 12.5), (20, 17), (12, 15.5), (4, 17), (5.5, 12.5), (4, 8)),),
    Need.BLOCKS: (
        ((3, 13), (21, 13), (21, 19), (3, 19), (3, 13)),
        ((6, 7), (18, 7), (18, 13), (6, 13), (6, 7)),
    ),
    Need.STRAP: (
        ((5, 9), (3.5, 12), (5, 15), (9, 16.5), (14, 16.5), (18, 15), (20.5, 12), (18, 9), (14, 7.5), (9, 7.5), (5, 9)),
        ((13, 14), (17, 14), (17, 20), (13, 20), (13, 14)),
    ),
}  # fmt: skip
_SIDE = 24.0


def need_picture(need: Need, colour: str, side: int, ratio: float) -> QPixmap:
    """Paint what is needed in a colour, ``side`` pixels wide and high, with ``ratio`` device pixels to each."""
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / _SIDE, side / _SIDE)
    painter.setPen(
        QPen(QColor(colour), 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    for stroke in _STROKES[need]:
        painter.drawPolyline([QPointF(x, y) for x, y in stroke])
    if need is Need.CHAIR:
        painter.fillRect(QRectF(7, 12, 11, 2.4), QColor(colour))
    painter.end()
    return picture


def need_name(need: Need) -> str:
    """Name what is needed."""
    match need:
        case Need.WALL:
            return tr("a wall")
        case Need.CHAIR:
            return tr("a chair")
        case Need.BED:
            return tr("a bed")
        case Need.CUSHION:
            return tr("a cushion")
        case Need.BLOCKS:
            return tr("blocks")
        case Need.STRAP:
            return tr("a strap")


def needs_text(needs: Iterable[Need]) -> str:
    """Say what is needed, for those who do not see it; nothing where nothing is."""
    named = ", ".join(need_name(need) for need in needs)
    return tr("Needs {things}.").format(things=named) if named else ""
