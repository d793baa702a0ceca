"""What the answers make of one column: open, open after a clinician's yes, or closed; and under which conditions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum


class Level(StrEnum):
    """How open a column is."""

    OPEN = "open"
    ASK = "ask"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Access:
    """The access to one column.

    ``weeks`` (closed only): that many weeks after the day of the answers it becomes "ask"; None stays closed.
    ``minutes`` is the most minutes of holding, ``once_a_day`` allows one practice a day, ``hours_after_food`` are to
    pass after a meal, ``bed`` keeps it to bed. ``left`` and ``quiet`` are the side to lie on: the left, or the one on
    which the room does not spin. ``said_yes`` is the day on which the person told of a clinician's yes.
    """

    level: Level = Level.OPEN
    weeks: int | None = None
    minutes: float | None = None
    once_a_day: bool = False
    hours_after_food: float | None = None
    bed: bool = False
    left: bool = False
    quiet: bool = False
    said_yes: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it may be practised, conditions kept: open from the first, or by a clinician's yes."""
        return self.level is Level.OPEN or (self.level is Level.ASK and self.said_yes is not None)

    @property
    def sides_meet(self) -> bool:
        """Whether the left side is asked for as well as the quiet one: they may differ, so a clinician is asked."""
        return self.left and self.quiet

    def on(self, answered: date, today: date) -> Access:
        """Give what it is today, if the answers are of the day ``answered``: what waited its weeks is now to ask."""
        if self.weeks is None or today < self.opens_to_asking(answered, self.weeks):
            return self
        return replace(self, level=Level.ASK, weeks=None)

    @staticmethod
    def opens_to_asking(answered: date, weeks: int) -> date:
        """Give the day from which a clinician may be asked."""
        return answered + timedelta(weeks=weeks)

    def __repr__(self) -> str:
        """Tell nothing of anybody's health to a log."""
        return "Access(…)"


def stricter(one: Access, other: Access) -> Access:
    """Add up two accesses of one column: the stricter wins in everything. No yes survives, since answers changed."""
    both = Access(
        level=_higher(one.level, other.level),
        weeks=_longer_wait(one, other),
        minutes=min(_given(one.minutes, other.minutes), default=None),
        once_a_day=one.once_a_day or other.once_a_day,
        hours_after_food=max(_given(one.hours_after_food, other.hours_after_food), default=None),
        bed=one.bed or other.bed,
        left=one.left or other.left,
        quiet=one.quiet or other.quiet,
    )
    # Where the two sides meet nobody here can know which is right.
    return replace(both, level=_higher(both.level, Level.ASK)) if both.sides_meet else both


def _higher(one: Level, other: Level) -> Level:
    order = tuple(Level)
    return max(one, other, key=order.index)


def _given(*values: float | None) -> list[float]:
    return [value for value in values if value is not None]


def _longer_wait(one: Access, other: Access) -> int | None:
    """A column closed for good stays so; of two waits the longer counts."""
    closed = [access.weeks for access in (one, other) if access.level is Level.CLOSED]
    waits = [weeks for weeks in closed if weeks is not None]
    return max(waits) if waits and len(waits) == len(closed) else None
