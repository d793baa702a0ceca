"""The journal as the app uses it: one thread writes, anyone reads."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import dataclass, replace
from queue import SimpleQueue
from typing import TYPE_CHECKING

from legsup.domain.session import Outcome
from legsup.services.journal import rows
from legsup.services.journal.schema import DamagedJournalError, connect, set_aside

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from uuid import UUID

    from legsup.domain.record import Record

    Write = Callable[[sqlite3.Connection], None]


@dataclass(frozen=True, slots=True)
class Sum:
    """What was practised on a day, with a sequence or in an hour: sessions, and seconds practised and held."""

    name: str
    sessions: int
    practised: float
    held: float


class Journal:
    """The record of sessions in ``file``.

    Writing happens on a thread of its own, in order, each write whole or not at all; one that fails is told to
    ``on_failure`` and stops nothing. ``set_aside`` names the place of a damaged file that was replaced on opening.

    Raises:
        JournalError: the file is newer than this app, or cannot be opened.
    """

    def __init__(self, file: Path, on_failure: Callable[[str], None] | None = None) -> None:
        self._file = file
        self._on_failure = on_failure
        self.set_aside: Path | None = None
        try:
            connect(file).close()
        except DamagedJournalError:
            self.set_aside = set_aside(file)
        self._writes: SimpleQueue[Write | threading.Event | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._write_on, name="journal", daemon=True)
        self._thread.start()

    @property
    def file(self) -> Path:
        """Where it is kept."""
        return self._file

    def put(self, record: Record) -> None:
        """Write a record: its beginning, a checkpoint of it, or its end."""
        self._writes.put(lambda connection: rows.put(connection, record))

    def delete(self, uuid: UUID) -> None:
        """Delete one record."""
        self._writes.put(lambda connection: rows.remove(connection, uuid))

    def forget(self) -> None:
        """Delete everything, so that nothing of it stays readable in the file."""
        self._writes.put(_forget)

    def interrupt_left(self) -> None:
        """Turn what is left of sessions that did not end into interrupted ones; call only with the session lock."""
        self._writes.put(_interrupt_left)

    def flush(self) -> None:
        """Wait until everything asked for so far is written."""
        written = threading.Event()
        self._writes.put(written)
        written.wait()

    def close(self) -> None:
        """Write what is left and let the file go."""
        self._writes.put(None)
        self._thread.join()

    def records(self, limit: int | None = None, before: Record | None = None) -> list[Record]:
        """List records, the newest first; ``before`` goes on after the last one of an earlier list."""
        where, values = "", []
        if before is not None:
            where, values = "WHERE (utc, uuid) < (?, ?)", [before.started.timestamp(), str(before.uuid)]
        query = f"SELECT {rows.COLUMNS} FROM records {where} ORDER BY utc DESC, uuid DESC LIMIT ?"  # noqa: S608 - our own words
        with closing(connect(self._file)) as connection:
            found = connection.execute(query, (*values, -1 if limit is None else limit)).fetchall()
        return [rows.as_record(row) for row in found]

    def sums(self, kind: str, first: str = "", last: str = "~") -> list[Sum]:
        """List the sums of a kind (day, sequence, hour) by name, from ``first`` to ``last``."""
        query = "SELECT name, sessions, practised, held FROM sums WHERE kind = ? AND name BETWEEN ? AND ? ORDER BY name"
        with closing(connect(self._file)) as connection:
            return [Sum(*row) for row in connection.execute(query, (kind, first, last))]

    def merge(self, records: Iterable[Record]) -> int:
        """Add records that are not there yet, by their UUID; give how many were added. One that ended beats one left open."""
        here = {record.uuid: record for record in self.records()}
        added = 0
        for record in records:
            known = here.get(record.uuid)
            if known is None or (known.outcome is None and record.outcome is not None):
                self.put(record)
                added += 1
        self.flush()
        return added

    def _write_on(self) -> None:
        connection: sqlite3.Connection | None = None
        while (task := self._writes.get()) is not None:
            if isinstance(task, threading.Event):
                task.set()
                continue
            try:
                connection = connection or connect(self._file)
                task(connection)
            except Exception as error:  # noqa: BLE001 - whatever goes wrong with a disk, the session goes on
                self._tell(error)
                # Whatever state the connection is in, the next write begins afresh.
                if connection is not None:
                    connection.close()
                    connection = None
        if connection is not None:
            connection.close()

    def _tell(self, error: Exception) -> None:
        if self._on_failure is not None:
            self._on_failure(f"The journal {self._file} could not be written ({error}). The session goes on.")


def _forget(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM records")
    connection.execute("DELETE FROM sums")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _interrupt_left(connection: sqlite3.Connection) -> None:
    query = f"SELECT {rows.COLUMNS} FROM records WHERE outcome IS NULL"  # noqa: S608 - our own names
    for row in connection.execute(query).fetchall():
        rows.put(connection, replace(rows.as_record(row), outcome=Outcome.INTERRUPTED))
