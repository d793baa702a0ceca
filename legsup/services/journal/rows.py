"""Records as rows of the journal, and back."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

from legsup.domain.journal_sums import Sum
from legsup.domain.session import Outcome
from legsup.services.journal.checked import checked
from legsup.services.journal.schema import SUMMED, sums_anew
from legsup.services.journal.transaction import transaction
from legsup.services.journal.trouble import damage

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from legsup.domain.record import Record

COLUMNS = (
    "uuid, started, utc, day, hour, sequence, minutes, pattern, outcome, elapsed, practised, held, breaths,"
    " answered, before, after, pauses, legs, note"
)
_NAMES = tuple(COLUMNS.split(", "))
_ALL = f"SELECT {COLUMNS} FROM records"  # noqa: S608 - our own names
_WRITE = f"INSERT OR REPLACE INTO records ({COLUMNS}) VALUES ({', '.join('?' * 19)})"  # noqa: S608 - our own names
#: Writes one that is new, or that ran; nothing where one stands that ended.
_END = f"""
INSERT INTO records ({COLUMNS}) VALUES ({", ".join("?" * 19)}) ON CONFLICT (uuid) DO UPDATE SET
{", ".join(f"{name} = excluded.{name}" for name in _NAMES[1:])} WHERE records.outcome IS NULL
"""  # noqa: S608 - our own names
#: Seconds around noon at Greenwich within which a day falls, wherever it is.
_AROUND = 2 * 86_400.0
#: How a session ends that reached its end.
ENDS = (Outcome.COMPLETED, Outcome.CAME_OUT_EARLY)
#: Adds to so many sums at once, which takes less than half the time of one by one.
_ADD = {
    many: f"""
INSERT INTO sums (sessions, practised, held, kind, name) VALUES {", ".join(["(?1, ?2, ?3, ?, ?)"] * many)}
ON CONFLICT (kind, name) DO UPDATE SET
    sessions = sessions + excluded.sessions, practised = practised + excluded.practised, held = held + excluded.held
