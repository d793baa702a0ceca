"""The outcome of the screening, which alone is kept: columns with their access, limits, and the day; no answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING

from legsup.domain.calendar import months_later
from legsup.domain.screening.access import Access, Level, stricter
from legsup.domain.screening.columns import GENTLEST_FIRST, Column
from legsup.domain.screening.limits import SEATS, Limits, added
from legsup.domain.sequence import MAY_BE_LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legsup.domain.screening.matrix import Row

#: After so many months the questions are asked again, announced so many days before.
MONTHS = 6
ANNOUNCED_DAYS = 14


class Due(StrEnum):
    """Whether the answers are to be given again."""

    NOT_YET = "not-yet"
    SOON = "soon"
    DUE = "due"


@dataclass(frozen=True, slots=True, repr=False)
class ScreeningOutcome:
    """What the answers of a day came to; ``columns`` stand in the order of ``Column``."""

    day: date
    columns: tuple[Access, ...]
    limits: Limits

    def of(self, column: Column, today: date | None = None) -> Access:
        """Give a column's access, on a later day if one is given."""
        access = self.columns[tuple(Column).index(column)]
        return access if today is None else access.on(self.day, today)

    def __repr__(self) -> str:
        """Tell the day alone, so that no log tells of anybody's health."""
        return f"ScreeningOutcome(of {self.day})"


def outcome_of(rows: Iterable[Row], day: date) -> ScreeningOutcome:
    """Add up rows of the matrix: the strictest wins in each column, every limit counts."""
    columns, limits = tuple(Access() for _ in Column), Limits()
    for row in rows:
        columns = tuple(stricter(one, other) for one, other in zip(columns, row.columns, strict=True))
        limits = added(limits, row.limits)
    return ScreeningOutcome(day, columns, limits)


def only_seated(day: date) -> ScreeningOutcome:
    """Give what holds while the questions cannot be read: Seated breath alone, with every caution."""
    columns = tuple(Access() if column is Column.SEATED else Access(level=Level.CLOSED) for column in Column)
    return ScreeningOutcome(day, columns, Limits(seat=max(SEATS), holds=False, leave_out=MAY_BE_LEFT_OUT))


def with_yes(outcome: ScreeningOutcome, column: Column, today: date) -> ScreeningOutcome:
    """Open a column that is to be asked for, on the day on which a clinician's yes is told.

    Raises:
        ValueError: the column is closed, or open already.
    """
    access = outcome.of(column, today)
    if access.level is not Level.ASK:
        message = f"{column} is {access.level}, so no yes opens it"
        raise ValueError(message)
    return _with(outcome, column, replace(access, said_yes=today))


def on_a_heavy_day(outcome: ScreeningOutcome) -> ScreeningOutcome:
    """Hide raised hips for the day of a heavy period, as some teachers advise (S24); this is not kept."""
    return _with(outcome, Column.RAISED_HIPS, Access(level=Level.CLOSED))


def open_instead(
    outcome: ScreeningOutcome, today: date, *, besides: Column | None = None
) -> tuple[Column, ...]:
    """Name what is open today, the gentlest first, without the column ``besides``."""
    return tuple(
        column for column in GENTLEST_FIRST if column is not besides and outcome.of(column, today).is_open
    )


def asked_again_on(outcome: ScreeningOutcome) -> date:
    """Give the day from which the outcome no longer holds: six months after the answers."""
    return months_later(outcome.day, MONTHS)


def due(outcome: ScreeningOutcome, today: date) -> Due:
    """Tell whether the questions are to be asked again.

    A day that lies ahead by more than the one that time zones can make is no proof of an answer: due.
    """
    if not _stands(outcome.day, today):
        return Due.DUE
    return Due.SOON if asked_again_on(outcome) - today <= timedelta(days=ANNOUNCED_DAYS) else Due.NOT_YET


def renewed(outcome: ScreeningOutcome, today: date) -> ScreeningOutcome:
    """Take "still true" for an answer: the outcome of today. A clinician's yes older than six months is asked anew."""
    return ScreeningOutcome(
        today, tuple(_renewed(access, outcome.day, today) for access in outcome.columns), outcome.limits
    )


def _renewed(access: Access, answered: date, today: date) -> Access:
    now = access.on(answered, today)
    if now.weeks is not None:
        left = now.opens_to_asking(answered, now.weeks) - today
        now = replace(now, weeks=ceil(left / timedelta(weeks=1)))
    if now.said_yes is not None and not _stands(now.said_yes, today):
        now = replace(now, said_yes=None)
    return now


def _stands(said: date, today: date) -> bool:
    """Whether what was said on a day still counts: not six months old, nor ahead by more than time zones make."""
    return said - today <= timedelta(days=1) and today < months_later(said, MONTHS)


def _with(outcome: ScreeningOutcome, changed: Column, access: Access) -> ScreeningOutcome:
    columns = (
        access if column is changed else one for column, one in zip(Column, outcome.columns, strict=True)
    )
    return replace(outcome, columns=tuple(columns))
