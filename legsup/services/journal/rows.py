"""Records as rows of the journal, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from legsup.domain.record import Record
from legsup.domain.session import Outcome
from legsup.services.journal.schema import transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

COLUMNS = (
    "uuid, started, utc, day, hour, sequence, minutes, pattern, outcome, elapsed, practised, held, breaths,"
    " answered, before, after, pauses"
)
_WRITE = f"INSERT OR REPLACE INTO records ({COLUMNS}) VALUES ({', '.join('?' * 17)})"  # noqa: S608 - our own names
_ADD = """
INSERT INTO sums (kind, name, sessions, practised, held) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (kind, name) DO UPDATE SET
    sessions = sessions + excluded.sessions, practised = practised + excluded.practised, held = held + excluded.held
"""


def as_row(record: Record) -> tuple[Any, ...]:
    """Write a record as a row, in the order of COLUMNS."""
    started = record.started
    return (
        str(record.uuid),
        started.isoformat(),
        started.timestamp(),
        started.date().isoformat(),
        started.hour,
        record.sequence,
        record.minutes,
        record.pattern,
        None if record.outcome is None else record.outcome.value,
        record.elapsed,
        record.practised,
        record.held,
        record.breaths,
        int(record.answered),
        record.before,
        record.after,
        record.pauses,
    )


def as_record(row: tuple[Any, ...]) -> Record:
    """Read a row in the order of COLUMNS."""
    return Record(
        uuid=UUID(row[0]),
        started=datetime.fromisoformat(row[1]),
        sequence=row[5],
        minutes=row[6],
        pattern=row[7],
        outcome=None if row[8] is None else Outcome(row[8]),
        elapsed=row[9],
        practised=row[10],
        held=row[11],
        breaths=row[12],
        answered=bool(row[13]),
        before=row[14],
        after=row[15],
        pauses=row[16],
    )


def put(connection: sqlite3.Connection, record: Record) -> None:
    """Write a record, new or anew, and bring the sums along in the same transaction."""
    with transaction(connection):
        _put(connection, record, find(connection, record.uuid))


def merge(connection: sqlite3.Connection, records: Iterable[Record]) -> list[Record]:
    """Write those records that are not there yet, or are there and never ended; all in one transaction."""
    added: list[Record] = []
    with transaction(connection):
        for record in records:
            known = find(connection, record.uuid)
            if known is None or (known.outcome is None and record.outcome is not None):
                _put(connection, record, known)
                added.append(record)
    return added


def remove(connection: sqlite3.Connection, uuid: UUID) -> None:
    """Delete a record, its share of the sums too."""
    with transaction(connection):
        _count(connection, find(connection, uuid), -1)
        connection.execute("DELETE FROM records WHERE uuid = ?", (str(uuid),))


def forget(connection: sqlite3.Connection) -> None:
    """Delete all records and sums, and what is left of them in the file."""
    with transaction(connection):
        connection.execute("DELETE FROM records")
        connection.execute("DELETE FROM sums")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def interrupt_left(connection: sqlite3.Connection) -> None:
    """Turn every record that never ended into an interrupted one."""
    query = f"SELECT {COLUMNS} FROM records WHERE outcome IS NULL"  # noqa: S608 - our own names
    for row in connection.execute(query).fetchall():
        put(connection, replace(as_record(row), outcome=Outcome.INTERRUPTED))


def newest(connection: sqlite3.Connection, limit: int | None, before: Record | None) -> list[Record]:
    """List at most ``limit`` records (None: all), the newest first, those after ``before`` in that order."""
    where, values = "", []
    if before is not None:
        where, values = "WHERE (utc, uuid) < (?, ?)", [before.started.timestamp(), str(before.uuid)]
    query = f"SELECT {COLUMNS} FROM records {where} ORDER BY utc DESC, uuid DESC LIMIT ?"  # noqa: S608 - our own names
    found = connection.execute(query, (*values, -1 if limit is None else limit))
    return [as_record(row) for row in found]


def finished(connection: sqlite3.Connection) -> int:
    """Count the records of sessions that reached their end."""
    ends = (Outcome.COMPLETED.value, Outcome.CAME_OUT_EARLY.value)
    return int(connection.execute("SELECT COUNT(*) FROM records WHERE outcome IN (?, ?)", ends).fetchone()[0])


def find(connection: sqlite3.Connection, uuid: UUID) -> Record | None:
    """Give the record of that UUID, if there is one."""
    row = connection.execute(f"SELECT {COLUMNS} FROM records WHERE uuid = ?", (str(uuid),)).fetchone()  # noqa: S608 - our own names
    return None if row is None else as_record(row)


def _put(connection: sqlite3.Connection, record: Record, known: Record | None) -> None:
    _count(connection, known, -1)
    connection.execute(_WRITE, as_row(record))
    _count(connection, record, 1)


def _count(connection: sqlite3.Connection, record: Record | None, times: int) -> None:
    if record is None or record.outcome is None:
        return
    names = (
        ("day", record.started.date().isoformat()),
        ("sequence", record.sequence),
        ("hour", f"{record.started.hour:02d}"),
    )
    for kind, name in names:
        connection.execute(_ADD, (kind, name, times, times * record.practised, times * record.held))
    if times < 0:
        connection.execute("DELETE FROM sums WHERE sessions <= 0")