"""  # noqa: S608 - our own names
    for many in (len(SUMMED) - 1, len(SUMMED))
}


def as_row(record: Record) -> tuple[Any, ...]:
    """Write a record as a row, in the order of COLUMNS."""
    started = record.started
    return (
        str(record.uuid),
        started.isoformat(),
        started.timestamp(),
        record.day.isoformat(),
        record.hour,
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
        record.legs,
        record.note,
    )


def as_record(row: tuple[Any, ...]) -> Record:
    """Read a row in the order of COLUMNS.

    Raises:
        ValueError: it is no record: the file was damaged, or changed by something else.
    """
    return checked(dict(zip(_NAMES, row, strict=True)))


def read(found: Iterable[tuple[Any, ...]]) -> tuple[list[Record], int]:
    """Read rows; a bad one costs itself alone. Gives the records, and how many rows are none."""
    records: list[Record] = []
    bad = 0
    for row in found:
        try:
            records.append(as_record(row))
        except ValueError:
            bad += 1
    return records, bad


def put(connection: sqlite3.Connection, record: Record) -> None:
    """Write a record, new or anew, and bring the sums along in the same transaction."""
    with transaction(connection):
        put_within(connection, record)


def put_within(connection: sqlite3.Connection, record: Record) -> None:
    """Write a record within a transaction; one in whose place no record can be read is replaced, the sums made anew."""
    try:
        known = find(connection, record.uuid)
    except ValueError:
        write_within(connection, record)
        sums_anew(connection)
        return
    _count(connection, known, -1)
    write_within(connection, record)
    _count(connection, record, 1)


def end_within(connection: sqlite3.Connection, record: Record) -> None:
    """Write a record that ended within a transaction, as ``put_within`` does: at once where none that ended is in its place."""
    if connection.execute(_END, as_row(record)).rowcount == 1:
        _count(connection, record, 1)
    else:
        put_within(connection, record)


def write_within(connection: sqlite3.Connection, record: Record) -> None:
    """Write a record within a transaction in which the sums are made anew."""
    connection.execute(_WRITE, as_row(record))


def new_among(connection: sqlite3.Connection, records: Iterable[Record]) -> list[Record]:
    """Give those records that are not there yet, or are there and never ended; of two alike the first."""
    new: dict[UUID, Record] = {}
    for record in records:
        try:
            known = find(connection, record.uuid)
        except ValueError:
            known = None
        if record.uuid not in new and (
            known is None or (known.outcome is None and record.outcome is not None)
        ):
            new[record.uuid] = record
    return list(new.values())


def remove_within(connection: sqlite3.Connection, uuid: UUID) -> None:
    """Delete a record within a transaction, its share of the sums too."""
    try:
        _count(connection, find(connection, uuid), -1)
    except ValueError:
        connection.execute("DELETE FROM records WHERE uuid = ?", (str(uuid),))
        sums_anew(connection)
        return
    connection.execute("DELETE FROM records WHERE uuid = ?", (str(uuid),))


def running(connection: sqlite3.Connection) -> list[Record]:
    """List every record that has not ended."""
    return read(connection.execute(f"{_ALL} WHERE outcome IS NULL"))[0]


def ended(connection: sqlite3.Connection) -> list[Record]:
    """List every record that ended, in the order of their writing."""
    return read(connection.execute(f"{_ALL} WHERE outcome IS NOT NULL ORDER BY rowid"))[0]


def has_ended(connection: sqlite3.Connection) -> bool:
    """Whether any record ended."""
    return bool(
        connection.execute("SELECT EXISTS (SELECT 1 FROM records WHERE outcome IS NOT NULL)").fetchone()[0]
    )


def newest(
    connection: sqlite3.Connection, limit: int | None, before: Record | None
) -> tuple[list[Record], int]:
    """List at most ``limit`` records (None: all), the newest first, those after ``before`` in that order.

    Gives them, and how many rows among them are no record.
    """
    where, values = "", []
    if before is not None:
        where, values = "WHERE (utc, uuid) < (?, ?)", [before.started.timestamp(), str(before.uuid)]
    query = f"{_ALL} {where} ORDER BY utc DESC, uuid DESC LIMIT ?"
    return read(connection.execute(query, (*values, -1 if limit is None else limit)))


def on_day(connection: sqlite3.Connection, day: date) -> tuple[list[Record], int]:
    """List the records of a day of the person's, the newest first; the day may have been anywhere on earth.

    Gives them, and how many rows of that day are no record.
    """
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()
    query = f"{_ALL} WHERE utc BETWEEN ? AND ? AND day = ? ORDER BY utc DESC, uuid DESC"
    return read(connection.execute(query, (noon - _AROUND, noon + _AROUND, day.isoformat())))


def finished(connection: sqlite3.Connection) -> int:
    """Count the records of sessions that reached their end."""
    query = "SELECT SUM(sessions) FROM sums WHERE kind = 'outcome' AND name IN (?, ?)"
    counted = connection.execute(query, ENDS).fetchone()[0]
    if counted is None:  # none yet; or an older file that another program keeps from being migrated
        counted = connection.execute("SELECT COUNT(*) FROM records WHERE outcome IN (?, ?)", ENDS).fetchone()[
            0
        ]
    return int(counted)


def find(connection: sqlite3.Connection, uuid: UUID) -> Record | None:
    """Give the record of that UUID, if there is one.

    Raises:
        ValueError: what stands there is no record.
    """
    row = connection.execute(f"{_ALL} WHERE uuid = ?", (str(uuid),)).fetchone()
    return None if row is None else as_record(row)


def _count(connection: sqlite3.Connection, record: Record | None, times: int) -> None:
    if record is None or record.outcome is None:
        return
    counts = counts_for(record, record.outcome)
    worth = (times, times * record.practised, times * record.held)
    connection.execute(_ADD[len(counts)], (*worth, *chain.from_iterable(counts.items())))
    if times < 0:
        connection.execute("DELETE FROM sums WHERE sessions <= 0")


def counts_for(record: Record, outcome: Outcome) -> dict[str, str]:
    """Name what an ended record counts for by the kind of sum, as ``schema.SUMMED`` does."""
    names = {
        "day": record.day.isoformat(),
        "sequence": record.sequence,
        "hour": f"{record.hour:02d}",
        "pattern": record.pattern,
        "outcome": outcome.value,
    }
    if record.before is not None and record.after is not None:
        names["pair"] = f"{record.before}-{record.after}"
    return names


def sums(connection: sqlite3.Connection, kind: str, first: str, last: str | None) -> list[Sum]:
    """List the sums of a kind by name, from ``first`` to ``last``.

    Raises:
        sqlite3.Error: the file is out of reach, or what stands there is no sum.
    """
    query = (
        "SELECT name, sessions, practised, held FROM sums"
        " WHERE kind = ? AND name >= ? AND (? IS NULL OR name <= ?) ORDER BY name"
    )
    return [_sum(row) for row in connection.execute(query, (kind, first, last, last))]


def _sum(row: tuple[Any, ...]) -> Sum:
    match row:
        case (str(name), int(sessions), float() | int() as practised, float() | int() as held):
            return Sum(name, sessions, practised, held)
        case _:
            raise damage(f"no sum: {row!r:.80}")
