"""Which breath tone belongs to a cue: its kind and length, the voicing whose turn it is, and how far it has sunk."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from legsup.domain.cues import CueKind
from legsup.services.sound import tones
from legsup.services.sound.waves import decibels

if TYPE_CHECKING:
    from legsup.domain.cues import Cue
    from legsup.services.sound.waves import Samples

MAKERS = {
    CueKind.INHALE: tones.inhale,
    CueKind.HOLD_FULL: tones.hold_full,
    CueKind.EXHALE: tones.exhale,
    CueKind.HOLD_EMPTY: tones.hold_empty,
}
#: After so many breaths the tones sink, over one breath, by so many decibels: by then one has found the pace.
LOUD_BREATHS = 10
SUNK = -8.0
#: A pattern that stays the same needs two tones in each voicing; easing in makes each tone anew.
KEPT = 4 * len(tones.VOICINGS)


class ToneRack:
    """The breath tones at one rate, the latest ones kept."""

    def __init__(self, rate: int) -> None:
        """Make tones of so many samples a second."""
        self._rate = rate
        self._made: OrderedDict[tuple[CueKind, float, int], Samples] = OrderedDict()

    def of(self, cue: Cue, breath: int) -> tuple[Samples, float]:
        """Give the tone of a cue in the breath of this number (from 0), and its gain."""
        turn = breath % len(tones.VOICINGS)
        key = (cue.kind, cue.seconds or 1.0, turn)
        if key not in self._made:
            self._made[key] = MAKERS[cue.kind](key[1], tones.VOICINGS[turn], self._rate)
        self._made.move_to_end(key)
        while len(self._made) > KEPT:
            self._made.popitem(last=False)
        return self._made[key], sunk(cue.kind, breath)


def sunk(kind: CueKind, breath: int) -> float:
    """Tell the gain of a tone in the breath of this number (from 0)."""
    if breath < LOUD_BREATHS:
        return 1.0
    half = breath == LOUD_BREATHS and kind in {CueKind.INHALE, CueKind.HOLD_FULL}
    return decibels(SUNK / 2.0 if half else SUNK)
