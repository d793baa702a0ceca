"""Journals that older versions wrote: opened with a copy kept, and saved when they are damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from legsup.services.journal.journal import Journal
from legsup.services.journal.ledger import Ledger
from legsup.services.journal.salvage import mend
from tests.services.test_journal import record

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The place of a journal."""
    return tmp_path / "journal.sqlite3"


def test_a_journal_without_pauses_gets_them_with_a_copy_kept(file: Path) -> None:
    older(file)
    journal = Journal(file)
    assert [(each.uuid, each.pauses) for each in journal.records()] == [(record(0).uuid, 0)]
    journal.put(replace(record(1), pauses=2))
    journal.flush()
    assert {each.pauses for each in journal.records()} == {0, 2}
    assert [each.name for each in file.parent.glob("*version-2*")] == ["journal.version-2-1.sqlite3"]
    journal.close()


def test_an_older_journal_that_is_damaged_is_saved_all_the_same(file: Path) -> None:
    older(file)
    assert mend(file, Ledger(file)).aside.exists()
    journal = Journal(file)
    assert [(each.uuid, each.pauses) for each in journal.records()] == [(record(0).uuid, 0)]
    journal.close()


def older(file: Path) -> None:
    """Leave a journal as its second version wrote it."""
    journal = Journal(file)
    journal.put(record(0))
    journal.close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("ALTER TABLE records DROP COLUMN pauses")
        connection.execute("DROP TABLE taken")
        connection.execute("PRAGMA user_version=2")
    file.with_suffix(".jsonl").unlink()
