"""The window's words that need no session: times, minutes and names as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

if TYPE_CHECKING:
    from datetime import date

#: How long a break is, and the minutes of holding that fit into it with the way in and out.
BREAKS = ((7, 2.0), (10, 5.0), (15, 10.0), (25, 20.0))


def tr(text: str) -> str:
    """Translate a text of the window."""
    return QCoreApplication.translate("LegsUp", text)


def clock_time(moment: QDateTime) -> str:
    """Write a time of day as the person's country does."""
    return QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)


def day_text(day: date) -> str:
    """Write a day as the person's country does."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def up_by(seconds: float) -> str:
    """Say when one will be up, who has so many seconds to go from now."""
    moment = QDateTime.currentDateTime().addMSecs(round(1000 * seconds))
    return tr("up by {time}").format(time=clock_time(moment))


def to_fall_asleep() -> str:
    """Say how a practice ends that nobody gets up from."""
    return tr("to fall asleep")


def minutes_text(minutes: float) -> str:
    """Write minutes with their unit."""
    return tr("{minutes} min").format(minutes=f"{minutes:g}")


def break_text(free: int, minutes: float) -> str:
    """Offer the minutes that fit a break."""
    return tr("I have {free} min → {minutes}").format(free=free, minutes=f"{minutes:g}")


def sequence_name(name: str) -> str:
    """Make a name for a sequence from its id, for before its file is read."""
    return name.replace("-", " ").capitalize()
