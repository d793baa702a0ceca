"""The disk fills up between the ledger and the file: what is said of it is so, and nothing is lost."""

from __future__ import annotations

import sys
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from legsup.services.journal import rows
from legsup.services.journal.ledger import Ledger
from legsup.services.journal.schema import reading
from legsup.services.journal.store import Store
from legsup.services.journal.trouble import JournalError
from tests.services.test_journal import record

if sys.platform == "win32":
    pytest.skip("there is no such limit", allow_module_level=True)

import resource

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from pathlib import Path
    from uuid import UUID

    from legsup.domain.record import Record


class LastOfTheDisk(Ledger):
    """A ledger for which there is room, and after which no file takes anything more."""

    def write(self, records: Iterable[Record]) -> None:
        super().write(records)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


@contextmanager
def filling(store: Store) -> Generator[None]:
    """Have the disk be full once the ledger is written, for a while."""
    usual, ledger = resource.getrlimit(resource.RLIMIT_FSIZE), store.ledger
    store.ledger = LastOfTheDisk(store.file)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
        store.ledger = ledger


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with one record."""
    with closing(Store(tmp_path / "journal.sqlite3", 1.0)) as opened:
        opened.put(record(0))
        opened.catch_up()
        yield opened


def in_file(store: Store) -> dict[UUID, Record]:
    """The records of the file alone, as another program finds them once the store is closed."""
    store.close()
    with closing(reading(store.file)) as connection:
        return {each.uuid: each for each in rows.ended(connection)}


def test_what_is_brought_is_added_once_the_ledger_has_it(store: Store) -> None:
    with filling(store):
        assert store.add([record(0), record(1), record(2)]) == len(("1", "2"))
        assert store.behind
        assert store.owes
    assert set(in_file(store)) == {record(0).uuid}, "else nothing was half done"
    store.catch_up()
    assert not store.behind
    assert set(in_file(store)) == {record(number).uuid for number in range(3)}


def test_of_what_is_brought_nothing_is_added_where_the_ledger_could_not_be_written(store: Store) -> None:
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, usual[1]))
    try:
        with pytest.raises((JournalError, OSError)):
            store.add([record(1)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert not store.owes
    store.catch_up()
    assert set(in_file(store)) == {record(0).uuid}


def test_an_answer_half_written_is_written_with_the_next_try(store: Store) -> None:
    answered = replace(record(0), after=0, note="after all")
    with filling(store), pytest.raises(JournalError):
        store.revise(answered)
    store.revise(answered)
    assert in_file(store) == {answered.uuid: answered}
    assert [each.note for each in store.ledger.after().records] == ["after all"]


def test_a_deletion_half_done_is_done_with_the_next_try(store: Store) -> None:
    store.put(record(1))
    with filling(store), pytest.raises(JournalError):
        store.remove(record(0).uuid)
    store.remove(record(0).uuid)
    assert set(in_file(store)) == {record(1).uuid}
    assert [each.uuid for each in store.ledger.after().records] == [record(1).uuid]
