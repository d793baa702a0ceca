"""Reminders: what was chosen, what is remembered, and when the next one comes; instants are seconds since the epoch.

Working days, two fixed times, nothing after lunch and a day's last are a proposal of ours; no article names any.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from legsup.domain.working_time import DAY, parse_days, parse_hours, parse_times

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legsup.domain.ports import Zone
    from legsup.domain.settings import Settings

#: Seconds until one is asked again after "In 15 min"; for which a reminder stands; of a meeting by hand.
LATER, STANDS, MEETING = 900.0, 900.0, 3600.0
#: Seconds after a practice in which a fixed time is passed over.
RECENT = 2700.0
#: The longest that can be asked for is until tomorrow: what lies further ahead was written by a clock that was wrong.
FURTHEST = 2 * 86_400.0


@dataclass(frozen=True, slots=True)
class Reminders:
    """What was chosen: fixed ``times`` (minutes of the day), or every ``minutes`` within ``hours``; on these ``days`` (1-7).

    ``times`` empty means that the interval holds. ``seated`` offers Seated breath after the second practice of a day.
    """

    days: frozenset[int]
    times: tuple[int, ...]
    hours: tuple[tuple[int, int], ...]
    minutes: int
    seated: bool


class Quiet(Enum):
    """For how long reminders can be asked to be quiet."""

    HALF_AN_HOUR = "30"
    AN_HOUR = "60"
    TWO_HOURS = "120"
    UNTIL_TOMORROW = "tomorrow"


class Stands(Enum):
    """How reminders stand."""

    OFF = auto()
    DUE = auto()
    MEETING = auto()
    QUIET = auto()
    NEXT = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered between two looks and two starts; None where there is nothing of the kind.

    ``since``: what came due up to then is done with, and the interval counts from there. ``practised``: when the last
    practice ended. ``later``: when to ask again. ``due``: since when one stands. ``away``: since when nobody was there.
    ``held``: when something last held a due one back.
    """

    since: float = 0.0
    practised: float = 0.0
    later: float | None = None
    quiet_until: float | None = None
    meeting_until: float | None = None
    due: float | None = None
    away: float | None = None
    held: float | None = None


def reminders_of(settings: Settings) -> Reminders | None:
    """Give what the settings choose; None where nothing was."""
    if not settings.reminders:
        return None
    return Reminders(
        days=parse_days(settings.reminder_days),
        times=parse_times(settings.reminder_times) if settings.reminder_kind == "times" else (),
        hours=parse_hours(settings.reminder_hours),
        minutes=settings.reminder_minutes,
        seated=settings.reminder_third == "seated",
    )


def next_moment(chosen: Reminders, memory: Memory, zone: Zone) -> float | None:
    """Tell when the next one comes due, or did and was not given yet; None where none ever does."""
    if memory.later is not None:
        return memory.later
    after = max(memory.since, memory.quiet_until or 0.0)
    if chosen.times:
        after = max(after, memory.practised + RECENT)
        return next((at for at in _fixed(chosen, after, zone) if at > after), None)
    return _by_interval(chosen, max(after, memory.practised), zone)


def later(memory: Memory, now: float) -> Memory:
    """Ask again in a quarter of an hour."""
    return replace(memory, later=now + LATER, due=None)


def not_now(memory: Memory) -> Memory:
    """Let this one go; the next comes at its time."""
    return replace(memory, due=None, later=None)


def quiet(memory: Memory, wanted: Quiet, now: float, zone: Zone) -> Memory:
    """Let nothing come for a while; what comes due meanwhile is let go."""
    if wanted is Quiet.UNTIL_TOMORROW:
        tomorrow = zone.local(now).date() + timedelta(days=1)
        until = zone.instant(datetime.combine(tomorrow, time()))
    else:
        until = now + 60.0 * int(wanted.value)
    return replace(not_now(memory), quiet_until=until, meeting_until=None)


def meeting(memory: Memory, now: float) -> Memory:
    """Hold back what comes due for an hour; it is given once afterwards."""
    return replace(memory, meeting_until=now + MEETING, due=None, quiet_until=None)


def heard_again(memory: Memory, now: float) -> Memory:
    """End quiet or a meeting before its time."""
    return replace(memory, quiet_until=None, meeting_until=None, since=max(memory.since, _ended(memory, now)))


def standing(chosen: Reminders | None, memory: Memory, now: float, zone: Zone) -> tuple[Stands, float | None]:
    """Tell how reminders stand, and until or from when."""
    if chosen is None:
        return Stands.OFF, None
    if memory.due is not None:
        return Stands.DUE, memory.due
    if memory.meeting_until is not None and memory.meeting_until > now:
        return Stands.MEETING, memory.meeting_until
    if memory.quiet_until is not None and memory.quiet_until > now:
        return Stands.QUIET, memory.quiet_until
    at = next_moment(chosen, memory, zone)
    return (Stands.NONE, None) if at is None else (Stands.NEXT, max(at, now))


def mended(memory: Memory, now: float) -> Memory:
    """Take out what is over, and what only a clock that was wrong can have written."""
    memory = replace(
        memory,
        since=memory.since if memory.since <= now + 86_400.0 else now,
        practised=memory.practised if memory.practised <= now + 86_400.0 else now,
        later=None if memory.later is None else min(memory.later, now + LATER),
        due=None if memory.due is None else min(memory.due, now),
        away=None if memory.away is None else min(memory.away, now),
        held=None if memory.held is None else min(memory.held, now),
    )
    if memory.quiet_until is not None and not now < memory.quiet_until <= now + FURTHEST:
        memory = replace(memory, since=max(memory.since, min(memory.quiet_until, now)), quiet_until=None)
    if memory.meeting_until is not None and not now < memory.meeting_until <= now + MEETING:
        memory = replace(memory, held=min(memory.meeting_until, now), meeting_until=None)
    return memory


def _ended(memory: Memory, now: float) -> float:
    """What came due while it was quiet is done with."""
    return 0.0 if memory.quiet_until is None else min(now, memory.quiet_until)


def _fixed(chosen: Reminders, after: float, zone: Zone) -> Iterator[float]:
    for day in _days(chosen, after, zone):
        yield from sorted(_instant(day, minute, zone) for minute in chosen.times)


def _by_interval(chosen: Reminders, since: float, zone: Zone) -> float | None:
    step = chosen.minutes * 60.0
    for day in _days(chosen, since, zone):
        for first, last in chosen.hours:
            at = max(since, _instant(day, first, zone)) + step
            if at <= _instant(day, last, zone):
                return at
    return None


def _days(chosen: Reminders, since: float, zone: Zone) -> Iterator[date]:
    """Give the chosen days from that of an instant on, a week and a day of them."""
    first = zone.local(since).date()
    for ahead in range(8):
        day = first + timedelta(days=ahead)
        if day.isoweekday() in chosen.days:
            yield day


def _instant(day: date, minute: int, zone: Zone) -> float:
    whole, of_day = divmod(minute, DAY)
    return zone.instant(datetime.combine(day + timedelta(days=whole), time(*divmod(of_day, 60))))
