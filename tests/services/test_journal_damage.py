"""The journal on a bad day: damaged, locked, out of reach; no session is stopped and what can be kept is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from legsup.services.journal.journal import Journal
from legsup.services.journal.schema import JournalError
from tests.services.test_journal import record

if TYPE_CHECKING:
    from pathlib import Path

PAGE = 4096
COUNT = 400
#: What the first byte of a page says where rows of a table stand.
TABLE_LEAF = 13


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A journal of 400 records."""
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.merge(record(number) for number in range(COUNT))
    journal.close()
    return journal.file


def spoil(file: Path, page: int) -> None:
    """Overwrite a page of the file."""
    content = bytearray(file.read_bytes())
    content[page * PAGE : (page + 1) * PAGE] = b"\xa5" * PAGE
    file.write_bytes(content)


def leaves_of(file: Path) -> list[int]:
    """Tell the pages in which records stand."""
    content = file.read_bytes()
    pages = range(1, len(content) // PAGE)
    marked = b"completed"
    return [
        page
        for page in pages
        if content[page * PAGE] == TABLE_LEAF and marked in content[page * PAGE : (page + 1) * PAGE]
    ]


def test_damage_met_while_reading_is_mended_and_most_is_saved(file: Path) -> None:
    leaves = leaves_of(file)
    spoil(file, leaves[len(leaves) // 2])
    told: list[str] = []
    journal = Journal(file, told.append)
    assert journal.set_aside is None
    saved = journal.records()
    assert COUNT * 0.8 < len(saved) < COUNT
    assert journal.set_aside is not None
    assert journal.set_aside.exists()
    assert "damaged" in told[0]
    assert sum(each.sessions for each in journal.sums("day")) == len(saved)
    journal.put(record(COUNT))
    journal.flush()
    assert journal.records(limit=1) == [record(COUNT)]
    journal.close()


def test_damage_met_while_writing_is_mended_and_the_record_is_kept(file: Path) -> None:
    for leaf in leaves_of(file):
        spoil(file, leaf)
    journal = Journal(file)
    journal.put(record(COUNT))
    journal.flush()
    assert journal.records() == [record(COUNT)]
    journal.close()


def test_a_look_through_finds_damage_and_leaves_a_sound_file_alone(file: Path) -> None:
    sound = Journal(file)
    sound.look_through()
    sound.close()
    assert sound.set_aside is None
    spoil(file, leaves_of(file)[0])
    damaged = Journal(file)
    damaged.look_through()
    damaged.flush()
    assert damaged.set_aside is not None
    assert len(damaged.records()) > COUNT * 0.8
    damaged.close()


@pytest.mark.parametrize("length", [0, 1, 100, PAGE, 3 * PAGE + 17])
def test_a_file_that_was_cut_short_opens(file: Path, length: int) -> None:
    file.write_bytes(file.read_bytes()[:length])
    journal = Journal(file)
    journal.put(record(1))
    journal.flush()
    assert record(1) in journal.records()
    journal.close()


def test_what_a_locked_file_would_not_take_is_written_later_in_order(file: Path) -> None:
    told: list[str] = []
    journal = Journal(file, told.append, patience=0.01)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for seconds in (1.0, 2.0):
            journal.put(replace(record(COUNT), practised=seconds))
        journal.flush()
        assert "could not be written" in told[0]
        other.execute("ROLLBACK")
    journal.put(record(COUNT + 1))
    journal.flush()
    assert journal.records(limit=2) == [record(COUNT + 1), replace(record(COUNT), practised=2.0)]
    journal.close()


def test_what_was_late_is_written_on_closing_at_the_latest(file: Path) -> None:
    journal = Journal(file, patience=0.01)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        journal.put(record(COUNT))
        journal.flush()
        other.execute("ROLLBACK")
    journal.close()
    again = Journal(file)
    assert again.records(limit=1) == [record(COUNT)]
    again.close()


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(JournalError, match="cannot be opened"):
        Journal(tmp_path / "file" / "journal.sqlite3")
