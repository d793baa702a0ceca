"""The outcome in time: weeks that pass, a clinician's yes, half a year; and what else is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from legsup.domain.calendar import months_later
from legsup.domain.screening.access import Access, Level
from legsup.domain.screening.columns import IN_BED, OF_SHIPPED, Column, can_be_in_bed, column_of
from legsup.domain.screening.limits import Limits
from legsup.domain.screening.outcome import (
    Due,
    asked_again_on,
    due,
    only_seated,
    open_instead,
    renewed,
    with_yes,
)
from tests.screened import DAY, SILENT, UNTOUCHED, answered, outcome
from tests.small_practice import wall

FREE = outcome(UNTOUCHED)
CLOT = outcome(answered("6"))
OPERATED = outcome(answered("10", "10-early"))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 5, 3), 6, date(2026, 11, 3)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
    ],
)
def test_months_are_those_of_the_calendar(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 5, 3), Due.NOT_YET),
        (date(2026, 10, 19), Due.NOT_YET),
        (date(2026, 10, 20), Due.SOON),
        (date(2026, 11, 2), Due.SOON),
        (date(2026, 11, 3), Due.DUE),
        (date(2026, 5, 2), Due.NOT_YET),  # west of the time zone of the answers
        (date(2026, 5, 1), Due.DUE),
    ],
)
def test_it_is_asked_again_after_six_months_and_announced_two_weeks_before(today: date, told: Due) -> None:
    assert due(FREE, today) is told
    assert asked_again_on(FREE) == date(2026, 11, 3)


def test_a_yes_opens_what_is_to_be_asked_for_with_its_date() -> None:
    told = DAY + timedelta(days=10)
    opened = with_yes(CLOT, Column.WALL, told)
    assert opened.of(Column.WALL) == Access(level=Level.ASK, said_yes=told)
    assert opened.of(Column.WALL).is_open
    assert not CLOT.of(Column.WALL).is_open
    assert opened.limits == CLOT.limits
    assert [now for now, before in zip(opened.columns, CLOT.columns, strict=True) if now != before] == [
        opened.of(Column.WALL)
    ]


@pytest.mark.parametrize("column", [Column.RAISED_HIPS, Column.SEATED])
def test_no_yes_opens_what_is_closed_or_open_already(column: Column) -> None:
    with pytest.raises(ValueError, match="no yes opens it"):
        with_yes(CLOT, column, DAY)


def test_what_waits_its_weeks_is_then_to_be_asked_for() -> None:
    before, after = DAY + timedelta(days=41), DAY + timedelta(days=42)
    assert OPERATED.of(Column.WALL, before).level is Level.CLOSED
    assert OPERATED.of(Column.WALL, after) == Access(level=Level.ASK)
    assert OPERATED.of(Column.RAISED_HIPS, after).level is Level.CLOSED
    assert with_yes(OPERATED, Column.WALL, after).of(Column.WALL).is_open
    with pytest.raises(ValueError, match="closed"):
        with_yes(OPERATED, Column.WALL, before)


def test_still_true_renews_the_day_and_keeps_the_weeks_that_are_left() -> None:
    later = DAY + timedelta(days=10)
    again = renewed(OPERATED, later)
    assert again.day == later
    assert again.of(Column.WALL).weeks == 5
    assert renewed(OPERATED, DAY + timedelta(days=42)).of(Column.WALL) == Access(level=Level.ASK)


def test_still_true_keeps_a_clinicians_yes_for_six_months_of_its_own() -> None:
    told = DAY + timedelta(days=100)
    opened = with_yes(CLOT, Column.WALL, told)
    assert renewed(opened, date(2026, 11, 3)).of(Column.WALL).said_yes == told
    assert renewed(opened, months_later(told, 6)).of(Column.WALL) == Access(level=Level.ASK)
    assert renewed(opened, told - timedelta(days=2)).of(Column.WALL).said_yes is None


def test_what_else_is_open_is_named_the_gentlest_first() -> None:
    assert open_instead(FREE, DAY, besides=Column.WALL) == (
        Column.SEATED,
        Column.REST,
        Column.SIDE,
        Column.FEET,
        Column.TURNED,
        Column.RAISED_HIPS,
    )
    assert open_instead(outcome(answered("2", "2-high")), DAY) == (Column.SEATED, Column.REST, Column.SIDE)
    assert Column.WALL in open_instead(with_yes(CLOT, Column.WALL, DAY), DAY)


def test_while_the_questions_cannot_be_read_seated_breath_alone_is_open() -> None:
    nothing = only_seated(DAY)
    assert open_instead(nothing, DAY) == (Column.SEATED,)
    assert nothing.limits == Limits(seat=120, holds=False, leave_out=frozenset({"childs-pose", "hugging"}))


def test_a_sequence_that_ships_has_its_column_and_ones_own_counts_as_the_wall() -> None:
    for name, column in OF_SHIPPED.items():
        shipped = replace(wall(), id=name, source="shipped")
        assert column_of(shipped) is column
        assert can_be_in_bed(shipped) is (name in IN_BED)
        assert column_of(replace(shipped, source=f"own/{name}.toml")) is Column.WALL
        assert not can_be_in_bed(replace(shipped, source=f"own/{name}.toml"))
    assert column_of(replace(wall(), id="new", source="shipped")) is Column.WALL


def test_nothing_of_health_is_in_what_a_log_would_write() -> None:
    said = outcome(SILENT)
    for value in (said, said.of(Column.WALL), said.limits, answered("1"), CLOT.of(Column.WALL)):
        assert len(repr(value)) < 35
        for told in ("closed", "ask", "120", "yes", "eyes", "childs"):
            assert told not in repr(value) + str(value)
