"""Which breath tone belongs to a cue: its kind and length, the voicing that was chosen, and how far it has sunk."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from legsup.domain.cues import CueKind
from legsup.services.sound.voicings import VOICINGS
from legsup.services.sound.waves import at_rate, decibels

if TYPE_CHECKING:
    from legsup.domain.breath import Pattern
    from legsup.domain.cues import Cue
    from legsup.domain.voicing import VoicingName
    from legsup.services.sound.waves import Samples

#: After so many breaths the tones sink, over one breath, by so many decibels: by then one has found the pace.
LOUD_BREATHS = 10
SUNK = -8.0
#: Tones are made and kept at this rate, a sixth of the work and of the memory, and brought to the output's when they are due:
#: they hold nothing above 3 kHz.
MADE = 8000
#: Seconds of tones that are kept: a pattern that stays the same needs each of its phases in three turns. Easing in makes each
#: tone anew.
KEPT = 45.0


class ToneRack:
    """The breath tones at one rate, the latest ones kept."""

    def __init__(self, rate: int, voicing: VoicingName = "pad") -> None:
        """Make tones of so many samples a second, in a voicing."""
        self._rate = rate
        self._voicing: VoicingName = voicing
        self._made: OrderedDict[tuple[CueKind, float, int], Samples] = OrderedDict()

    def choose(self, voicing: VoicingName) -> None:
        """Make tones in another voicing from now on."""
        if voicing != self._voicing:
            self._voicing = voicing
            self._made.clear()

    def warm_up(self, pattern: Pattern) -> None:
        """Make one tone more of a pattern ready, where one is still missing and there is room for all of them."""
        voicing = VOICINGS[self._voicing]
        lengths = {
            CueKind.INHALE: pattern.inhale,
            CueKind.HOLD_FULL: pattern.hold_full,
            CueKind.EXHALE: pattern.exhale,
            CueKind.HOLD_EMPTY: pattern.hold_empty,
        }
        if voicing.turns * pattern.seconds > KEPT:
            return
        for turn in range(voicing.turns):
            for kind, seconds in lengths.items():
                if seconds and (kind, seconds, turn) not in self._made:
                    self._kept(kind, seconds, turn)
                    return

    def of(self, cue: Cue, breath: int) -> tuple[Samples, float]:
        """Give the tone of a cue in the breath of this number (from 0), and its gain."""
        turn = breath % VOICINGS[self._voicing].turns
        tone = self._kept(cue.kind, cue.seconds or 1.0, turn)
        return at_rate(tone, MADE, self._rate), sunk(cue.kind, breath)

    def _kept(self, kind: CueKind, seconds: float, turn: int) -> Samples:
        """Give a tone, made where it is not kept; those that were heard longest ago are let go."""
        key = (kind, seconds, turn)
        if key not in self._made:
            self._made[key] = VOICINGS[self._voicing].makers[kind](seconds, turn, MADE)
        self._made.move_to_end(key)
        while len(self._made) > 1 and sum(each for _, each, _ in self._made) > KEPT:
            self._made.popitem(last=False)
        return self._made[key]


def sunk(kind: CueKind, breath: int) -> float:
    """Tell the gain of a tone in the breath of this number (from 0)."""
    if breath < LOUD_BREATHS:
        return 1.0
    half = breath == LOUD_BREATHS and kind in {CueKind.INHALE, CueKind.HOLD_FULL}
    return decibels(SUNK / 2.0 if half else SUNK)
