"""The journal's file and its ledger, kept together: a finished record stands in the ledger first, then in the file.

The file is followed by its name: where another stands there, or none, it is opened anew. A damaged one is mended.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from legsup.domain.session import Outcome
from legsup.services.journal import rows
from legsup.services.journal.days import keep_day, take_out
from legsup.services.journal.emptying import demand_free, empty
from legsup.services.journal.ledger import Ledger
from legsup.services.journal.progress import nobody
from legsup.services.journal.progress import told as in_turn
from legsup.services.journal.salvage import COMPANIONS, beside, copies, mend, older
from legsup.services.journal.schema import connect, sums_anew, told
from legsup.services.journal.settling import settle, take_added
from legsup.services.journal.soundness import is_sound
from legsup.services.journal.taken import ledger_anew, lose_track
from legsup.services.journal.transaction import transaction
from legsup.services.journal.trouble import (
    FAULTS,
    DamagedJournalError,
    JournalError,
    is_damage,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from pathlib import Path
    from uuid import UUID

    from legsup.domain.record import Record
    from legsup.services.journal.ledger import Added
    from legsup.services.journal.salvage import Mended

Found = TypeVar("Found")


class Store:
    """Writes the journal, on one thread; each act happens whole or not at all.

    ``behind`` says why the file lacks what stands in the ledger, or cannot be opened; ``owes`` whether a record that was
    put here is such; ``mended`` what became of a damaged file, the last time. An act that cannot be done now raises JournalError or OSError, and may be tried again.
    """

    def __init__(self, file: Path, patience: float, today: Callable[[], date] = date.today) -> None:
        self.file = file
        self._today = today
        self.ledger = Ledger(file)
        self.behind = ""
        self.owes = False
        self.mended: Mended | None = None
        #: Whether forgetting has begun, and came to no end.
        self.is_partly_forgotten = False
        self._patience = patience
        self._connection: sqlite3.Connection | None = None
        self._opened: tuple[int, int] | None = None
        #: The record that was appended last, until it is taken into the file.
        self._added: Added | None = None
        self._is_alone = False
        #: The day of which nothing is left to be kept.
        self._kept: date | None = None

    def open(self) -> None:
        """Open the file, and take in what stands in the ledger alone."""
        self._do(lambda _connection: None)

    def put(self, record: Record) -> None:
        """Write a record; where it ended into the ledger, so that it is kept whatever becomes of the file: ``catch_up``."""
        if record.outcome is None:
            self._do(lambda connection: rows.put(connection, record))
            return
        with self._alone():
            self._keep_day()
            try:
                self._added = self.ledger.append(record)
            except OSError:
                self._put_without_ledger(record)
            else:
                self.behind = self.behind or f"The journal {self.file} is written next."
                self.owes = True

    def catch_up(self) -> None:
        """Take into the file what stands in the ledger; where that cannot be done now, ``behind`` says why."""
        try:
            self.open()
        except (JournalError, *FAULTS, OSError) as error:
            self.behind = str(error)
        else:
            self._is_level()

    def add(self, records: Iterable[Record], progress: Callable[[int, int], None] = nobody) -> int:
        """Add records that are not there yet, all or none; give how many. One that ended beats one that was left open.

        Once the ledger has them they are kept, whatever becomes of the file: ``catch_up``.
        """
        given = list(records)
        new: dict[UUID, Record] = {}

        def act(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                found = rows.new_among(connection, given)
                # Tried again after a mending, the ledger may have brought them in by then.
                new.update((each.uuid, each) for each in found)
                for record in in_turn(found, progress):
                    rows.write_within(connection, record)
                progress(len(found), len(found))
                if found:
                    sums_anew(connection)
                    ledger_anew(connection, self.ledger)

        with self._alone():
            self._keep_day()
            try:
                self._do(act)
            except (JournalError, *FAULTS) as error:
                if not new or not self.ledger.has(next(reversed(new))):
                    raise
                self.behind, self.owes = str(error), True
        return len(new)

    def new_among(self, records: Iterable[Record]) -> list[Record]:
        """Give those records that ``add`` would add."""
        given = list(records)
        return self._do(lambda connection: rows.new_among(connection, given))

    def revise(self, record: Record) -> None:
        """Write a record in the place of its former self, of which nothing stays: its ended state, changed by the person."""

        def act(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                rows.put_within(connection, record)
                ledger_anew(connection, self.ledger, instead=record)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        with self._alone():
            self._keep_day()
            take_out(self.file, record.uuid)
            self._do(act)

    def remove(self, uuid: UUID) -> None:
        """Delete a record, so that it stands nowhere any more."""

        def act(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                rows.remove_within(connection, uuid)
                if self.ledger.has(uuid):
                    ledger_anew(connection, self.ledger, without=uuid)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        with self._alone():
            self._keep_day()
            take_out(self.file, uuid)
            self._do(act)

    def interrupt(self, left: Iterable[UUID] | None = None) -> None:
        """Turn those of these records (None: of all) that never ended into interrupted ones."""
        wanted = None if left is None else set(left)
        for record in self._do(rows.running):
            if wanted is None or record.uuid in wanted:
                self.put(replace(record, outcome=Outcome.INTERRUPTED))

    def forget(self) -> None:
        """Delete everything: the records, the ledger, older and damaged copies; nothing of it stays readable."""
        with self._alone():
            with suppress(DamagedJournalError):
                self._emptied(demand_free)
            self.ledger.write(())  # what keeps that from being done keeps all
            self.is_partly_forgotten = True
            for copy in copies(self.file):
                copy.unlink(missing_ok=True)
            try:
                self._emptied(empty)
            except DamagedJournalError:
                self.close()
                for ending in ("", *COMPANIONS):
                    self.file.with_name(self.file.name + ending).unlink(missing_ok=True)
                self._emptied(empty)
            self.mended = self._kept = None
            self.is_partly_forgotten = False
            self._is_level()

    def look_through(self, *, every_row: bool = False) -> None:
        """Look through the whole file, and mend it where it is damaged; takes a while with a long one."""
        sound = self._do(lambda connection: is_sound(connection, self.ledger, every_row=every_row))
        if not sound:
            self._mend()
            self.open()

    def close(self) -> None:
        """Let the file go."""
        if self._connection is not None:
            with suppress(*FAULTS):
                self._connection.close()
            self._connection = None

    def _do(self, act: Callable[[sqlite3.Connection], Found]) -> Found:
        """Do something with the open file, in which all stands that the ledger has; damage is mended, once."""
        try:
            return self._once(act)
        except DamagedJournalError:
            pass
        except FAULTS as error:
            if not isinstance(self._told(error), DamagedJournalError):
                raise self._told(error) from error
        self._mend()
        try:
            return self._once(act)
        except FAULTS as error:
            raise self._told(error) from error

    def _once(self, act: Callable[[sqlite3.Connection], Found]) -> Found:
        connection = self._connected()
        if self._took_added(connection) or settle(connection, self.ledger, self._alone):
            self._is_level()
        return act(connection)

    def _took_added(self, connection: sqlite3.Connection) -> bool:
        added, self._added = self._added, None
        return added is not None and take_added(connection, self.ledger, added)

    def _is_level(self) -> None:
        self.behind, self.owes = "", False

    def _told(self, error: sqlite3.Error | UnicodeDecodeError) -> Exception:
        """Word an error of SQLite's; what is neither damage nor out of reach is the record's own fault, and stays."""
        own = isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError | sqlite3.IntegrityError)
        return error if own and not is_damage(error) else told(self.file, error)

    def _connected(self) -> sqlite3.Connection:
        if self._connection is not None and self._opened != self._where():
            self.close()
        if self._connection is None:
            if beside(self.file).exists() or older(self.file):
                self._mend()  # whoever began to was killed
            self._connection = connect(self.file, self._patience)
            self._opened = self._where()
        return self._connection

    def _where(self) -> tuple[int, int] | None:
        """Tell which file has the journal's name now."""
        try:
            found = self.file.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _mend(self) -> None:
        with self._alone():
            self.close()
            try:
                self.mended = mend(self.file, self.ledger)
            except FAULTS as error:
                raise JournalError(f"The journal {self.file} cannot be mended now ({error}).") from error

    def _put_without_ledger(self, record: Record) -> None:
        """Write an ended record into the file alone; the ledger gets it as soon as it can be written."""

        def act(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                rows.put_within(connection, record)
                lose_track(connection)

        self._do(act)

    def _emptied(self, act: Callable[[sqlite3.Connection, Path], None]) -> None:
        try:
            act(self._connected(), self.file)
        except FAULTS as error:
            raise told(self.file, error) from error

    def _keep_day(self) -> None:
        today = self._today()
        if today != self._kept and keep_day(self.file, self.ledger.file, today):
            self._kept = today

    @contextmanager
    def _alone(self) -> Generator[None]:
        """Keep other processes from the ledger; within itself it is free."""
        if self._is_alone:
            yield
            return
        with self.ledger.alone(self._patience):
            self._is_alone = True
            try:
                yield
            finally:
                self._is_alone = False
