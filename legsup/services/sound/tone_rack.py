"""Which breath tone belongs to a cue: its kind and length, the voicing that was chosen, and how far it has sunk."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from legsup.domain.cues import CueKind
from legsup.services.sound.voicings import VOICINGS
from legsup.services.sound.waves import decibels

if TYPE_CHECKING:
    from legsup.domain.cues import Cue
    from legsup.domain.settings import VoicingName
    from legsup.services.sound.waves import Samples

#: After so many breaths the tones sink, over one breath, by so many decibels: by then one has found the pace.
LOUD_BREATHS = 10
SUNK = -8.0
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

    def of(self, cue: Cue, breath: int) -> tuple[Samples, float]:
        """Give the tone of a cue in the breath of this number (from 0), and its gain."""
        voicing = VOICINGS[self._voicing]
        key = (cue.kind, cue.seconds or 1.0, breath % voicing.turns)
        if key not in self._made:
            self._made[key] = voicing.makers[cue.kind](key[1], key[2], self._rate)
        self._made.move_to_end(key)
        while len(self._made) > 1 and sum(seconds for _, seconds, _ in self._made) > KEPT:
            self._made.popitem(last=False)
        return self._made[key], sunk(cue.kind, breath)


def sunk(kind: CueKind, breath: int) -> float:
    """Tell the gain of a tone in the breath of this number (from 0)."""
    if breath < LOUD_BREATHS:
        return 1.0
    half = breath == LOUD_BREATHS and kind in {CueKind.INHALE, CueKind.HOLD_FULL}
    return decibels(SUNK / 2.0 if half else SUNK)
