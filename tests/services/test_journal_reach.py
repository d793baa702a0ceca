"""The journal out of reach: locked, moved, deleted; no record is lost, nobody waits, and all can be forgotten."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from legsup.services.journal.journal import Journal
from legsup.services.journal.ledger import Ledger
from legsup.services.journal.trouble import JournalError
from tests.services.journals import ALL, COUNT, Told, change, filled, leaves_of, read, spoil
from tests.services.test_journal import record

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A journal of 400 records."""
    return filled(tmp_path)


def test_what_a_locked_file_will_not_take_stands_in_the_ledger_and_is_read_from_there(file: Path) -> None:
    told = Told()
    journal = Journal(file, told, patience=0.01, waits=False)
    journal.flush()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for seconds in (1.0, 2.0):
            journal.put(replace(record(COUNT), practised=seconds))
        journal.flush()
        assert told[0].startswith("beside")
        assert len(told) == 1
        assert journal.is_written
        assert journal.records(limit=2) == [replace(record(COUNT), practised=2.0), record(COUNT - 1)]
        other.execute("ROLLBACK")
    journal.put(record(COUNT + 1))
    journal.flush()
    assert journal.records(limit=2) == [record(COUNT + 1), replace(record(COUNT), practised=2.0)]
    assert journal.sums("sequence")[0].sessions == COUNT + 2
    journal.close()


def test_a_file_that_is_locked_from_the_start_is_no_error_and_what_is_written_comes_in_later(
    file: Path,
) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("CREATE TABLE z (a)")
        journal = Journal(file, patience=0.01, waits=False)
        journal.put(record(COUNT))
        journal.put(record(COUNT + 1, None))
        journal.put(replace(record(COUNT + 1, None), practised=7.0))
        assert journal.records(limit=2) == [replace(record(COUNT + 1, None), practised=7.0), record(COUNT)]
        journal.flush()
        assert journal.finished() == COUNT + 1
        journal.close()
        other.execute("ROLLBACK")
    again = Journal(file)
    again.flush()
    assert again.records(limit=1) == [record(COUNT)]
    again.close()


def test_a_file_that_was_moved_replaced_or_deleted_loses_no_record(file: Path) -> None:
    journal = Journal(file)
    journal.put(record(COUNT))
    journal.flush()
    file.rename(file.with_name("elsewhere"))
    journal.put(record(COUNT + 1))
    journal.flush()
    assert journal.records() == [record(COUNT + 1), record(COUNT), *ALL]
    for ending in ("", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    journal.put(record(COUNT + 2))
    journal.flush()
    assert len(journal.records()) == COUNT + 3
    journal.close()


def test_a_home_that_was_moved_gets_a_new_journal_in_its_place(file: Path, tmp_path: Path) -> None:
    journal = Journal(file)
    journal.flush()
    moved = tmp_path.rename(tmp_path.with_name("moved"))
    journal.put(record(COUNT))
    journal.close()
    assert read(file) == [record(COUNT)]
    assert read(moved / file.name) == ALL


def test_without_a_ledger_to_write_the_file_has_it_and_the_ledger_gets_it_later(file: Path) -> None:
    ledger = file.with_suffix(".jsonl")
    kept = ledger.rename(ledger.with_name("kept"))
    ledger.mkdir()
    journal = Journal(file)
    journal.put(record(COUNT))
    journal.flush()
    assert journal.records(limit=1) == [record(COUNT)]
    ledger.rmdir()
    kept.rename(ledger)
    journal.put(record(COUNT + 1))
    journal.close()
    assert len(Ledger(file).after().records) == COUNT + 2


def test_forgetting_forgets_everything(file: Path) -> None:
    journal = Journal(file)
    journal.delete(record(7).uuid)
    journal.flush()
    assert not [each for each in file.parent.iterdir() if str(record(7).uuid).encode() in each.read_bytes()]
    journal.close()
    spoil(file, leaves_of(file)[0])
    read(file)
    for name in ("journal.version-2-1.sqlite3", "journal.mended.sqlite3", "journal.jsonl.1-2.new"):
        file.with_name(name).write_bytes(str(record(8).uuid).encode())
    journal = Journal(file)
    journal.forget()
    journal.flush()
    assert journal.records() == []
    for number in range(COUNT):
        named = str(record(number).uuid).encode()
        assert not [each.name for each in file.parent.iterdir() if named in each.read_bytes()]
    journal.close()
    assert read(file) == []


def test_a_damaged_file_is_forgotten_too(file: Path) -> None:
    journal = Journal(file)
    journal.flush()
    change(file, lambda content: b"x" * len(content))
    journal.forget()
    journal.put(record(1))
    journal.close()
    assert read(file) == [record(1)]


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(JournalError, match="cannot be opened"):
        Journal(tmp_path / "file" / "journal.sqlite3")


def test_a_record_that_no_file_takes_is_told(file: Path) -> None:
    told = Told()
    journal = Journal(file, told)
    journal.put(replace(record(1), sequence=object()))  # a value no file takes
    journal.close()
    assert [each.partition(":")[0] for each in told] == ["refused"]


class Failing(Told):
    """Fails at whatever is told."""

    def refused(self, reason: str) -> None:
        """Fail."""
        raise RuntimeError(reason)


# The fault is reported as any thread's is, which pytest says as a warning.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_who_fails_at_being_told_keeps_no_record_out_and_nobody_waiting(file: Path) -> None:
    journal = Journal(file, Failing())
    journal.put(replace(record(COUNT), sequence=object()))  # a value no file takes
    journal.flush(5.0)
    journal.put(record(COUNT + 1))
    journal.close()
    assert read(file)[0] == record(COUNT + 1)
    assert len(read(file)) == COUNT + 1


def test_what_was_given_and_stands_nowhere_yet_is_taken_out_with_the_ledger(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite3"
    with closing(Journal(file)) as journal:
        journal.put(record(1))
    with closing(sqlite3.connect(file, isolation_level=None)) as other, Ledger(file).alone(1.0):
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("CREATE TABLE z (a)")
        with closing(Journal(file, patience=0.01, waits=False)) as journal:
            journal.put(record(2))
            taken = journal.pour(lambda sheaves, _about: [each[0] for sheaf in sheaves for each in sheaf])
        other.execute("ROLLBACK")
    assert taken == [str(record(number).uuid) for number in (1, 2)]
