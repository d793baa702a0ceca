"""A stretch: what the present state of a session brings while only time passes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING

from legsup.domain.breath import Breath, Cycle, breath_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.cues import Cue, Sign


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``begin`` to ``end`` on the clock of the readings: the cues in order, and the breath cycles of a hold.

    ``held`` is how long the hold had been held when the stretch began.
    """

    begin: float
    end: float
    cues: tuple[Cue, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    held: float = 0.0

    def shifted(self, seconds: float) -> Stretch:
        """Give the same stretch, later by ``seconds``."""
        return Stretch(
            self.begin + seconds,
            self.end + seconds,
            tuple(replace(cue, at=cue.at + seconds) for cue in self.cues),
            tuple(Cycle(cycle.start + seconds, cycle.pattern) for cycle in self.cycles),
            self.held,
        )

    def breath(self, at: float) -> Breath | None:
        """Tell the breath at a time; None where none is paced."""
        if not self.cycles:
            return None
        index = bisect_right(self.cycles, at, key=_start) - 1
        return breath_in(self.cycles[max(0, index)], at)

    def breaths(self, at: float) -> int:
        """Count the exhales completed by a time."""
        return bisect_right(self.cycles, at, key=_exhaled)


@dataclass(frozen=True, slots=True)
class Past:
    """What a stretch must know of the session before it.

    ``held`` is all holding so far and ``beat_held`` that of the present hold, in seconds; ``given`` holds the keys of
    cues that must not be given twice; ``sign`` is the last sign given; words come no earlier than ``earliest``.
    ``holds`` is the holding of each hold so far, by its index: a second side takes what the first one took.
    """

    held: float = 0.0
    beat_held: float = 0.0
    breaths: int = 0
    given: frozenset[str] = frozenset()
    sign: Sign | None = None
    earliest: float = -inf
    holds: Mapping[int, float] = field(default_factory=dict[int, float])


#: Looked up sixty times a second, so without a step of Python for each cycle that is looked at.
_start = attrgetter("start")


def _exhaled(cycle: Cycle) -> float:
    return cycle.exhaled
