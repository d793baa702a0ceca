"""Cues: the moments of a session that are seen and heard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CueKind(StrEnum):
    """What a cue means; each kind has a sound of its own."""

    BEGIN = "begin"
    STEP = "step"
    SAY = "say"
    INHALE = "inhale"
    HOLD_FULL = "hold_full"
    EXHALE = "exhale"
    HOLD_EMPTY = "hold_empty"
    NOTE = "note"
    SWITCH_SIDES = "switch_sides"
    HALF_WAY = "half_way"
    ONE_MINUTE_LEFT = "one_minute_left"
    COME_OUT = "come_out"
    RESUMED = "resumed"
    RECALL = "recall"
    END = "end"


#: Signs of which only the strongest is given within SIGN_GAP seconds, weakest first.
SIGNS = (CueKind.HALF_WAY, CueKind.ONE_MINUTE_LEFT, CueKind.SWITCH_SIDES, CueKind.COME_OUT)
SIGN_GAP = 15.0


@dataclass(frozen=True, slots=True)
class Cue:
    """A moment: when (on the clock of the readings), what, in which beat; for words and breaths how long.

    ``seconds`` is the expected length of words, or the length of a breath phase; ``text`` the words. ``once`` is a
    key by which the machine knows a cue that must not be given twice; ``again`` marks words that a pause cut off and that
    are said once more.
    """

    at: float
    kind: CueKind
    beat: int
    seconds: float | None = None
    text: str | None = None
    once: str | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that was given or will be: its kind and time."""

    kind: CueKind
    at: float

    def silences(self, other: Sign) -> bool:
        """Whether the other is not given for its sake: near in time, and weaker."""
        return self._is_near(other) and SIGNS.index(self.kind) > SIGNS.index(other.kind)

    def outdoes(self, other: Sign) -> bool:
        """Whether the other is not given after it: near in time, and no stronger."""
        return self._is_near(other) and SIGNS.index(self.kind) >= SIGNS.index(other.kind)

    def _is_near(self, other: Sign) -> bool:
        return abs(self.at - other.at) < SIGN_GAP
