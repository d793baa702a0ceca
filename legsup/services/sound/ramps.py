"""A value that changes over time in gentle ramps: the course of a level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from legsup.services.sound.waves import smooth

if TYPE_CHECKING:
    from legsup.services.sound.waves import Floats


@dataclass(frozen=True, slots=True)
class Ramp:
    """From ``start`` (s on the session's clock) on, move from one value to another within ``seconds``."""

    start: float
    before: float
    after: float
    seconds: float

    def at(self, times: Floats) -> Floats:
        """Give the value at times."""
        return self.before + (self.after - self.before) * smooth((times - self.start) / self.seconds)


class Ramps:
    """The course of one value; what was asked for later in time replaces what went before."""

    def __init__(self, value: float) -> None:
        """Begin with a value that has held for ever."""
        self._ramps = [Ramp(-1e9, value, value, 1.0)]

    def move(self, at: float, value: float, seconds: float) -> None:
        """From a time on move to a value; later moves that were planned are forgotten."""
        before = self.value(at)
        self._ramps = [ramp for ramp in self._ramps if ramp.start < at]
        if self._ramps[-1].after != value or before != value:
            self._ramps.append(Ramp(at, before, value, seconds))

    def value(self, at: float) -> float:
        """Tell the value at a time."""
        return float(self.values(np.array([at]))[0])

    def values(self, times: Floats) -> Floats:
        """Give the values at rising times."""
        given = self._ramps[0].at(times)
        for ramp in self._ramps[1:]:
            if ramp.start <= times[-1]:
                given = np.where(times >= ramp.start, ramp.at(times), given)
        return given

    def forget(self, before: float) -> None:
        """Drop what no longer matters from a time on."""
        while len(self._ramps) > 1 and self._ramps[1].start + self._ramps[1].seconds < before:
            del self._ramps[0]
