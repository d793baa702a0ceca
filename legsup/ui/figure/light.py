"""The light of breath: lit zones painted once, then mixed anew for every moment; only what changes is painted again."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from legsup.domain.body.body_path import body_path
from legsup.ui.figure.glow import shining, still_brightness
from legsup.ui.figure.zones import bloom, zones

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from legsup.ui.figure.picture import Picture

Levels = tuple[float, ...]
#: A zone's opacity counts in steps of this size; finer ones cannot be seen.
_STEP = 1 / 96
#: The breath counts in so many moments for the zones, each reckoned once; and the path has so many places for the halo,
#: between which it glides.
_MOMENTS, _PLACES = 512, 256
#: Legs further apart than this (body heights) have a halo each; two of this strength are as bright as one.
_APART, _EACH = 0.05, 0.55


class Light:
    """The light in one picture, as a moment of the breath: an opacity for each zone and a place for the halo."""

    def __init__(self, picture: Picture, ratio: float) -> None:
        self._zones = tuple(zones(picture, ratio))
        self._levels = (0.0,) * len(self._zones)
        self._screen = picture.screen
        self._path = body_path(picture.pose)
        self._known: dict[tuple[int, int, bool], tuple[Levels, float]] = {}
        self._halo = bloom(picture, ratio)
        self._halo_size = self._halo.deviceIndependentSize().toSize()
        self._halos: tuple[QRect, ...] = ()
        self._halo_level = 0.0

    def move(
        self, awareness: float | None, direction: int, *, still: bool = False, strength: float = 1.0
    ) -> QRect:
        """Set the light to a moment of the breath (None: no light) and give what has changed."""
        before, halos, halo_level = self._levels, self._halos, self._halo_level
        if awareness is None or strength <= 0.0:
            self._levels = (0.0,) * len(self._zones)
            self._halos = ()
        else:
            levels, halo = self._moment(round(awareness * _MOMENTS), direction, still=still)
            self._levels = levels if strength >= 1.0 else tuple(_stepped(strength * each) for each in levels)
            self._place_halo(awareness, strength * halo)
        changed = QRect()
        for zone, old, new in zip(self._zones, before, self._levels, strict=True):
            if old != new:
                changed = changed.united(zone.rect)
        if halos != self._halos or halo_level != self._halo_level:
            for rect in (*halos, *self._halos):
                changed = changed.united(rect)
        return changed

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint whatever of the light touches the area."""
        for zone, level in zip(self._zones, self._levels, strict=True):
            if level > 0.0 and zone.rect.intersects(area):
                painter.setOpacity(level)
                painter.drawPixmap(zone.corner, zone.picture)
        painter.setOpacity(self._halo_level)
        for halo in self._halos:
            painter.drawPixmap(halo.topLeft(), self._halo)
        painter.setOpacity(1.0)

    def _moment(self, moment: int, direction: int, *, still: bool) -> tuple[Levels, float]:
        """Give the levels of the zones and of the halo at a moment of the breath."""
        known = self._known.get((moment, direction, still))
        if known is None:
            awareness = moment / _MOMENTS
            if still:
                shine = partial(still_brightness, awareness=awareness, direction=direction)
            else:
                shine = shining(awareness, direction)
            levels = tuple(_stepped(shine(zone.place)) for zone in self._zones)
            known = (levels, 0.0 if still else shine(awareness))
            self._known[moment, direction, still] = known
        return known

    @cached_property
    def _track(self) -> list[tuple[float, float, float, float]]:
        """The path in pixels, left and right leg, from the soles to the crown."""
        places = (self._path.at(number / _PLACES) for number in range(_PLACES + 1))
        return [(*self._screen.point(left), *self._screen.point(right)) for left, right in places]

    def _place_halo(self, awareness: float, level: float) -> None:
        """Put one halo where the light is, or one on each leg where the legs are apart; none for a level of 0."""
        self._halo_level = 0.0
        self._halos = ()
        if level <= 0.0:
            return
        at = min(int(awareness * _PLACES), _PLACES - 1)
        on, (first, second) = awareness * _PLACES - at, self._track[at : at + 2]
        x, y, z, w = (low + on * (high - low) for low, high in zip(first, second, strict=True))
        size = self._halo_size
        half, tall = size.width() / 2, size.height() / 2
        apart = abs(x - z) + abs(y - w) > _APART * self._screen.scale
        places = ((x, y), (z, w)) if apart else (((x + z) / 2, (y + w) / 2),)
        self._halos = tuple(
            QRect(round(left - half), round(top - tall), size.width(), size.height()) for left, top in places
        )
        self._halo_level = _stepped(level * (_EACH if apart else 1.0))


def _stepped(level: float) -> float:
    return round(level / _STEP) * _STEP
