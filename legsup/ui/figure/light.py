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

Levels = tuple[int, ...]
#: Left, top, right and bottom in pixels; right and bottom are just outside.
Box = tuple[int, int, int, int]
#: A zone's opacity counts in so many steps; finer ones cannot be seen. A zone that is but one step from where it would
#: be waits for the next: that cannot be seen either, and much less is painted.
_STEPS, _WAITS = 96, 1
#: The breath counts in so many moments for the zones, each reckoned once; and the path has so many places for the halo,
#: between which it glides.
_MOMENTS, _PLACES = 512, 256
#: Legs further apart than this (body heights) have a halo each; two of this strength are as bright as one.
_APART, _EACH = 0.05, 0.55


class Light:
    """The light in one picture, as a moment of the breath: an opacity for each zone and a place for the halo."""

    def __init__(self, picture: Picture, ratio: float) -> None:
        self._zones = tuple(zones(picture, ratio))
        self._boxes = [_box(zone.rect) for zone in self._zones]
        self._dark: Levels = (0,) * len(self._zones)
        self._levels: list[int] = list(self._dark)
        self._screen = picture.screen
        self._path = body_path(picture.pose)
        self._known: dict[tuple[int, int, bool], tuple[Levels, float]] = {}
        self._halo = bloom(picture, ratio)
        self._halo_size = self._halo.deviceIndependentSize().toSize()
        self._halos: tuple[Box, ...] = ()
        self._halo_level = 0

    def move(
        self, awareness: float | None, direction: int, *, still: bool = False, strength: float = 1.0
    ) -> QRect:
        """Set the light to a moment of the breath (None: no light) and give what has changed."""
        halos, halo_level = self._halos, self._halo_level
        wanted = self._dark
        if awareness is None or strength <= 0.0:
            self._halos = ()
        else:
            wanted, halo = self._moment(round(awareness * _MOMENTS), direction, still=still)
            if strength < 1.0:
                wanted = tuple(round(strength * level) for level in wanted)
            self._place_halo(awareness, strength * halo)
        changed = self._turn_to(wanted)
        if halos != self._halos or halo_level != self._halo_level:
            changed += (*halos, *self._halos)
        return _around(changed)

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint whatever of the light touches the area."""
        left, top, right, bottom = _box(area)
        for zone, (west, north, east, south), level in zip(
            self._zones, self._boxes, self._levels, strict=True
        ):
            if level and west < right and east > left and north < bottom and south > top:
                painter.setOpacity(level / _STEPS)
                painter.drawPixmap(zone.corner, zone.picture)
        painter.setOpacity(self._halo_level / _STEPS)
        for west, north, _, _ in self._halos:
            painter.drawPixmap(west, north, self._halo)
        painter.setOpacity(1.0)

    def _turn_to(self, wanted: Levels) -> list[Box]:
        """Set the zones to levels and give where that changes them."""
        changed: list[Box] = []
        levels = self._levels
        for number, level in enumerate(wanted):
            if levels[number] != level and not (level and abs(levels[number] - level) <= _WAITS):
                levels[number] = level
                changed.append(self._boxes[number])
        return changed

    def _moment(self, moment: int, direction: int, *, still: bool) -> tuple[Levels, float]:
        """Give the levels of the zones and of the halo at a moment of the breath."""
        known = self._known.get((moment, direction, still))
        if known is None:
            awareness = moment / _MOMENTS
            if still:
                shine = partial(still_brightness, awareness=awareness, direction=direction)
            else:
                shine = shining(awareness, direction)
            levels = tuple(round(shine(zone.place) * _STEPS) for zone in self._zones)
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
        self._halo_level = 0
        self._halos = ()
        if level <= 0.0:
            return
        at = min(int(awareness * _PLACES), _PLACES - 1)
        on, (first, second) = awareness * _PLACES - at, self._track[at : at + 2]
        x, y, z, w = (low + on * (high - low) for low, high in zip(first, second, strict=True))
        wide, high = self._halo_size.width(), self._halo_size.height()
        apart = abs(x - z) + abs(y - w) > _APART * self._screen.scale
        places = ((x, y), (z, w)) if apart else (((x + z) / 2, (y + w) / 2),)
        corners = ((round(left - wide / 2), round(top - high / 2)) for left, top in places)
        self._halos = tuple((left, top, left + wide, top + high) for left, top in corners)
        self._halo_level = round(level * (_EACH if apart else 1.0) * _STEPS)


def _box(rect: QRect) -> Box:
    left, top = rect.x(), rect.y()
    return left, top, left + rect.width(), top + rect.height()


def _around(boxes: list[Box]) -> QRect:
    """Give the rectangle round all of them."""
    if not boxes:
        return QRect()
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    left, top = min(lefts), min(tops)
    return QRect(left, top, max(rights) - left, max(bottoms) - top)
