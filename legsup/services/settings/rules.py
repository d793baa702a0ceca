"""What each setting may hold: one rule a key, with the words that say what was expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from legsup.domain.ranges import FEWEST_MINUTES, LIE_DOWN_RANGE, MOST_MINUTES, SEATED_REST_RANGE, SPEECH_RATES
from legsup.domain.settings import DEFAULT_PATTERN, GUIDANCES

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT_SIZES = (80, 200)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a value must be, in words and as a test."""

    expected: str
    accepts: Callable[[object], bool]


def _number(low: float, high: float) -> Callable[[object], bool]:
    def accepts(value: object) -> bool:
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            return False
        return low <= value <= high  # no comparison holds for what is not a number

    return accepts


def _or_none(accepts: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: value is None or accepts(value)


def _one_of(*words: str) -> Rule:
    return Rule("one of " + ", ".join(words), lambda value: isinstance(value, str) and value in words)


def _seconds(allowed: tuple[float, float]) -> Rule:
    low, high = allowed
    return Rule(f"seconds from {low:g} to {high:g}, or null", _or_none(_number(low, high)))


def _is_pattern(value: object) -> bool:
    # What reads a pattern is loaded only where one is written that is not the default.
    if value == DEFAULT_PATTERN:
        return True
    from legsup.domain.breath import parse_pattern  # noqa: PLC0415

    try:
        parse_pattern(str(value))
    except ValueError:
        return False
    return isinstance(value, str)


def _is_day(value: object) -> bool:
    from datetime import date  # noqa: PLC0415 - the idle tray has no other use for it

    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return isinstance(value, str)


def _is_bells(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    bells = cast("dict[object, object]", value)
    if not all(own is None or isinstance(own, str) for own in bells.values()):
        return False
    if not bells:
        return True
    from legsup.domain.cues import CueKind  # noqa: PLC0415 - only for one who changed a bell
    from legsup.domain.sound import Levels  # noqa: PLC0415 - the same

    try:
        Levels(bells={CueKind(str(kind)): cast("str | None", own) for kind, own in bells.items()})
    except ValueError:
        return False
    return True


_SWITCH = Rule("true or false", lambda value: isinstance(value, bool))
_VOLUME = Rule("a volume from 0 to 1", _number(0.0, 1.0))

RULES = {
    "sequence": Rule("a sequence's name", lambda value: isinstance(value, str) and bool(value.strip())),
    "minutes": Rule(
        f"minutes from {FEWEST_MINUTES:g} to {MOST_MINUTES:g}, or null",
        _or_none(_number(FEWEST_MINUTES, MOST_MINUTES)),
    ),
    "pattern": Rule("a breath pattern as 4-6, 4-1-6-1 or own", _is_pattern),
    "ease_in": _SWITCH,
    "guidance": _one_of(*GUIDANCES),
    "half_way": _SWITCH,
    "hands_near": _SWITCH,
    "lie_down": _seconds(LIE_DOWN_RANGE),
    "seated_rest": _seconds(SEATED_REST_RANGE),
    "cleared": Rule("a day as 2026-11-23, or null", _or_none(_is_day)),
    "practised": _SWITCH,
    "look": _one_of("system", "dusk", "linen"),
    "wall_side": _one_of("left", "right"),
    "still_figure": _SWITCH,
    "text_size": Rule(
        f"per cent from {TEXT_SIZES[0]} to {TEXT_SIZES[1]}, whole",
        lambda value: isinstance(value, int) and _number(*TEXT_SIZES)(value),
    ),
    "sound": _one_of("sounddevice", "simpleaudio", "silent"),
    "muted": _SWITCH,
    "cues_volume": _VOLUME,
    "voice_volume": _VOLUME,
    "sea_volume": _VOLUME,
    "voice_rate": Rule(
        f"a share of the calm rate from {SPEECH_RATES[0]:g} to {SPEECH_RATES[1]:g}", _number(*SPEECH_RATES)
    ),
    "voice": _one_of("auto", "pack", "system", "espeak-ng", "flite", "shipped"),
    "bells": Rule("kinds of bells, each with a file or null (never null for the note)", _is_bells),
}
