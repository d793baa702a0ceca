"""Working time as people write it: times of day, ranges of them, and days of the week."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

#: A day in minutes.
DAY: Final = 24 * 60
#: More times or ranges than anybody needs in a day.
MOST: Final = 12


def parse_times(text: str) -> tuple[int, ...]:
    """Read times of day, as ``11:00 16:00``, as minutes after midnight, in order.

    Raises:
        ValueError: it is none, or more than 12 times; the message says what was found.
    """
    times = sorted({_minute(each) for each in _words(text)})
    if any(each >= DAY for each in times):
        raise ValueError("24:00 is not a time of day to remind at")
    return tuple(times)


def parse_hours(text: str) -> tuple[tuple[int, int], ...]:
    """Read ranges of a day, as ``09:00-12:00 13:00-17:30``, as minutes after midnight, in order.

    Raises:
        ValueError: it is none, more than 12, one ends before it begins, or two overlap.
    """
    ranges = sorted(_range(each) for each in _words(text))
    for (_, end), (begin, _) in pairwise(ranges):
        if begin < end:
            raise ValueError(f"two ranges overlap in {text!r}")
    return tuple(ranges)


def parse_days(text: str) -> frozenset[int]:
    """Read days of the week, 1 (Monday) to 7, as ``12345``.

    Raises:
        ValueError: it is none, or names another day.
    """
    if not text or not set(text) <= set("1234567"):
        raise ValueError(f"{text!r} names no days")
    return frozenset(int(each) for each in text)


def _words(text: str) -> list[str]:
    words = text.replace(",", " ").split()
    if not 0 < len(words) <= MOST:
        raise ValueError(f"{text!r} names {len(words)} of 1 to {MOST}")
    return words


def _range(word: str) -> tuple[int, int]:
    first, dash, last = word.replace("–", "-").partition("-")
    begin, end = _minute(first), _minute(last)
    if not dash or begin >= end:
        raise ValueError(f"{word!r} is not a range of hours")
    return begin, end


def _minute(word: str) -> int:
    hour, colon, minute = word.partition(":")
    if colon and len(minute) != len("00"):
        raise ValueError(f"{word!r} is not a time of day")
    if not all(
        each.isascii() and each.isdigit() and len(each) <= len("00") for each in (hour, minute or "0")
    ):
        raise ValueError(f"{word!r} is not a time of day")
    found = int(hour) * 60 + int(minute or "0")
    if found > DAY or int(minute or "0") > 59:  # noqa: PLR2004 - the minutes of an hour
        raise ValueError(f"{word!r} is not a time of day")
    return found
