"""The words of reminders: what a notification says, and the lines of their submenu in the tray."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale

from legsup.domain.outlook import walk
from legsup.domain.reminding import Quiet, Stands
from legsup.practice.door import Entry
from legsup.practice.practices import ALWAYS_OPEN
from legsup.practice.quick import quick_wish
from legsup.practice.wanted import Wanted
from legsup.ui import words
from legsup.ui.words import clock_time, tr

if TYPE_CHECKING:
    from legsup.practice.door import Door

#: A line between two groups of a menu.
GAP = ("", "")


def offered(door: Door, *, seated: bool) -> Wanted:
    """Give what a reminder proposes: what a quick start begins, or Seated breath."""
    return Wanted(sequence=ALWAYS_OPEN) if seated else quick_wish(door)


def reminder_text(door: Door, *, seated: bool) -> tuple[str, str]:
    """Give the title and the body of a reminder, with when one would be up by the plan of what it proposes."""
    title = tr("A seated breath?") if seated else tr("Legs up?")
    entry = door.look(offered(door, seated=seated))
    if not isinstance(entry, Entry):  # the questions come first
        return title, tr("A few minutes, when it suits you.")
    minutes = words.minutes_in_words(entry.plan.minutes)
    if entry.plan.choices.bedtime:
        return title, f"{minutes}, {words.to_fall_asleep()}."
    return title, f"{minutes}, {words.up_by(walk(entry.plan).seconds)}."


def buttons() -> dict[str, str]:
    """Give the buttons of a notification by their keys."""
    return {"start": tr("Start"), "later": tr("In 15 min"), "not-now": tr("Not now")}


def reminder_lines(stands: Stands, at: float | None) -> tuple[str, list[tuple[str, str]]]:
    """Word the tray's line about reminders, and the lines of its submenu with their keys."""
    choose = (tr("Choose times…"), "settings")
    when = "" if at is None else moment_text(at)
    again: list[tuple[str, str]] = []
    match stands:
        case Stands.OFF:
            return tr("Reminders: off"), [(tr("Remind me, as proposed"), "on"), choose]
        case Stands.DUE:
            line = tr("Reminders: one now")
            again = [(tr("In 15 min"), "later"), (tr("Not now"), "not-now"), GAP]
        case Stands.MEETING:
            line = tr("Reminders: after the meeting, {time}").format(time=when)
            again = [(tr("The meeting is over"), "again"), GAP]
        case Stands.QUIET:
            line = tr("Reminders: quiet until {time}").format(time=when)
            again = [(tr("Hear them again"), "again"), GAP]
        case Stands.NEXT:
            line = tr("Reminders: next {time}").format(time=when)
        case Stands.NONE:
            line = tr("Reminders: none to come")
    rest = [(tr("In a meeting, 1 h"), "meeting"), *_quiets(), GAP, choose, (tr("Off"), "off")]
    return line, [*again, *rest]


def moment_text(at: float) -> str:
    """Write a moment as a time of day; the day stands before it where that is not today."""
    moment = QDateTime.fromSecsSinceEpoch(round(at))
    if moment.date() == QDateTime.currentDateTime().date():
        return clock_time(moment)
    day = QLocale().dayName(datetime.fromtimestamp(at).isoweekday(), QLocale.FormatType.ShortFormat)  # noqa: DTZ006 - the day here
    return f"{day} {clock_time(moment)}"


def _quiets() -> list[tuple[str, str]]:
    return [
        (tr("Quiet for 30 min"), Quiet.HALF_AN_HOUR.value),
        (tr("Quiet for 1 h"), Quiet.AN_HOUR.value),
        (tr("Quiet for 2 h"), Quiet.TWO_HOURS.value),
        (tr("Quiet until tomorrow"), Quiet.UNTIL_TOMORROW.value),
    ]
