"""The room around the figure: back wall, the wall of the practice, floor, and the shadows that rest on the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPolygonF, QRadialGradient

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legsup.domain.body import Ellipsoid
    from legsup.domain.space import Vector
    from legsup.ui.figure.camera import Screen
    from legsup.ui.theme import Theme

#: Where the back wall stands, and how far floor and walls run on beyond any picture, in body heights.
BACK = -0.62
_FAR = 9.0


def paint_room(painter: QPainter, screen: Screen, theme: Theme, area: QRectF, floor: float = 0.0) -> None:
    """Fill the area with the empty room; ``floor`` is the height of its floor, lower than 0 under a bed."""
    painter.setPen(Qt.PenStyle.NoPen)
    sky = QLinearGradient(area.topLeft(), area.bottomLeft())
    sky.setColorAt(0.0, QColor(theme.night_top))
    sky.setColorAt(1.0, QColor(theme.night_low))
    painter.fillRect(area, sky)
    corner = _point(screen, (0.0, floor, BACK))
    near = _point(screen, (0.0, floor, 0.9))
    wall = QLinearGradient(corner, QPointF(near.x(), corner.y()))
    wall.setColorAt(0.0, QColor(theme.wall_far))
    wall.setColorAt(1.0, QColor(theme.wall))
    painter.setBrush(wall)
    painter.drawPolygon(
        _shape(screen, ((0, floor, BACK), (0, _FAR, BACK), (0, _FAR, _FAR), (0, floor, _FAR)))
    )
    boards = QLinearGradient(QPointF(0.0, corner.y()), QPointF(0.0, max(near.y(), corner.y() + 1.0)))
    boards.setColorAt(0.0, QColor(theme.floor))
    boards.setColorAt(1.0, QColor(theme.floor_near))
    painter.setBrush(boards)
    painter.drawPolygon(
        _shape(screen, ((-_FAR, floor, BACK), (0, floor, BACK), (0, floor, _FAR), (-_FAR, floor, _FAR)))
    )


def paint_shadow(painter: QPainter, screen: Screen, theme: Theme, pieces: Iterable[Ellipsoid]) -> None:
    """Lay a soft shadow on the floor under whatever is near it."""
    painter.setPen(Qt.PenStyle.NoPen)
    for piece in pieces:
        x, height, z = piece.middle
        widest = max(piece.radii)
        closeness = 1.0 - (height - min(piece.radii)) / 0.22
        if closeness <= 0.0:
            continue
        middle = _point(screen, (x, 0.0, z))
        radius = screen.scale * (widest + 0.02 + 0.05 * (1.0 - closeness))
        painter.save()
        painter.translate(middle)
        painter.scale(1.0, max(0.28, abs(screen.lens.toward[1])))
        painter.setBrush(_spot(theme.shadow, radius, 0.10 * closeness))
        painter.drawEllipse(QPointF(0.0, 0.0), radius, radius)
        painter.restore()


def _spot(colour: str, radius: float, strength: float) -> QBrush:
    gradient = QRadialGradient(QPointF(0.0, 0.0), radius)
    for step in range(7):
        share = step / 6
        tone = QColor(colour)
        tone.setAlphaF(strength * (1.0 - share * share) ** 2)
        gradient.setColorAt(share, tone)
    return QBrush(gradient)


def _point(screen: Screen, place: Vector) -> QPointF:
    return QPointF(*screen.point(place))


def _shape(screen: Screen, places: Iterable[Vector]) -> QPolygonF:
    return QPolygonF([_point(screen, place) for place in places])
