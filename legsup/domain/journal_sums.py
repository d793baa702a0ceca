"""What the journal's sums are folded into: bars by day, week, month, hour, practice and pattern, and pairs of tensions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from legsup.domain.calendar import months_later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

WEEK, HOURS = 7, 24


@dataclass(frozen=True, slots=True)
class Sum:
    """What was practised on a day, with a sequence, in an hour …: sessions, and seconds practised and held."""

    name: str
    sessions: int
    practised: float
    held: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: what it stands for, seconds held, and sessions."""

    of: date | str
    held: float
    sessions: int


@dataclass(frozen=True, slots=True)
class Pair:
    """So many sessions with this tension before and that after, each 0 (none) to 4 (very much)."""

    before: int
    after: int
    sessions: int


def week_begin(day: date, first: int) -> date:
    """Give the day with which a week begins, whose ``first`` day is 1 (Monday) to 7 (Sunday)."""
    return day - timedelta(days=(day.isoweekday() - first) % WEEK)


def month_weeks(month: date, first: int) -> list[list[date]]:
    """Give the weeks of a month whole, with the days of its neighbours; ``first`` as in ``week_begin``."""
    begin = week_begin(month.replace(day=1), first)
    weeks: list[list[date]] = []
    while begin < next_month(month):
        weeks.append([begin + timedelta(days=number) for number in range(WEEK)])
        begin += timedelta(days=WEEK)
    return weeks


def next_month(month: date, by: int = 1) -> date:
    """Give the first day of the month so many months later, or earlier."""
    return months_later(month.replace(day=1), by)


def by_day(sums: Iterable[Sum], last: date, count: int) -> list[Bar]:
    """Fold the sums of days into the days up to the last one, each with a bar, if only an empty one."""
    return _folded(
        sums, [last - timedelta(days=number) for number in reversed(range(count))], lambda day: day
    )


def by_week(sums: Iterable[Sum], last: date, count: int, first: int) -> list[Bar]:
    """Fold the sums of days into weeks, named by the day on which they begin; ``first`` as in ``week_begin``."""
    begin = week_begin(last, first)
    weeks = [begin - timedelta(days=WEEK * number) for number in reversed(range(count))]
    return _folded(sums, weeks, lambda day: week_begin(day, first))


def by_month(sums: Iterable[Sum], last: date, count: int) -> list[Bar]:
    """Fold the sums of days into months, named by their first day."""
    months = [next_month(last, -number) for number in reversed(range(count))]
    return _folded(sums, months, lambda day: day.replace(day=1))


def by_hour(sums: Iterable[Sum]) -> list[Bar]:
    """Give a bar for each hour of the day, named "00" to "23"."""
    found = {each.name: each for each in sums}
    names = [f"{hour:02d}" for hour in range(HOURS)]
    return [_bar(name, found.get(name)) for name in names]


def ranked(sums: Iterable[Sum]) -> list[Bar]:
    """Give a bar for each sum, the longest held first."""
    bars = [Bar(each.name, each.held, each.sessions) for each in sums]
    return sorted(bars, key=lambda bar: (-bar.held, str(bar.of)))


def pairs(sums: Iterable[Sum]) -> list[Pair]:
    """Give the pairs of tensions before and after, the most frequent first."""
    found: list[Pair] = []
    for each in sums:
        before, _, after = each.name.partition("-")
        found.append(Pair(int(before), int(after), each.sessions))
    return sorted(found, key=lambda pair: (-pair.sessions, pair.before, pair.after))


def _folded(sums: Iterable[Sum], shown: Sequence[date], place: Callable[[date], date]) -> list[Bar]:
    found = {begin: Bar(begin, 0.0, 0) for begin in shown}
    for each in sums:
        begin = place(date.fromisoformat(each.name))
        bar = found.get(begin)
        if bar is not None:
            found[begin] = Bar(begin, bar.held + each.held, bar.sessions + each.sessions)
    return list(found.values())


def _bar(name: str, found: Sum | None) -> Bar:
    return Bar(name, 0.0, 0) if found is None else Bar(name, found.held, found.sessions)
