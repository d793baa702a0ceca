"""What a setting may hold: a rule beside each field, as a test and in words that say what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Rule(NamedTuple):
    """What a value must be, in words and as a test."""

    expected: str
    accepts: Callable[[object], bool]


def rule(expected: str, accepts: Callable[[object], bool]) -> Rule:
    """A value that ``accepts`` accepts."""
    return Rule(expected, accepts)


def one_of(words: Iterable[str]) -> Rule:
    """One of several words."""
    known = tuple(words)
    return rule("one of " + ", ".join(known), lambda value: isinstance(value, str) and value in known)


def number(expected: str, allowed: tuple[float, float], *, whole: bool = False) -> Rule:
    """A number within a range, both ends included; ``whole`` refuses fractions."""
    return rule(expected, lambda value: _within(value, allowed) and (not whole or isinstance(value, int)))


def number_or_none(expected: str, allowed: tuple[float, float]) -> Rule:
    """A number within a range, or none."""
    return rule(f"{expected}, or null", lambda value: value is None or _within(value, allowed))


def switch() -> Rule:
    """On or off."""
    return rule("true or false", lambda value: isinstance(value, bool))


def name(expected: str) -> Rule:
    """A text that is not empty."""
    return rule(expected, lambda value: _is_text(value) and bool(str(value).strip()))


def is_pattern(value: object, default: str) -> bool:
    """Whether a value is a breath pattern as people write it."""
    # What reads a pattern is loaded only where one is written that is not the default.
    if value == default:
        return True
    from legsup.domain.breath import parse_pattern  # noqa: PLC0415 - see above

    try:
        parse_pattern(str(value))
    except ValueError:
        return False
    return isinstance(value, str)


def is_written(value: object, reader: str, default: str) -> bool:
    """Whether a value is working time as ``reader`` of that module reads it."""
    if value == default:
        return True
    from legsup.domain import working_time  # noqa: PLC0415 - only where one is written that is not the default

    try:
        getattr(working_time, reader)(str(value))
    except ValueError:
        return False
    return isinstance(value, str)


def is_bells(value: object) -> bool:
    """Whether a value names bells, each with a file of the person's own, or None for off."""
    if not isinstance(value, dict):
        return False
    bells = cast("dict[object, object]", value)
    if not all(own is None or _is_text(own) for own in bells.values()):
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


def _is_text(value: object) -> bool:
    """Whether a value is text, or the name of a file, which may hold bytes that are none; halves of characters are neither."""
    if not isinstance(value, str):
        return False
    try:
        value.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


def _within(value: object, allowed: tuple[float, float]) -> bool:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return False
    low, high = allowed
    return low <= value <= high  # no comparison holds for what is not a number
