"""The light of breath: lit zones painted once, then mixed anew for every moment; only what changes is painted again."""

from __future__ import annotations

from functools import partial
from math import acos, cos, pi
from typing import TYPE_CHECKING

from legsup.domain.body.body_path import body_path
from legsup.ui.figure.boxes import Box, around, touch
from legsup.ui.figure.glow import shining, still_brightness
from legsup.ui.figure.zones import bloom, zones

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from legsup.ui.figure.picture import Picture

Halos = tuple[Box, ...]
#: A moment of the breath: the opacity of each zone, where halos are, and theirs.
Moment = tuple[tuple[int, ...], Halos, int]
#: A zone's opacity counts in so many steps; finer ones cannot be seen. A zone that is but one step from where it would
#: be waits for the next: that cannot be seen either, and much less is painted.
_STEPS, _WAITS = 96, 1
#: The breath counts in so many moments, each reckoned once. They are as long as one another while it eases in and out, so
#: that near its turns they lie close together on the body.
_MOMENTS = 640
#: Legs further apart than this (body heights) have a halo each; two of this strength are as bright as one.
_APART, _EACH = 0.05, 0.55


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
        """Set the light to a moment of the breath (None: no light) and give what has changed, if anything has."""
        if awareness is None:
            wanted = self._dark
        else:
            turned = acos(max(-1.0, min(1.0, 1.0 - 2.0 * awareness))) / pi
            key = (round(turned * _MOMENTS), direction, still)
            wanted = self._known.get(key) or self._reckon(key)
            if strength < 1.0:
                wanted = _dimmed(wanted, strength)
        if wanted is self._shown:
            return None
        self._shown = wanted
        return self._turn_to(*wanted)

    def paint(self, painter: QPainter, area: Box) -> None:
        """Paint whatever of the light touches the area."""
        for zone, level in zip(self._zones, self._levels, strict=True):
            if level and touch(zone.box, area):
                painter.setOpacity(level / _STEPS)
                picture = zone.picture
                left, top, _, _ = zone.box
                painter.drawPixmap(left, top, picture)
        painter.setOpacity(self._halo_level / _STEPS)
        for west, north, _, _ in self._halos:
            painter.drawPixmap(west, north, self._halo)

    def _turn_to(self, wanted: tuple[int, ...], halos: Halos, halo_level: int) -> Box | None:
        levels, late, due = self._levels, list[int](), list[int]()
        for number, level in enumerate(wanted):
            away = levels[number] - level
            if away:
                late.append(number)
                if not level or not -_WAITS <= away <= _WAITS:
                    due.append(number)
        # What lies beyond the halos makes far more to paint: then all go that are late, so that it happens less often.
        if due != late and any(not self._by_a_halo(number) for number in due):
            due = late
        changed = [self._zones[number].box for number in due]
        for number in due:
            levels[number] = wanted[number]
        if halos != self._halos or halo_level != self._halo_level:
            changed += (*self._halos, *halos)
            self._halos, self._halo_level = halos, halo_level
        return around(changed) if changed else None

    def _by_a_halo(self, number: int) -> bool:
        return any(touch(self._zones[number].box, halo) for halo in self._halos)

    def _reckon(self, key: tuple[int, int, bool]) -> Moment:
        """Reckon a moment of the breath."""
        moment, direction, still = key
        awareness = (1.0 - cos(pi * moment / _MOMENTS)) / 2.0
        if still:
            shine = partial(still_brightness, awareness=awareness, direction=direction)
        else:
            shine = shining(awareness, direction)
        halos = () if still else self._placed(awareness)
        halo_level = round(shine(awareness) * (_EACH if len(halos) > 1 else 1.0) * _STEPS) if halos else 0
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
