"""A journal's own file that is brought from another computer is taken in, and left as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from legsup.domain.fault import FaultyFileError
from legsup.domain.session import Outcome
from legsup.services.journal.brought import read_brought
from legsup.services.journal.journal import Journal
from legsup.services.journal.trouble import NewerJournalError
from tests.services.journals import ALL, filled, leaves_of, spoil, without_ledger
from tests.services.test_journal import record

if TYPE_CHECKING:
    from pathlib import Path


def beside(file: Path) -> dict[str, bytes]:
    """Read everything in a file's folder."""
    return {each.name: each.read_bytes() for each in file.parent.iterdir() if each.is_file()}


def test_all_of_it_is_read_the_oldest_first_and_nothing_is_changed(tmp_path: Path) -> None:
    file = filled(tmp_path)
    before = beside(file)
    assert read_brought(file) == ALL[::-1]
    assert beside(file) == before


def test_what_stands_in_its_log_is_read_and_what_ran_is_interrupted(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "journal.sqlite3")) as journal:
        journal.put(record(1))
        journal.put(record(2, None))
        journal.flush()
        assert read_brought(journal.file) == [record(1), replace(record(2), outcome=Outcome.INTERRUPTED)]


def test_of_a_damaged_one_what_can_be_read_is(tmp_path: Path) -> None:
    file = filled(tmp_path)
    without_ledger(file)
    spoil(file, leaves_of(file)[1])
    found = read_brought(file)
    assert 300 < len(found) < len(ALL)
    assert set(found) < set(ALL)


def test_an_empty_one_has_nothing_and_one_of_something_else_is_refused(tmp_path: Path) -> None:
    Journal(tmp_path / "journal.sqlite3").close()
    assert read_brought(tmp_path / "journal.sqlite3") == []
    other = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(other)) as made, made:
        made.execute("CREATE TABLE things (name TEXT)")
        made.execute("INSERT INTO things VALUES ('x')")
    with pytest.raises(FaultyFileError, match="a database of something else"):
        read_brought(other)


def test_a_newer_one_is_refused(tmp_path: Path) -> None:
    file = filled(tmp_path)
    with closing(sqlite3.connect(file)) as made, made:
        made.execute("ALTER TABLE records ADD COLUMN mood INTEGER")
        made.execute("PRAGMA user_version=99")
    with pytest.raises(NewerJournalError, match=str(file)):
        read_brought(file)
