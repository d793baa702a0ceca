"""The journal: one record a session, sums that agree, and files in every condition."""

from __future__ import annotations

import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.domain.journal_sums import Sum
from legsup.domain.record import Record
from legsup.domain.session import Outcome
from legsup.services.journal.journal import Journal
from legsup.services.journal.schema import connect, rebuild_sums
from legsup.services.journal.trouble import JournalError
from legsup.services.session_lock import SessionLock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Every kind of sum.
KINDS = ("day", "sequence", "hour", "pattern", "outcome", "pair")
SPACE = UUID("b3c0a6a8-3f0c-4d0e-9a63-2f3a6c1d1e00")
START = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)


def record(number: int, outcome: Outcome | None = Outcome.COMPLETED) -> Record:
    """Make a record, each number an hour after the one before."""
    return Record(
        uuid=uuid5(SPACE, str(number)),
        started=START + timedelta(hours=number),
        sequence="wall",
        minutes=5.0,
        pattern="4-6",
        outcome=outcome,
        elapsed=570.0,
        practised=558.0,
        held=300.0,
        breaths=30,
        before=2,
        after=1,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the journal lies."""
    return tmp_path / "deep" / "journal.sqlite3"


@pytest.fixture
def journal(file: Path) -> Iterator[Journal]:
    """An open journal, closed at the end."""
    opened = Journal(file)
    yield opened
    opened.close()


def test_what_was_put_is_there_newest_first_for_its_owner_alone(journal: Journal, file: Path) -> None:
    records = [record(number) for number in range(3)]
    for each in records:
        journal.put(each)
    journal.flush()
    assert journal.records() == records[::-1]
    assert journal.records(limit=1, before=records[2]) == [records[1]]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_session_s_checkpoints_and_its_end_are_one_record_and_one_sum(journal: Journal) -> None:
    for seconds in (5.0, 10.0):
        journal.put(replace(record(1, None), practised=seconds))
    journal.flush()
    assert journal.sums("day") == []
    journal.put(record(1))
    journal.put(record(1))
    journal.flush()
    assert journal.records() == [record(1)]
    assert journal.sums("day") == [Sum("2026-11-23", 1, 558.0, 300.0)]
    assert journal.sums("hour") == [Sum("17", 1, 558.0, 300.0)]


def test_deleting_one_takes_its_share_of_the_sums_and_forgetting_leaves_nothing(
    journal: Journal, file: Path
) -> None:
    for number in range(2):
        journal.put(record(number))
    journal.delete(record(0).uuid)
    journal.flush()
    assert journal.sums("sequence") == [Sum("wall", 1, 558.0, 300.0)]
    journal.forget()
    journal.flush()
    assert journal.records() == []
    assert journal.sums("hour") == []
    assert str(record(1).uuid).encode() not in file.read_bytes()


_WRITES = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from([*Outcome, None, "delete"]), st.integers(0, 900)),
    max_size=25,
)


@given(_WRITES)
def test_the_sums_always_equal_those_counted_anew(
    tmp_path_factory: pytest.TempPathFactory, writes: list[tuple[int, Outcome | str | None, int]]
) -> None:
    journal = Journal(tmp_path_factory.mktemp("journal") / "journal.sqlite3")
    for number, outcome, seconds in writes:
        if isinstance(outcome, Outcome) or outcome is None:
            journal.put(replace(record(number * 7, outcome), practised=float(seconds)))
        else:
            journal.delete(record(number * 7).uuid)
    journal.flush()
    kept = {kind: journal.sums(kind) for kind in KINDS}
    with closing(connect(journal.file)) as connection:
        rebuild_sums(connection)
    assert {kind: journal.sums(kind) for kind in KINDS} == kept
    journal.close()


def test_what_a_dead_process_left_becomes_interrupted(journal: Journal) -> None:
    journal.put(record(1, None))
    journal.interrupt_left()
    journal.flush()
    assert [each.outcome for each in journal.records()] == [Outcome.INTERRUPTED]
    assert journal.sums("day")[0].sessions == 1


def test_a_newer_journal_is_refused_and_left_as_it_was(file: Path) -> None:
    connect(file).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version=99")
    before = file.read_bytes()
    with pytest.raises(JournalError, match="newer Legs Up"):
        Journal(file)
    assert file.read_bytes() == before


def test_an_older_journal_is_copied_and_brought_up_to_date(file: Path) -> None:
    file.parent.mkdir()
    row = (
        "u",
        START.isoformat(),
        START.timestamp(),
        "2026-11-23",
        16,
        "wall",
        5,
        "4-6",
        "completed",
        9,
        9,
        9,
        3,
    )
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(
            "CREATE TABLE records (uuid TEXT PRIMARY KEY, started TEXT NOT NULL, utc REAL NOT NULL, day TEXT NOT NULL,"
            " hour INTEGER NOT NULL, sequence TEXT NOT NULL, minutes REAL NOT NULL, pattern TEXT NOT NULL,"
            " outcome TEXT, elapsed REAL NOT NULL, practised REAL NOT NULL, held REAL NOT NULL, breaths INTEGER NOT NULL)"
        )
        marks = ",".join("?" * 13)
        connection.execute(f"INSERT INTO records VALUES ({marks})", (str(record(0).uuid), *row[1:]))  # noqa: S608 - marks only
        connection.execute("PRAGMA user_version=1")
    journal = Journal(file)
    assert [each.uuid for each in journal.records()] == [record(0).uuid]
    assert journal.sums("day")[0].practised == 9.0
    assert [each.name for each in file.parent.glob("*version-1*")] == ["journal.version-1-1.sqlite3"]
    journal.close()


def test_a_record_that_no_file_takes_stops_nothing(file: Path) -> None:
    journal = Journal(file)
    journal.put(replace(record(1), sequence=object()))  # a value no file takes
    journal.put(record(2))
    journal.flush()
    assert record(2) in journal.records()
    journal.close()


def test_only_one_holds_the_session_lock(tmp_path: Path) -> None:
    first, second = SessionLock(tmp_path / "lock"), SessionLock(tmp_path / "lock")
    assert first.take()
    assert first.take()
    assert not second.take()
    first.give_back()
    assert second.take()
    second.give_back()


_READING = """
import sys
from pathlib import Path
from legsup.services.journal.journal import Journal
journal = Journal(Path(sys.argv[1]))
print(journal.records()[0].practised)
journal.close()
"""


def test_another_process_may_read_and_close_while_this_one_writes_on(journal: Journal, file: Path) -> None:
    for seconds in (1.0, 2.0, 3.0):
        journal.put(replace(record(1, None), practised=seconds))
        journal.flush()
        assert journal.records()[0].practised == seconds
        seen = subprocess.run(
            [sys.executable, "-c", _READING, str(file)], capture_output=True, text=True, check=True
        )
        assert seen.stdout == f"{seconds}\n"


_DYING = """
import sys, time
from pathlib import Path
from tests.services.test_journal import record
from legsup.services.journal.journal import Journal
from legsup.services.session_lock import SessionLock
home = Path(sys.argv[1])
assert SessionLock(home / "lock").take()
journal = Journal(home / "journal.sqlite3")
journal.put(record(1))
journal.put(record(2, None))
journal.flush()
print("ready", flush=True)
while True:
    journal.put(record(2, None))
"""


def test_a_process_killed_while_it_writes_leaves_a_sound_file_and_its_lock(tmp_path: Path) -> None:
    for _ in range(3):
        child = subprocess.Popen(
            [sys.executable, "-c", _DYING, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        assert not SessionLock(tmp_path / "lock").take()
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        lock = SessionLock(tmp_path / "lock")
        assert lock.take()
        journal = Journal(tmp_path / "journal.sqlite3")
        assert not list(tmp_path.glob("*damaged*"))
        journal.interrupt_left()
        journal.flush()
        assert [each.outcome for each in journal.records()] == [Outcome.INTERRUPTED, Outcome.COMPLETED]
        journal.close()
        lock.give_back()
