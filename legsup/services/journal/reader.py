"""Reads the journal: its file, with what the ledger beside it has and the file has not yet."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from legsup.services.journal import rows
from legsup.services.journal.beyond import NEWEST, joined, of_day, unread, with_ledger, with_summed
from legsup.services.journal.entries import in_order, pour, sheaves
from legsup.services.journal.schema import VERSION, reading, told
from legsup.services.journal.trouble import (
    FAULTS,
    DamagedJournalError,
    JournalError,
    NewerJournalError,
    OlderJournalError,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from legsup.domain.journal_sums import Sum
    from legsup.domain.record import Record
    from legsup.services.journal.entries import Sheaf
    from legsup.services.journal.ledger import Ledger

Found = TypeVar("Found")


class Reader(ABC):
    """What a journal lists and sums; with ``waits`` a damaged one is waited for until it is mended, else nobody waits."""

    def __init__(self, ledger: Ledger, patience: float, *, waits: bool) -> None:
        self._ledger = ledger
        self._patience = patience
        self._waits = waits
        #: Records that were given and may not be written yet.
        self._given: dict[UUID, Record] = {}

    @abstractmethod
    def look_through(self, *, every_row: bool = False) -> None:
        """Look for damage, and mend it; returns at once."""

    @abstractmethod
    def flush(self, seconds: float | None = None) -> None:
        """Wait until that was tried."""

    @property
    @abstractmethod
    def migrates(self) -> bool:
        """Whether an older file is being brought to the new form, and cannot be read as it is."""

    @property
    def file(self) -> Path:
        """Where it is kept."""
        return self._ledger.journal

    def records(self, limit: int | None = None, before: Record | None = None) -> list[Record]:
        """List records, the newest first; ``before`` goes on after the last one of an earlier list.

        What is damaged is left out, and mended meanwhile; what another program keeps from being read, or from being taken
        into the file, is read from the ledger.

        Raises:
            JournalError: nothing can be read now.
        """
        given = self._given.copy()

        def read(connection: sqlite3.Connection) -> tuple[list[Record], int]:
            found, bad = rows.newest(connection, limit, before)
            if before is None:
                found = with_ledger(self._ledger, connection, found, limit)
            return found, bad

        try:
            found, bad = self._read(read)
            if bad and self._waits:
                self.look_through(every_row=True)
                self.flush()
                found, bad = self._read(read)
            elif bad:
                self.look_through(every_row=True)
        except JournalError as error:
            if before is not None or isinstance(error, NewerJournalError):
                raise
            found = self._from_ledger(error, limit)
        return found if before is not None else self._with_given(found, given, limit)

    def pour(self, take: Callable[[Iterable[Sheaf], int], Found]) -> Found:
        """Hand on everything, the oldest first and some at a time; ``take`` is told about how many there are.

        What is damaged is left out, and mended meanwhile; whoever waits gets it again, whole, from the first. What cannot
        be read now is handed on from the ledger.

        Raises:
            JournalError: nothing can be read now.
        """

        def read(connection: sqlite3.Connection) -> tuple[Found, int]:
            more = with_ledger(self._ledger, connection, [], None)
            return pour(connection, [*more, *self._given.copy().values()], take)

        try:
            found, bad = self._read(read)
            if bad:
                self.look_through(every_row=True)
            if bad and self._waits:
                self.flush()
                found, _ = self._read(read)
        except (NewerJournalError, OlderJournalError):
            raise
        except JournalError as error:
            entries = in_order(joined(self._from_ledger(error, None), self._given.copy().values(), None))
            return take(sheaves(entries), len(entries))
        return found

    def on_day(self, day: date) -> list[Record]:
        """List the records of a day, as it was where one practised, the newest first, what is not written yet too.

        A damaged one is mended meanwhile, and read from the ledger.

        Raises:
            JournalError: nothing can be read now.
        """

        def read(connection: sqlite3.Connection) -> list[Record]:
            found, bad = rows.on_day(connection, day)
            if bad:
                self.look_through(every_row=True)
            return joined(found, of_day(self._ledger, day), None) if bad else found

        # What was given holds in the place of what stands there: it may be written anew.
        given = self._given.copy().values()
        return self._beyond(
            read,
            lambda found, more: joined(found, (each for each in (*more, *given) if each.day == day), None),
        )

    def running(self) -> list[Record]:
        """List the records of sessions that never ended.

        Raises:
            JournalError: the file cannot be read now.
        """
        return self._read(rows.running)

    def sums(self, kind: str, first: str = "", last: str | None = None) -> list[Sum]:
        """List the sums of a kind (day, sequence, hour) by name, from ``first`` to ``last``.

        Where the file cannot be read now, those of days are made of the newest records of the ledger; no others, of which
        a part would pass for the whole.

        Raises:
            JournalError: nothing can be read now.
        """

        def read(connection: sqlite3.Connection) -> list[Sum]:
            return rows.sums(connection, kind, first, last)

        if kind != "day":
            return self._read(read)
        return self._beyond(read, lambda found, more: with_summed(found, more, kind, first, last))

    def finished(self) -> int:
        """Count the sessions that reached their end, come out early or not.

        Raises:
            JournalError: nothing can be read now.
        """
        try:
            return self._read(rows.finished)
        except JournalError as error:
            return sum(record.outcome in rows.ENDS for record in self._from_ledger(error, None))

    def _read(self, read: Callable[[sqlite3.Connection], Found]) -> Found:
        """Read the file; damage is mended meanwhile, and where one waits it is read again."""
        try:
            return self._read_once(read)
        except DamagedJournalError:
            self.look_through()
            if not self._waits:
                raise
            self.flush()
            return self._read_once(read)

    def _read_once(self, read: Callable[[sqlite3.Connection], Found]) -> Found:
        try:
            with closing(reading(self.file, self._patience)) as connection:
                connection.execute("BEGIN")  # what is read stood there at one moment
                return read(connection)
        except FAULTS as error:
            raise (OlderJournalError() if self.migrates else told(self.file, error)) from error

    def _beyond(
        self,
        read: Callable[[sqlite3.Connection], list[Found]],
        add: Callable[[list[Found], list[Record]], list[Found]],
    ) -> list[Found]:
        """Read the file and add what the ledger alone has; or that alone, where the file cannot be read now."""
        # Asked for first: what is written meanwhile stands in this, or in the file.
        given = self._given.copy().values()

        def both(connection: sqlite3.Connection) -> list[Found]:
            return add(read(connection), unread(self._ledger, connection, given))

        try:
            return self._read(both)
        except NewerJournalError:
            raise
        except JournalError as error:
            return add([], joined(self._from_ledger(error, NEWEST), given, None))

    def _from_ledger(self, error: JournalError, limit: int | None) -> list[Record]:
        try:
            return self._ledger.newest(limit)
        except OSError:
            raise error from None

    def _with_given(self, found: list[Record], given: dict[UUID, Record], limit: int | None) -> list[Record]:
        """Add what was given and may not be written yet."""
        for record in found:
            if given.get(record.uuid) == record:
                del given[record.uuid]
                if self._given.get(record.uuid) == record:
                    self._given.pop(record.uuid, None)
        return joined(found, given.values(), limit) if given else found


def is_older(file: Path) -> bool:
    """Whether an older Legs Up wrote a file, as far as that can be read."""
    try:
        with closing(reading(file)) as connection:
            return 0 < int(connection.execute("PRAGMA user_version").fetchone()[0]) < VERSION
    except FAULTS:
        return False
