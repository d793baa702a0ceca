"""The light of breath: lit zones painted once, then mixed anew for every moment; only what changes is painted again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect

from legsup.domain.body.body_path import body_path
from legsup.ui.figure.glow import brightness, still_brightness
from legsup.ui.figure.zones import bloom, zones

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from legsup.ui.figure.picture import Picture

#: A zone's opacity counts in steps of this size; finer ones cannot be seen.
_STEP = 1 / 96
#: Legs further apart than this (body heights) have a halo each; two of this strength are as bright as one.
_APART, _EACH = 0.05, 0.55


class Light:
    """The light in one picture, as a moment of the breath: an opacity for each zone and a place for the halo."""

    def __init__(self, picture: Picture, ratio: float) -> None:
        self._zones = tuple(zones(picture, ratio))
        self._levels = (0.0,) * len(self._zones)
        self._screen = picture.screen
        self._path = body_path(picture.pose)
        self._halo = bloom(picture, ratio)
        self._halo_size = self._halo.deviceIndependentSize().toSize()
        self._halo_corners: tuple[QPointF, ...] = ()
        self._halo_level = 0.0

    def move(
        self, awareness: float | None, direction: int, *, still: bool = False, strength: float = 1.0
    ) -> QRect:
        """Set the light to a moment of the breath (None: no light) and give what has changed."""
        before, halos = self._levels, (self._halo_corners, self._halo_level)
        stale = self._halo_rects()
        if awareness is None or strength <= 0.0:
            self._levels = (0.0,) * len(self._zones)
            self._halo_corners = ()
        else:
            shine = still_brightness if still else brightness
            self._levels = tuple(
                _stepped(strength * shine(zone.place, awareness, direction)) for zone in self._zones
            )
            self._place_halo(
                awareness, 0.0 if still else strength * brightness(awareness, awareness, direction)
            )
        changed = QRect()
        for zone, old, new in zip(self._zones, before, self._levels, strict=True):
            if old != new:
                changed = changed.united(zone.rect)
        if halos != (self._halo_corners, self._halo_level):
            for rect in (*stale, *self._halo_rects()):
                changed = changed.united(rect)
        return changed

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint whatever of the light touches the area."""
        for zone, level in zip(self._zones, self._levels, strict=True):
            if level > 0.0 and zone.rect.intersects(area):
                painter.setOpacity(level)
                painter.drawPixmap(zone.rect.topLeft(), zone.picture)
        painter.setOpacity(self._halo_level)
        for corner in self._halo_corners:
            painter.drawPixmap(corner, self._halo)
        painter.setOpacity(1.0)

    def _place_halo(self, awareness: float, level: float) -> None:
        """Put one halo where the light is, or one on each leg where the legs are apart; none for a level of 0."""
        self._halo_level = 0.0
        self._halo_corners = ()
        if level <= 0.0:
            return
        half = QPointF(self._halo_size.width() / 2, self._halo_size.height() / 2)
        left, right = (QPointF(*self._screen.point(point)) for point in self._path.at(awareness))
        apart = (left - right).manhattanLength() > _APART * self._screen.scale
        places = (left, right) if apart else ((left + right) / 2,)
        self._halo_corners = tuple(QPointF((place - half).toPoint()) for place in places)
        self._halo_level = _stepped(level * (_EACH if apart else 1.0))

    def _halo_rects(self) -> tuple[QRect, ...]:
        return tuple(QRect(corner.toPoint(), self._halo_size) for corner in self._halo_corners)


def _stepped(level: float) -> float:
    return round(level / _STEP) * _STEP
