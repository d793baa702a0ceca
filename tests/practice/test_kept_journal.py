"""The journal as both faces keep it: nobody waits for it, nothing is said that is not so, and what can be read is shown."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from legsup.domain.session import Outcome
from legsup.places import Places, in_folder
from legsup.practice.kept_journal import JournalTrouble, KeptJournal
from legsup.services.journal.ledger import Ledger
from legsup.services.session_lock import SessionLock
from tests.services.test_journal import record

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from tests.practice.conftest import Made


@contextmanager
def held(file: Path) -> Generator[None]:
    """Hold a journal as another program does that lets nobody read or write."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("CREATE TABLE z (a)")
        yield
        other.execute("ROLLBACK")


def test_what_a_dead_session_left_is_shown_as_interrupted_at_once(kept: Callable[[], Made]) -> None:
    journal, told, lock = kept()
    assert [each.outcome for each in journal.newest(9)[0]] == [Outcome.INTERRUPTED, *[Outcome.COMPLETED] * 2]
    assert (told, lock.is_held) == ([], False)
    journal.close()


def test_what_runs_elsewhere_is_left_running_until_it_is_dead(
    kept: Callable[[], Made], places: Places
) -> None:
    elsewhere = SessionLock(places.runtime / "session.lock")
    assert elsewhere.take()
    journal, _, _ = kept()
    assert journal.newest(1)[0][0].outcome is None
    journal.close()
    elsewhere.give_back()
    assert journal.newest(1)[0][0].outcome is Outcome.INTERRUPTED
    journal.close()


def test_a_session_of_our_own_is_not_taken_for_a_dead_one_where_those_could_not_be_looked_for_before(
    kept: Callable[[], Made], places: Places
) -> None:
    journal, _, lock = kept()
    with held(places.journal):
        opened = journal.opened()
        assert opened is not None
        opened.flush()
    assert lock.take()
    opened.put(record(9, None))
    opened.flush()
    found = {each.uuid: each.outcome for each in journal.newest(9)[0]}
    opened.flush()
    found |= {each.uuid: each.outcome for each in journal.newest(9)[0]}
    assert found[record(9).uuid] is None
    lock.give_back()
    journal.close()


def test_a_session_lock_that_cannot_be_opened_hides_nothing(kept: Callable[[], Made], places: Places) -> None:
    places.runtime.mkdir(parents=True)
    (places.runtime / "session.lock").mkdir()
    journal, told, _ = kept()
    opened = journal.opened()
    assert opened is not None
    opened.flush()  # while the writer still opens the file, the finished ones alone are read, from the ledger
    records, trouble = journal.newest(9)
    assert (len(records), trouble, told) == (3, "", [])
    assert journal.session_number() == 3
    journal.close()


def test_a_journal_that_another_program_holds_is_read_from_the_ledger_and_takes_records(
    kept: Callable[[], Made], places: Places
) -> None:
    journal, told, _ = kept()
    with held(places.journal):
        opened = journal.opened()
        assert opened is not None
        opened.put(record(4))
        assert [each.uuid for each in journal.newest(9)[0]] == [record(n).uuid for n in (4, 2, 1)]
        opened.flush()
        assert opened.is_written
        assert {trouble for trouble, _ in told} <= {JournalTrouble.SHUT, JournalTrouble.BESIDE}
        assert journal.held_on(record(4).day) == {"wall"}
    journal.close()
    again, _, _ = kept()
    assert len(again.newest(9)[0]) == 4
    again.close()


def test_while_another_program_holds_it_nothing_is_said_of_writing_and_days_have_their_dots(
    kept: Callable[[], Made], places: Places
) -> None:
    journal, told, _ = kept()
    with held(places.journal):
        opened = journal.opened()
        assert opened is not None
        opened.flush()
        assert {trouble for trouble, _ in told} == {JournalTrouble.SHUT}
        day = record(1).day
        assert [(each.name, each.sessions) for each in journal.sums("day")] == [(day.isoformat(), 2)]
        assert journal.sums("day", "2026-11-24") == journal.sums("day", "", "2026-11-22") == []
        assert journal.sums("hour") == []  # a part would pass for the whole
        assert [each.uuid for each in journal.on_day(day)] == [record(n).uuid for n in (2, 1)]
        opened.put(record(4))
        opened.flush()
        assert told[-1][0] is JournalTrouble.BESIDE
        assert [each.sessions for each in journal.sums("day")] == [3]
    opened.flush()
    assert told[-1][0] is JournalTrouble.WRITTEN
    journal.close()


