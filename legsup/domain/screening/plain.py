"""The outcome as plain values for a file, and back; what is damaged gives faults, never a yes."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar, cast

from legsup.domain.fault import Faults
from legsup.domain.ranges import MOST_MINUTES
from legsup.domain.screening.access import Access, Level
from legsup.domain.screening.columns import Column
from legsup.domain.screening.limits import SEATS, Limits
from legsup.domain.screening.outcome import ScreeningOutcome
from legsup.domain.sequence import MAY_BE_LEFT_OUT
from legsup.domain.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.fault import Fault

Kept = TypeVar("Kept", Access, Limits)
#: Conditions and limits that are true or false, as their fields are called; ``holds`` stands alone, being true.
CONDITIONS = ("once_a_day", "bed", "left", "quiet")
CAUTIONS = ("left", "quiet", "long_way", "own_pace", "head_still", "with_adult")
#: Most weeks of waiting, and hours after food, that any answer asks for.
MOST_WEEKS, MOST_HOURS = 52, 24.0


def to_plain(outcome: ScreeningOutcome) -> dict[str, object]:
    """Write the outcome in text, numbers, lists and tables. Every key is written: a missing one is damage."""
    columns = zip(Column, outcome.columns, strict=True)
    return {
        "day": outcome.day.isoformat(),
        "columns": {column.value: _plain(access) for column, access in columns},
        "limits": _plain(outcome.limits),
    }


def from_plain(value: object, name: str = "outcome") -> tuple[ScreeningOutcome | None, tuple[Fault, ...]]:
    """Read what ``to_plain`` wrote; with the least fault there is no outcome. The faults tell nothing of health."""
    faults = Faults(name)
    table = Table(value, faults, discreet=True)
    table.demand(("day",))
    day = table.day_or_none("day")
    each = table.table("columns")
    columns = tuple(_whole(each.table(column.value), Access, access_in) for column in Column)
    each.end()
    if columns[-1] != Access():
        each.wrong(Column.SEATED.value, "open to everybody", "something else")
    limits = _whole(table.table("limits"), Limits, limits_in)
    table.end()
    if day is None and not faults:
        table.wrong("day", "a day as 2026-11-23", "nothing")
    outcome = None if faults or day is None else ScreeningOutcome(day, columns, limits)
    return outcome, tuple(faults)


def access_in(table: Table) -> Access:
    """Read one column's access."""
    access = Access(
        level=table.member("level", Level),
        weeks=table.whole_or_none("weeks", 1, MOST_WEEKS),
        minutes=table.number_or_none("minutes", 1.0, MOST_MINUTES),
        hours_after_food=table.number_or_none("hours_after_food", 1.0, MOST_HOURS),
        said_yes=table.day_or_none("said_yes"),
        **{name: table.flag(name) for name in CONDITIONS},
    )
    if access.weeks is not None and access.level is not Level.CLOSED:
        table.wrong("weeks", "weeks only where it is closed", "some")
    if access.said_yes is not None and access.level is not Level.ASK:
        table.wrong("said_yes", "a yes only where it is to be asked for", "one")
    table.end()
    return access


def limits_in(table: Table) -> Limits:
    """Read limits."""
    seat = table.number_or_none("seat", min(SEATS), max(SEATS))
    if seat is not None and seat not in SEATS:
        table.wrong("seat", "60 or 120", "another number")
    left_out = frozenset(table.texts("leave_out"))
    if left_out - MAY_BE_LEFT_OUT:
        table.wrong("leave_out", "some of " + ", ".join(sorted(MAY_BE_LEFT_OUT)), "something else")
    limits = Limits(
        seat=seat,
        holds=table.flag("holds", missing=True),
        leave_out=left_out,
        **{name: table.flag(name) for name in CAUTIONS},
    )
    table.end()
    return limits


def _whole(table: Table, kind: type[Access | Limits], read: Callable[[Table], Kept]) -> Kept:
    """Read what was written whole."""
    table.demand(key.name for key in fields(kind))
    return read(table)


def _plain(value: Access | Limits) -> dict[str, object]:
    return {key.name: _plain_value(getattr(value, key.name)) for key in fields(value)}


def _plain_value(value: object) -> object:
    match value:
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(str(name) for name in cast("frozenset[str]", value))
        case _:
            return value
