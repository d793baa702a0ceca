"""The light of breath: lit zones painted once, then mixed anew for every moment; only what changes is painted again."""

from __future__ import annotations

from functools import partial
from math import acos, cos, pi
from typing import TYPE_CHECKING

from legsup.domain.body.body_path import body_path
from legsup.ui.figure.boxes import Box, around, touch
from legsup.ui.figure.glow import gleam, shining, still_brightness
from legsup.ui.figure.zones import bloom, zones

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from legsup.ui.figure.picture import Picture

Halos = tuple[Box, ...]
#: A moment of the breath: the opacity of each zone, where halos are, and theirs.
Moment = tuple[tuple[int, ...], Halos, int]
#: A zone's opacity counts in so many steps; finer ones cannot be seen.
_STEPS = 96
#: A zone may lag by a step; while the light goes fast between these, by two: no eye sees it, and much less is painted.
_FAST = (0.15, 0.85)
#: Zones further from the light than this (shares of the path) reach out from under its halo.
_FAR = 0.24
#: The breath counts in so many moments, each reckoned once. They are as long as one another while it eases in and out, so
#: that near its turns they lie close together on the body.
_MOMENTS = 640
_A_TURN = _MOMENTS / pi
#: So many moments are reckoned at once: in 0.3 ms.
_AT_ONCE = 16
#: Legs further apart than this (body heights) have a halo each.
_APART = 0.05


class Light:
    """The light in one picture, as a moment of the breath: an opacity for each zone and a place for the halo.

    It is told sixty times a second, between which everything else passes through the processor's caches: so a moment
    is one thing to find, and what stays as it is is not touched.
    """

    def __init__(self, picture: Picture, ratio: float) -> None:
        self._zones = tuple(zones(picture, ratio))
        self._dark: Moment = (0,) * len(self._zones), (), 0
        self._shown = self._dark
        self._levels = list(self._dark[0])
        self._halos: Halos = ()
        self._halo_level = 0
        self._screen = picture.screen
        self._path = body_path(picture.pose)
        self._known: dict[tuple[int, int, bool], Moment] = {}
        self._halo = bloom(picture, ratio)
        self._halo_size = self._halo.deviceIndependentSize().toSize()

    def move(
        self, awareness: float | None, direction: int, *, still: bool = False, strength: float = 1.0
    ) -> Box | None:
        """Set the light to a moment of the breath, an awareness of 0-1 (None: no light), and give what has changed, if anything has."""
        if awareness is None:
            wanted = self._dark
        else:
            key = (round(acos(1.0 - 2.0 * awareness) * _A_TURN), direction, still)
            wanted = self._known.get(key) or self._reckon_near(key)
            if strength < 1.0:
                wanted = _dimmed(wanted, strength)
        if wanted is self._shown:
            return None
        self._shown = wanted
        return self._turn_to(wanted, awareness or 0.0)

    def paint(self, painter: QPainter, area: Box) -> None:
        """Paint whatever of the light touches the area."""
        # All of it has one colour, so that its order makes no difference: what needs no other opacity comes first.
        opacity = _STEPS
        if self._halo_level != opacity:
            opacity = self._halo_level
            painter.setOpacity(opacity / _STEPS)
        for left, top, _, _ in self._halos:
            painter.drawPixmap(left, top, self._halo)
        for zone, level in zip(self._zones, self._levels, strict=True):
            if level and touch(zone.box, area):
                if level != opacity:
                    opacity = level
                    painter.setOpacity(opacity / _STEPS)
                picture = zone.picture
                left, top, _, _ = zone.box
                painter.drawPixmap(left, top, picture)

    def _turn_to(self, wanted: Moment, awareness: float) -> Box | None:
        levels, halos, halo_level = wanted
        shown, zones, waits = self._levels, self._zones, 2 if _FAST[0] < awareness < _FAST[1] else 1
        late: list[int] = []
        due: list[int] = []
        far = False
        for number, level in enumerate(levels):
            away = shown[number] - level
            if away:
                late.append(number)
                if not level or not -waits <= away <= waits:
                    due.append(number)
                    far = far or not -_FAR < zones[number].place - awareness < _FAR
        changed: list[Box] = []
        # What lies beyond the halo makes far more to paint: then all go that are late, so that it happens less often.
        for number in late if far else due:
            shown[number] = levels[number]
            changed.append(zones[number].box)
        if halos != self._halos or halo_level != self._halo_level:
            changed += (*self._halos, *halos)
            self._halos, self._halo_level = halos, halo_level
        return around(changed) if changed else None

    def _reckon_near(self, key: tuple[int, int, bool]) -> Moment:
        """Reckon a moment and those that lie round it: of many at once each takes a quarter of the time."""
        moment, direction, still = key
        first = moment // _AT_ONCE * _AT_ONCE
        for near in range(first, min(first + _AT_ONCE, _MOMENTS + 1)):
            self._reckon((near, direction, still))
        return self._known[key]

    def _reckon(self, key: tuple[int, int, bool]) -> Moment:
        """Reckon a moment of the breath."""
        moment, direction, still = key
        awareness = (1.0 - cos(pi * moment / _MOMENTS)) / 2.0
        if still:
            shine = partial(still_brightness, awareness=awareness, direction=direction)
        else:
            shine = shining(awareness, direction)
        halos = () if still else self._placed(awareness)
        halo_level = round(gleam(shine(awareness), len(halos)) * _STEPS) if halos else 0
        levels = tuple(round(shine(zone.place) * _STEPS) for zone in self._zones)
        self._known[key] = levels, halos, halo_level
        return self._known[key]

    def _placed(self, awareness: float) -> Halos:
        """Give where one halo is, where the light is, or one on each leg where the legs are apart."""
        (x, y), (z, w) = (self._screen.point(place) for place in self._path.at(awareness))
        wide, high = self._halo_size.width(), self._halo_size.height()
        apart = abs(x - z) + abs(y - w) > _APART * self._screen.scale
        places = ((x, y), (z, w)) if apart else (((x + z) / 2, (y + w) / 2),)
        corners = ((round(left - wide / 2), round(top - high / 2)) for left, top in places)
        return tuple((left, top, left + wide, top + high) for left, top in corners)


def _dimmed(moment: Moment, strength: float) -> Moment:
    levels, halos, halo_level = moment
    level = round(strength * halo_level)
    return tuple(round(strength * each) for each in levels), halos if level else (), level
