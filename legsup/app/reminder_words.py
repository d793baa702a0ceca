"""The words of reminders that an idle tray needs: the lines of their submenu, and a notification's buttons."""

from __future__ import annotations

from datetime import datetime

from legsup.domain.reminding import Quiet, Stands
from legsup.ui.words import clock_time, tr

#: A line between two groups of a menu.
GAP = ("", "")


def buttons() -> dict[str, str]:
    """Give the buttons of a notification by their keys."""
    return {"start": tr("Start"), "later": tr("In 15 min"), "not-now": tr("Not now")}


def reminder_lines(stands: Stands, at: float | None) -> tuple[str, list[tuple[str, str]]]:
    """Word the tray's line about reminders, and the lines of its submenu with their keys; ``at`` None leaves out when."""
    choose = (tr("Choose times…"), "settings")
    again: list[tuple[str, str]] = []
    match stands:
        case Stands.OFF:
            return tr("Reminders: off"), [(tr("Remind me, as proposed"), "on"), choose]
        case Stands.DUE:
            line = tr("Reminders: one now")
            again = [(tr("In 15 min"), "later"), (tr("Not now"), "not-now"), GAP]
        case Stands.MEETING:
            line = _timed(tr("Reminders: after the meeting"), tr("Reminders: after the meeting, {time}"), at)
            again = [(tr("The meeting is over"), "again"), GAP]
        case Stands.QUIET:
            line = _timed(tr("Reminders: quiet"), tr("Reminders: quiet until {time}"), at)
            again = [(tr("Remind me again"), "again"), GAP]
        case Stands.NEXT:
            line = _timed(tr("Reminders: on"), tr("Reminders: next {time}"), at)
        case Stands.NONE:
            line = tr("Reminders: none to come")
    rest = [(tr("In a meeting, 1 h"), "meeting"), *_quiets(), GAP, choose, (tr("Off"), "off")]
    return line, [*again, *rest]


def _timed(without: str, with_time: str, at: float | None) -> str:
    return without if at is None else with_time.format(time=moment_text(at))


def moment_text(at: float) -> str:
    """Write a moment as a time of day; the day stands before it where that is not today."""
    from PySide6.QtCore import QDateTime, QLocale  # noqa: PLC0415 - their enums weigh on an idle tray

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
