"""The words of a record: when it was, how long the legs were up, what was felt; never how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QTime

from legsup.domain.breath import OWN_PACE
from legsup.ui.session_words import tension_text
from legsup.ui.words import clock_time, day_text, number_text, tr

if TYPE_CHECKING:
    from datetime import datetime

    from legsup.domain.record import Record


#: Seconds from which on minutes are told by number.
LEAST_MINUTE = 60.0


def rounded_text(value: float) -> str:
    """Write a number as the person's country does: whole from ten on, else with one place where it has one."""
    rounded = round(value, 1) if value < 10 else float(round(value))  # noqa: PLR2004 - see above
    return number_text(rounded)


def minutes_held(seconds: float) -> str:
    """Write seconds held as minutes."""
    return tr("{minutes} min").format(minutes=rounded_text(seconds / 60))


def held_text(seconds: float, *, legs_up: bool) -> str:
    """Say for how long the legs were up; of a practice in which they were not, for how long it was held.

    In whole minutes, as the end screen says them; of less than one no figure is given, which would be smaller than the
    rest that was had: getting in and out is not counted.
    """
    if seconds < LEAST_MINUTE:
        return tr("Under 1 min legs up") if legs_up else tr("Under 1 min held")
    text = tr("{minutes} min legs up") if legs_up else tr("{minutes} min held")
    return text.format(minutes=rounded_text(round(seconds / 60)))


def began_at(record: Record) -> QDateTime:
    """Give the day and the hour as they were where one practised: no zone of this computer's comes in."""
    date, time = record.day, record.started
    return QDateTime(QDate(date.year, date.month, date.day), QTime(time.hour, time.minute))


def hour_text(record: Record) -> str:
    """Write the hour as it was where one practised, and the zone where another holds here."""
    return " ".join(filter(None, (clock_time(began_at(record)), zone_text(record.started))))


def began_text(record: Record, *, zoned: bool = True) -> str:
    """Write day and hour, short; without the zone where there is no room for it."""
    hour = hour_text(record) if zoned else clock_time(began_at(record))
    return f"{day_text(record.day, short=True)} {hour}"


def zone_text(started: datetime) -> str:
    """Name the zone in which a practice began, where here another one held at that moment; else nothing."""
    there, here = started.utcoffset(), started.astimezone().utcoffset()
    if there is None or there == here:
        return ""
    seconds = round(there.total_seconds())
    hours, minutes = divmod(abs(seconds) // 60, 60)
    sign = "+" if seconds >= 0 else "\N{MINUS SIGN}"
    return f"UTC{sign}{hours}:{minutes:02d}" if minutes else f"UTC{sign}{hours}"


def felt_text(record: Record) -> str:
    """Say the tension before and after; where it was said once, say when."""
    before, after = ("" if each is None else tension_text(each) for each in (record.before, record.after))
    if before and after:
        return f"{before} → {after}"
    if before:
        return tr("{tension} before").format(tension=before)
    return tr("{tension} after").format(tension=after) if after else ""


def pattern_text(pattern: str) -> str:
    """Say a breath pattern in words."""
    if pattern == OWN_PACE:
        return tr("own, not paced")
    lengths = pattern.split("-")
    if len(lengths) == len(("in", "out")):
        return tr("{inhale} in, {exhale} out").format(inhale=lengths[0], exhale=lengths[1])
    return pattern


def record_line(record: Record, title: str, *, legs_up: bool = True) -> str:
    """Write a record as one line, which says itself what was felt."""
    felt = felt_text(record)
    told = tr("tension {felt}").format(felt=felt) if felt else ""
    parts = [began_text(record), title, held_text(record.held, legs_up=legs_up), told]
    if record.outcome is None:
        parts.append(tr("running"))
    return " · ".join(filter(None, parts))
