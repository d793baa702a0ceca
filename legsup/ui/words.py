"""The window's words that need no session: times, minutes and names as text for people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

if TYPE_CHECKING:
    from datetime import date

_NUMBERS = (
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen",
    "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty",
)  # fmt: skip

#: Seconds between two reckonings of "up by" while it moves, where nobody looks at it all the time.
UP_BY_MOVES = 20.0
#: The name of the day in a country's long form, first or last, with what parts it from the date.
_DAY_NAME = r"^d{3,4}[^yMd']*|[\s,،、(-]*d{3,4}\)?$"


def tr(text: str) -> str:
    """Translate a text of the window."""
    return QCoreApplication.translate("LegsUp", text)


def clock_time(moment: QDateTime) -> str:
    """Write a time of day as the person's country does."""
    return in_one_system(QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat))


def day_text(day: date, *, short: bool = False) -> str:
    """Write a day as the person's country does, its month in words; ``short`` without the day's name, the month's cut.

    The short form is made of the long one: a country's own short one is numbers, of which nobody abroad can tell the
    month from the day.
    """
    form = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    if short:
        form = re.sub(_DAY_NAME, "", form).replace("MMMM", "MMM")
    return in_one_system(QLocale().toString(QDate(day.year, day.month, day.day), form))


def named_day(day: date) -> str:
    """Write a day as the person's country does, its name and its month cut."""
    form = QLocale().dateFormat(QLocale.FormatType.LongFormat).replace("dddd", "ddd").replace("MMMM", "MMM")
    return in_one_system(QLocale().toString(QDate(day.year, day.month, day.day), form))


def in_one_system(text: str) -> str:
    """Write the digits of a country as the other numbers beside them, which come with the app's words."""
    if text.isascii():
        return text
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text)


def up_by(seconds: float) -> str:
    """Say when one will be up, who has so many seconds to go from now."""
    moment = QDateTime.currentDateTime().addMSecs(round(1000 * seconds))
    return tr("up by {time}").format(time=clock_time(moment))


def to_fall_asleep() -> str:
    """Say how a practice ends that nobody gets up from."""
    return tr("to fall asleep")


def minutes_text(minutes: float) -> str:
    """Write minutes with their unit."""
    return tr("{minutes} min").format(minutes=number_text(minutes))


def minutes_in_words(minutes: float) -> str:
    """Say minutes at the beginning of a sentence: whole ones up to twenty in a word."""
    whole = int(minutes)
    if minutes == whole and 0 < whole <= len(_NUMBERS):
        return (
            tr("One minute") if whole == 1 else tr("{number} minutes").format(number=tr(_NUMBERS[whole - 1]))
        )
    return tr("{minutes} minutes").format(minutes=number_text(minutes))


def number_text(number: float) -> str:
    """Write a number with the mark that the person's country has before tenths."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    whole = number == int(number)
    return in_one_system(locale.toString(int(number)) if whole else locale.toString(number, "g", 3))


def range_text(shortest: float, longest: float) -> str:
    """Write the minutes that a practice offers."""
    return tr("{shortest}–{longest} min").format(shortest=number_text(shortest), longest=number_text(longest))


def break_text(free: int, minutes: float | None) -> str:
    """Offer the minutes that fit a break; where none do, the break alone."""
    if minutes is None:
        return tr("{free} min").format(free=free)
    return tr("{free} min → {minutes}").format(free=free, minutes=number_text(minutes))


def break_name(free: int, minutes: float | None) -> str:
    """Name such an offer for those who do not see it."""
    if minutes is None:
        return tr("A break of {free} minutes is too short for this practice").format(free=free)
    return tr("A break of {free} minutes: {minutes} minutes of holding").format(
        free=free, minutes=number_text(minutes)
    )


def sequence_name(name: str) -> str:
    """Make a name for a sequence from its id, for before its file is read."""
    return name.replace("-", " ").capitalize()
