"""Which bell is struck for a cue: the shipped one, the person's own file, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from legsup.domain.cues import CueKind
from legsup.domain.sequence import Stage
from legsup.services.sound.bells import BELLS, SEAT, SETTLE, Bell
from legsup.services.sound.waves import at_rate, edges

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.sound import Levels
    from legsup.services.sound.waves import Samples

    #: Reads a sound file: its mono samples and their rate. Raises ValueError with the reason where it cannot.
    Reader = Callable[[str], tuple[Samples, int]]

#: Shipped bells are made and kept at this rate, as tones are: they hold nothing above 3 kHz.
MADE = 8000
#: Most seconds of an own bell that are played, so that it does not run over what comes after it.
LONGEST = 8.0
#: Seconds in which an own file rises, and in which it dies away at its end.
RISE, FALL = 0.004, 0.4
#: Peak that an own file is brought to: that of the shipped begin bell.
PEAK = 0.6


def step_bell(stage: Stage) -> Bell:
    """Tell the step bell with which a stage begins; settling and the seat have a sound of their own."""
    match stage:
        case Stage.SETTLE:
            return SETTLE
        case Stage.REST:
            return SEAT
        case (
            Stage.PREPARE | Stage.ENTER | Stage.HOLD | Stage.CHANGE | Stage.COME_OUT
        ):  # pragma: no branch - the type checker proves that no stage is missing
            return BELLS[CueKind.STEP]


class BellRack:
    """The bells at one rate, each made on first need."""

    def __init__(self, rate: int, levels: Levels, reader: Reader) -> None:
        """Take the person's choice from the levels; ``reader`` reads their files."""
        self._rate = rate
        self._levels = levels
        self._reader = reader
        self._made: dict[Bell | str, Samples] = {}

    def choose(self, levels: Levels) -> None:
        """Take up another choice of the person's."""
        self._levels = levels

    def of(self, kind: CueKind, new_stage: Stage | None) -> Samples | None:
        """Give the bell of a cue; ``new_stage`` where a stage begins with it. None where it is off."""
        own = self._levels.bells.get(kind, "")
        if own is None:
            return None
        if own:
            return self._own(own, kind)
        return self._shipped(step_bell(new_stage) if kind is CueKind.STEP and new_stage else BELLS[kind])

    def _shipped(self, bell: Bell) -> Samples:
        if bell not in self._made:
            self._made[bell] = bell.render(MADE)
        return at_rate(self._made[bell], MADE, self._rate)

    def _own(self, path: str, kind: CueKind) -> Samples:
        if path not in self._made:
            try:
                samples, rate = self._reader(path)
            except (OSError, ValueError):
                # Settings told the reason when the file was chosen; here the shipped bell stands in for it.
                return self._shipped(BELLS[kind])
            heard = at_rate(samples[: round(LONGEST * rate)], rate, self._rate)
            # A file may begin and end anywhere, and a long one is cut: neither may click.
            heard = heard * edges(
                len(heard), self._rate, RISE, FALL if len(heard) > FALL * self._rate else RISE
            )
            self._made[path] = (heard * (PEAK / max(1e-6, float(np.abs(heard).max())))).astype(np.float32)
        return self._made[path]
