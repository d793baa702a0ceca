"""The sessions of a day are counted right, however many there are and in whatever state the journal is."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from legsup.domain.session import Outcome
from legsup.practice.kept_journal import KeptJournal
from legsup.services.journal.journal import Journal
from legsup.services.session_lock import SessionLock
from tests.practice.test_kept_journal import held
from tests.services.journals import sql
from tests.services.test_journal import START, record

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.record import Record
    from legsup.places import Places
    from tests.practice.conftest import Made


def of_one_day(count: int) -> list[Record]:
    """Give so many records of one day, each of a practice of its own."""
    return [
        replace(record(number + 1000), sequence=f"s{number}", started=START + timedelta(minutes=number))
        for number in range(count)
    ]


def test_every_session_of_a_day_is_counted_however_many(kept: Callable[[], Made], places: Places) -> None:
    with closing(Journal(places.journal)) as journal:
        journal.merge(record(-30 * number, Outcome.COMPLETED) for number in range(1, 60))
    counting, _, _ = kept()
    opened = counting.opened()
    assert opened is not None
    opened.flush()
    assert counting.practised_on(record(2).day) == 3
    with closing(Journal(places.journal)) as journal:
        journal.merge(of_one_day(130))
    assert counting.practised_on(record(2).day) == 133
    assert counting.held_on(record(2).day) >= {f"s{number}" for number in range(130)}
    counting.close()


@pytest.mark.parametrize(
    "way", ["held against writing", "held against all", "damaged row", "no more written"]
)
def test_every_session_of_a_day_is_counted_in_whatever_state_the_journal_is(
    kept: Callable[[], Made], places: Places, way: str
) -> None:
    with closing(Journal(places.journal)) as journal:
        journal.merge(of_one_day(20))
        journal.interrupt_left()
    counting, _, _ = kept()
    with ExitStack() as stack:
        if way == "held against all":
            stack.enter_context(held(places.journal))
        opened = counting.opened()
        assert opened is not None
        opened.flush(0.0 if way == "held against all" else None)
        if way == "damaged row":
            sql(places.journal, "UPDATE records SET breaths = 'x' WHERE sequence = 's19'")
        elif way != "held against all":
            other = stack.enter_context(closing(sqlite3.connect(places.journal, isolation_level=None)))
            other.execute("BEGIN IMMEDIATE")
        if way == "no more written":
            ledger = places.journal.with_suffix(".jsonl")
            ledger.unlink()
            ledger.mkdir()
        for each in of_one_day(30)[20:]:
            opened.put(each)
        if way == "damaged row":
            assert len(counting.on_day(record(2).day)) == 33
        assert counting.practised_on(record(2).day) == 33
        assert counting.held_on(record(2).day) >= {f"s{number}" for number in range(30)}
        if way != "held against all":
            assert counting.sums("day")[-1].sessions == 33
    counting.close()


def test_the_day_of_a_journal_that_cannot_be_opened_is_read_as_it_stands(
    kept: Callable[[], Made], places: Places
) -> None:
    places.journal.unlink()
    places.journal.mkdir()
    counting, _, _ = kept()
    assert counting.practised_on(record(2).day) == 2, "from the ledger, which alone can be read"
    places.journal.rmdir()
    assert counting.practised_on(record(2).day) == 2, "from the ledger, which alone is there"
    counting.close()


def test_who_flew_west_has_the_evening_of_a_day_after_the_morning_of_the_next(places: Places) -> None:
    tokyo, hawaii = timezone(timedelta(hours=9)), timezone(timedelta(hours=-10))
    morning = datetime(2026, 11, 30, 7, tzinfo=tokyo)
    evening = datetime(2026, 11, 29, 19, tzinfo=hawaii)
    with closing(Journal(places.journal)) as journal:
        journal.merge(replace(record(90 + n), started=evening + timedelta(minutes=n)) for n in range(8))
        journal.merge([replace(record(80), started=morning)])
    kept = KeptJournal(places, SessionLock(places.runtime / "session.lock"), lambda _trouble, _detail: None)
    assert kept.practised_on(date(2026, 11, 30)) == 1
    assert kept.practised_on(date(2026, 11, 29)) == 8
    kept.close()
