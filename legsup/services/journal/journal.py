"""The journal as the app uses it: one thread writes, anyone reads."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from legsup.services.journal import rows
from legsup.services.journal.salvage import replace_damaged
from legsup.services.journal.schema import DamagedJournalError, JournalError, connect
from legsup.services.journal.writer import Writer, is_damage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from uuid import UUID

    from legsup.domain.record import Record

Found = TypeVar("Found")
#: Seconds for which a file that another process writes is waited for.
PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Sum:
    """What was practised on a day, with a sequence or in an hour: sessions, and seconds practised and held."""

    name: str
    sessions: int
    practised: float
    held: float


class Journal:
    """The record of sessions in ``file``.

    Writing happens on a thread of its own; a write that fails is told to ``on_failure``, on that thread, and stops
    nothing. A file that turns out to be damaged is replaced by what can be read of it.

    Raises:
        JournalError: the file is newer than this app, or cannot be opened.
    """

    def __init__(
        self, file: Path, on_failure: Callable[[str], None] | None = None, patience: float = PATIENCE
    ) -> None:
        self._file = file
        self._patience = patience
        moved = None
        try:
            connect(file, patience).close()
        except DamagedJournalError:
            moved = replace_damaged(file)
        self._writer = Writer(file, on_failure or _tell_nobody, patience)
        self._writer.moved = moved

    @property
    def file(self) -> Path:
        """Where it is kept."""
        return self._file

    @property
    def set_aside(self) -> Path | None:
        """Where a damaged file was put when it was replaced; None while there was none."""
        return self._writer.moved

    def put(self, record: Record) -> None:
        """Write a record: its beginning, a checkpoint of it, or its end."""
        self._writer.ask(lambda connection: rows.put(connection, record))

    def delete(self, uuid: UUID) -> None:
        """Delete one record."""
        self._writer.ask(lambda connection: rows.remove(connection, uuid))

    def forget(self) -> None:
        """Delete everything, so that nothing of it stays readable in the file."""
        self._writer.ask(rows.forget)

    def interrupt_left(self) -> None:
        """Turn what is left of sessions that did not end into interrupted ones; call only with the session lock."""
        self._writer.ask(rows.interrupt_left)

    def look_through(self) -> None:
        """Look for damage on the writing thread, and mend it; takes a while with a long journal."""
        self._writer.mend()

    def flush(self) -> None:
        """Wait until everything asked for so far is written."""
        self._writer.flush()

    def close(self) -> None:
        """Write what is left and let the file go."""
        self._writer.close()

    def records(self, limit: int | None = None, before: Record | None = None) -> list[Record]:
        """List records, the newest first; ``before`` goes on after the last one of an earlier list.

        Raises:
            JournalError: the file cannot be read now.
        """
        return self._read(lambda connection: rows.newest(connection, limit, before))

    def sums(self, kind: str, first: str = "", last: str | None = None) -> list[Sum]:
        """List the sums of a kind (day, sequence, hour) by name, from ``first`` to ``last``.

        Raises:
            JournalError: the file cannot be read now.
        """
        query = (
            "SELECT name, sessions, practised, held FROM sums"
            " WHERE kind = ? AND name >= ? AND (? IS NULL OR name <= ?) ORDER BY name"
        )
        values = (kind, first, last, last)
        return self._read(lambda connection: [Sum(*row) for row in connection.execute(query, values)])

    def finished(self) -> int:
        """Count the sessions that reached their end, come out early or not.

        Raises:
            JournalError: the file cannot be read now.
        """
        return self._read(rows.finished)

    def merge(self, records: Iterable[Record]) -> int:
        """Add records that are not there yet, by their UUID, all or none; give how many were added.

        One that ended beats one that was left open.
        """
        added: list[Record] = []
        taken = list(records)
        self._writer.ask(lambda connection: added.extend(rows.merge(connection, taken)))
        self.flush()
        return len(added)

    def _read(self, read: Callable[[sqlite3.Connection], Found]) -> Found:
        try:
            return self._read_once(read)
        except DamagedJournalError:
            self._writer.mend()
            self.flush()
            return self._read_once(read)

    def _read_once(self, read: Callable[[sqlite3.Connection], Found]) -> Found:
        try:
            with closing(connect(self._file, self._patience)) as connection:
                return read(connection)
        except sqlite3.DatabaseError as error:
            kind = DamagedJournalError if is_damage(error) else JournalError
            raise kind(f"The journal {self._file} cannot be read now ({error}). Nothing is lost.") from error


def _tell_nobody(_message: str) -> None:
    """Nobody asked to be told."""