def test_what_was_shut_and_is_free_is_told_as_that(kept: Callable[[], Made], places: Places) -> None:
    journal, told, _ = kept()
    with held(places.journal):
        opened = journal.opened()
        assert opened is not None
        opened.flush()
    opened.flush()
    assert [trouble for trouble, _ in told][-1] is JournalTrouble.FREE
    assert {trouble for trouble, _ in told} == {JournalTrouble.SHUT, JournalTrouble.FREE}
    journal.close()


def test_what_stands_in_the_ledger_alone_counts_for_its_day_once(
    kept: Callable[[], Made], places: Places
) -> None:
    journal, _, _ = kept()
    opened = journal.opened()
    assert opened is not None
    opened.flush()
    day = record(1).day
    before = journal.sums("day", day.isoformat())[0]
    ledger = Ledger(places.journal)
    with ledger.alone(1.0):
        ledger.append(record(5))
        ledger.append(replace(record(5), after=0))
        ledger.append(record(2))
    after = journal.sums("day", day.isoformat())[0]
    assert (after.sessions, after.held) == (before.sessions + 1, before.held + record(5).held)
    assert journal.on_day(day)[0] == replace(record(5), after=0)
    with ledger.alone(1.0):
        ledger.write([record(number) for number in (1, 2, 3, 5)])
    assert journal.sums("day", day.isoformat())[0].sessions == before.sessions + 1
    journal.close()


def test_a_newer_journal_is_left_alone_and_said(kept: Callable[[], Made], places: Places) -> None:
    with closing(sqlite3.connect(places.journal)) as other:
        other.execute("PRAGMA user_version=99")
    journal, told, _ = kept()
    records, trouble = journal.newest(9)
    assert records == []
    assert "newer Legs Up" in trouble
    assert journal.opened() is None
    assert told[0][0] is JournalTrouble.UNUSABLE
    assert journal.session_number() == 1
    assert journal.held_on(date(2026, 11, 23)) == frozenset()


def test_a_mended_journal_is_told_with_what_is_lost(kept: Callable[[], Made], places: Places) -> None:
    places.journal.with_suffix(".jsonl").unlink()
    with closing(sqlite3.connect(places.journal)) as other, other:
        other.execute("UPDATE records SET outcome = 'x' WHERE rowid = 1")
    journal, told, _ = kept()
    opened = journal.opened()
    assert opened is not None
    opened.look_through()
    opened.flush()
    assert [trouble for trouble, _ in told] == [JournalTrouble.SET_ASIDE, JournalTrouble.LOST]
    assert told[1][1] == "1"
    journal.close()


def test_looking_makes_no_journal(tmp_path: Path) -> None:
    home = in_folder(tmp_path / "new")
    journal = KeptJournal(
        home, SessionLock(home.runtime / "lock"), lambda trouble, _: pytest.fail(str(trouble))
    )
    assert journal.newest(5) == ([], "")
    assert journal.session_number() == 1
    assert not home.data.exists()


def test_what_was_told_as_not_written_is_told_as_written_also_where_it_was_to_be_told_again(
    kept: Callable[[], Made], places: Places
) -> None:
    ledger = places.journal.with_suffix(".jsonl")
    journal, told, _ = kept()
    opened = journal.opened()
    assert opened is not None
    opened.flush()
    for each in (places.journal, ledger):
        each.unlink()
        each.mkdir()
    opened.put(record(4))
    opened.flush()
    assert told[-1][0] is JournalTrouble.NOT_WRITTEN
    journal.tell_again()
    for each in (places.journal, ledger):
        each.rmdir()
    opened.flush()
    assert told[-1][0] is JournalTrouble.WRITTEN
    journal.close()
