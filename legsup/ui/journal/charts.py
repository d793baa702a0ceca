"""What can be looked at behind "More": each chart with its bars, made of the journal's sums."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, QLocale

from legsup.domain.journal_sums import by_day, by_hour, by_month, by_week, pairs, ranked
from legsup.ui.journal.bar_chart import Shown
from legsup.ui.journal.month_view import month_name
from legsup.ui.record_words import minutes_held, pattern_text
from legsup.ui.session_words import tension_text
from legsup.ui.words import day_text, in_one_system, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from legsup.domain.journal_sums import Bar, Sum

#: Days, weeks and months that are shown.
DAYS, WEEKS, MONTHS = 30, 26, 12
#: What of the days any chart needs: a year and the month in which it began.
SHOWN = timedelta(days=397)


class Kind(StrEnum):
    """The charts; the value is the kind of sum that each is made of."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEQUENCE = "sequence"
    HOUR = "hour"
    PATTERN = "pattern"
    PAIR = "pair"

    @property
    def sums(self) -> str:
        """The kind of sums: weeks and months are made of days."""
        return "day" if self in {Kind.WEEK, Kind.MONTH} else self.value


class Chart(NamedTuple):
    """What a chart shows: its bars, whether they lie, what the highest is worth, and a line to read with it."""

    bars: Sequence[Shown]
    lying: bool
    top: str
    caption: str


def kind_text(kind: Kind) -> str:
    """Name a chart."""
    texts = {
        Kind.DAY: tr("By day"),
        Kind.WEEK: tr("By week"),
        Kind.MONTH: tr("By month"),
        Kind.SEQUENCE: tr("By practice"),
        Kind.HOUR: tr("By hour"),
        Kind.PATTERN: tr("By breath"),
        Kind.PAIR: tr("Before and after"),
    }
    return texts[kind]


def chart_of(kind: Kind, sums: Sequence[Sum], today: date, titles: Mapping[str, str]) -> Chart:
    """Make a chart of the sums of its kind."""
    first = QLocale().firstDayOfWeek().value
    match kind:
        case Kind.DAY:
            return _along(by_day(sums, today, DAYS), _short_day, day_text)
        case Kind.WEEK:
            return _along(by_week(sums, today, WEEKS, first), _short_day, _week)
        case Kind.MONTH:
            return _along(by_month(sums, today, MONTHS), _short_month, month_name)
        case Kind.HOUR:
            return _chart([_minutes(bar, _hour(str(bar.of)), _hours(str(bar.of))) for bar in by_hour(sums)])
        case Kind.SEQUENCE | Kind.PATTERN:
            bars = ranked(sums)
            names = {str(bar.of): titles.get(str(bar.of), str(bar.of)) for bar in bars}
            return _lying(bars, pattern_text if kind is Kind.PATTERN else names.__getitem__)
        case Kind.PAIR:  # pragma: no branch - the type checker proves that no chart is missing
            return _pairs(sums)


def _along(bars: Sequence[Bar], short: Callable[[date], str], long: Callable[[date], str]) -> Chart:
    return _chart([_minutes(bar, short(bar.of), long(bar.of)) for bar in bars if not isinstance(bar.of, str)])


def _lying(bars: Sequence[Bar], name: Callable[[str], str]) -> Chart:
    named = [_minutes(bar, name(str(bar.of)), name(str(bar.of))) for bar in bars]
    return _chart(named, lying=True)


def _chart(bars: Sequence[Shown], *, lying: bool = False) -> Chart:
    top = max(bars, key=lambda bar: bar.value).worth if bars else ""
    return Chart(bars, lying, top, "")


def _pairs(sums: Sequence[Sum]) -> Chart:
    found = pairs(sums)
    bars: list[Shown] = []
    for pair in found:
        name = f"{tension_text(pair.before)} → {tension_text(pair.after)}"
        times = _sessions(pair.sessions)
        bars.append(Shown(name, float(pair.sessions), times, f"{name} · {times}"))
    count = sum(pair.sessions for pair in found)
    caption = tr(
        "{count} sessions with both. People often feel easier after any rest; this cannot show what caused it."
    )
    return Chart(bars, lying=True, top="", caption=caption.format(count=count))


def _minutes(bar: Bar, name: str, long: str) -> Shown:
    worth = minutes_held(bar.held)
    return Shown(name, bar.held, worth, " · ".join((long, worth, _sessions(bar.sessions))))


def _sessions(count: int) -> str:
    return tr("1 session") if count == 1 else tr("{count} sessions").format(count=count)


def _short_day(day: date) -> str:
    return in_one_system(QLocale().toString(QDate(day.year, day.month, day.day), "d MMM"))


def _short_month(month: date) -> str:
    return QLocale().standaloneMonthName(month.month, QLocale.FormatType.ShortFormat)


def _week(begin: date) -> str:
    return tr("Week of {day}").format(day=day_text(begin, short=True))


def _hour(hour: str) -> str:
    return str(int(hour))


def _hours(hour: str) -> str:
    return tr("{hour}:00 to {hour}:59").format(hour=hour)
