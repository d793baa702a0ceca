"""Journals that older versions wrote: opened with a copy kept, and saved when they are damaged."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest

from legsup.services.journal.journal import Journal
from legsup.services.journal.ledger import Ledger
from legsup.services.journal.news import TellNobody
from legsup.services.journal.salvage import mend
from legsup.services.journal.schema import VERSION, connect
from legsup.services.journal.trouble import NewerJournalError, OlderJournalError
from tests.services.test_journal import KINDS, record

#: Files as the app of their time wrote them: five sessions on five days, the last left open.
OLDER = Path(__file__).parent / "older"


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


@pytest.mark.parametrize("version", [2, 3])
def test_a_real_file_of_an_older_version_is_migrated_whole_with_a_copy_kept(file: Path, version: int) -> None:
    real(version, file)
    with closing(sqlite3.connect(file)) as before:
        assert before.execute("PRAGMA user_version").fetchone() == (version,)
    journal = Journal(file)
    found = journal.records()
    assert [each.uuid for each in found] == [UUID(int=number) for number in (5, 4, 3, 2, 1)]
    first = found[-1]
    assert first.started == datetime(2026, 10, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    assert (first.sequence, first.pattern, first.before, first.after) == ("legs-up-the-wall", "4-6", 3, 1)
    assert (first.elapsed, first.practised, first.held, first.breaths) == (570.5, 558.25, 300.0, 30)
    assert [each.pauses for each in found] == ([4, 3, 2, 1, 0] if version > 2 else [0] * 5)
    assert {(each.legs, each.note) for each in found} == {(None, "")}
    assert [each.answered for each in found] == [True, False, True, True, True]
    journal.flush()
    assert journal.finished() == 2
    assert {kind: sum(each.sessions for each in journal.sums(kind)) for kind in KINDS} == {
        **dict.fromkeys(KINDS, 4),
        "pair": 2,
    }
    journal.revise(replace(first, note="calves tight", legs=2))
    journal.close()
    with closing(connect(file)) as after:
        assert after.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert after.execute("SELECT note, legs FROM records WHERE note <> ''").fetchall() == [
            ("calves tight", 2)
        ]
    copies = list(file.parent.glob(f"*version-{version}*"))
    assert len(copies) == 1
    with closing(sqlite3.connect(copies[0])) as kept:
        assert kept.execute("SELECT COUNT(*) FROM records").fetchone() == (5,)


@pytest.mark.parametrize("version", [2, 3])
def test_a_real_older_file_with_a_damaged_page_gives_what_stands_in_the_others(
    file: Path, version: int
) -> None:
    real(version, file)
    content = bytearray(file.read_bytes())
    content[4096 * 2 : 4096 * 3] = b"\xa5" * 4096  # the index of the names
    file.write_bytes(content)
    journal = Journal(file)
    journal.flush()
    journal.look_through(every_row=True)
    journal.flush()
    assert len(journal.records()) == 5
    journal.close()


@pytest.mark.parametrize("version", [2, 3])
def test_in_a_window_an_older_file_is_migrated_on_the_writing_thread(file: Path, version: int) -> None:
    real(version, file)
    here: list[str] = []
    told = Hearing()
    sys.setprofile(lambda frame, _event, _arg: here.append(frame.f_code.co_name))
    try:
        journal = Journal(file, told, waits=False)
    finally:
        sys.setprofile(None)
    assert "reading" in here
    assert "_migrate" not in here, "nobody stands still for it"
    journal.flush()
    assert not journal.migrates
    assert told.heard == ["free"]
    assert len(journal.records()) == 5
    journal.close()


@pytest.mark.parametrize("version", [2, 3])
def test_until_it_is_migrated_the_ledger_is_read_and_what_cannot_be_is_said(file: Path, version: int) -> None:
    real(version, file)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN IMMEDIATE")
        told = Hearing()
        journal = Journal(file, told, 0.01, waits=False)
        journal.flush()
        assert journal.migrates
        if version > 2:
            assert [each.uuid for each in journal.records()] == [UUID(int=number) for number in (4, 3, 2, 1)]
        else:
            with pytest.raises(OlderJournalError, match="brought to the new form"):
                journal.records()
        with pytest.raises(OlderJournalError):
            journal.pour(lambda _sheaves, _about: None)
        other.execute("ROLLBACK")
    journal.flush()
    assert told.heard == ["shut", "free"]
    assert not journal.migrates
    assert len(journal.records()) == 5
    assert len(list(file.parent.glob(f"*version-{version}*"))) >= 1
    journal.close()


class Hearing(TellNobody):
    """Hears whether the file could be opened."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def shut(self, reason: str) -> None:
        """It could not."""
        assert "Another program holds" in reason
        self.heard.append("shut")

    def free(self) -> None:
        """It could."""
        self.heard.append("free")


def test_a_real_file_of_a_newer_version_is_refused_and_left_as_it_is(file: Path) -> None:
    real(3, file)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("ALTER TABLE records ADD COLUMN mood INTEGER")
        connection.execute(f"PRAGMA user_version={VERSION + 1}")
    stood = file.read_bytes()
    with pytest.raises(NewerJournalError, match="newer Legs Up"):
        Journal(file)
    assert file.read_bytes() == stood


def real(version: int, file: Path) -> None:
    """Put a real file of a version in place, with its ledger where it had one."""
    shutil.copy(OLDER / f"version-{version}.sqlite3", file)
    ledger = OLDER / f"version-{version}.jsonl"
    if ledger.exists():
        shutil.copy(ledger, file.with_suffix(".jsonl"))


def older(file: Path) -> None:
    """Leave a journal as its second version wrote it."""
    journal = Journal(file)
    journal.put(record(0))
    journal.close()
    with closing(sqlite3.connect(file)) as connection, connection:
        for column in ("pauses", "legs", "note"):
            connection.execute(f"ALTER TABLE records DROP COLUMN {column}")
        connection.execute("DROP TABLE taken")
        connection.execute("PRAGMA user_version=2")
    file.with_suffix(".jsonl").unlink()
