"""The journal as the app uses it: one thread writes, anyone reads, and nobody waits for either."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from legsup.services.journal.news import TellNobody
from legsup.services.journal.progress import never, nobody
from legsup.services.journal.reader import Reader, is_older
from legsup.services.journal.schema import connect
from legsup.services.journal.store import Store
from legsup.services.journal.trouble import BusyJournalError, DamagedJournalError, JournalError
from legsup.services.journal.writer import FORGET, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from uuid import UUID

    from legsup.domain.record import Record
    from legsup.services.journal.news import Tell
    from legsup.services.journal.progress import Again

Found = TypeVar("Found")
#: Seconds for which a file that another process writes is waited for, on the writing thread.
PATIENCE = 1.0


class Journal(Reader):
    """The record of sessions in ``file``, with its ledger beside it.

    Writing and mending happen on a thread of their own; what goes wrong is told to ``tell``, on that thread, and stops
    nothing. A file that another program holds is no error: what is written waits, and is read from the ledger meanwhile.
    With ``waits`` whoever reads waits for the writing thread and for others; else never. What is asked for and waited for
    (``merge``, ``new_among``, ``forget``) is tried again where another program holds the journal, as long as ``again`` says so.

    Raises:
        NewerJournalError: the file is newer than this app.
        JournalError: it cannot be opened.
    """

    def __init__(
        self,
        file: Path,
        tell: Tell | None = None,
        patience: float = PATIENCE,
        *,
        waits: bool = True,
        again: Again = never,
    ) -> None:
        self._store = Store(file, patience)
        super().__init__(self._store.ledger, patience if waits else 0.0, waits=waits)
        #: Whether it was damaged when it was opened: it is mended first of all, on the writing thread.
        self.was_damaged = False
        self._migrates, self._migrates_late = not waits and is_older(file), False
        try:
            if not self._migrates:
                connect(file, 0.0).close()
        except BusyJournalError:
            pass
        except DamagedJournalError:
            self.was_damaged = True
        self._tell = TellNobody() if tell is None else tell
        self._again = again
        self._writer = Writer(self._store, self._tell)
        self._writer.ask("open", self._open_first)

    @property
    def migrates(self) -> bool:
        """Whether an older file is being brought to the new form, which takes a while with a long one."""
        return self._migrates

    @property
    def is_written(self) -> bool:
        """Whether everything asked for stands on the disk: in the file, or finished in the ledger."""
        return not self._writer.waits

    @property
    def is_partly_forgotten(self) -> bool:
        """Whether ``forget`` has deleted some of the journal and not all: the ledger and copies, but not the whole file."""
        return self._store.is_partly_forgotten

    def put(self, record: Record) -> None:
        """Write a record: its beginning, a checkpoint of it, or its end."""
        self._given[record.uuid] = record

        def write(store: Store) -> None:
            try:
                store.put(record)
            except (JournalError, OSError):
                raise  # it is tried again
            except Exception:
                self._drop(record)
                raise
            if not store.behind:
                self._drop(record)

        self._writer.ask(record.uuid, write, first=record.outcome is not None, given=True)

    def revise(self, record: Record) -> None:
        """Write an ended record in the place of its former self, of which nothing stays."""
        self._given[record.uuid] = record

        def write(store: Store) -> None:
            store.revise(record)
            self._drop(record)

        self._writer.ask(record.uuid, write, given=True)

    def delete(self, uuid: UUID) -> None:
        """Delete one record; putting it again undoes that."""
        self._given.pop(uuid, None)
        self._writer.ask(uuid, lambda store: store.remove(uuid), given=True)

    def forget(self) -> None:
        """Delete everything, so that nothing of it stays readable: ledger, copies and what was set aside too.

        Raises:
            JournalError, OSError: it cannot be done now; ``is_partly_forgotten`` says whether some of it is gone.
        """
        self._given.clear()
        self._now(FORGET, Store.forget)

    def tell_again(self) -> None:
        """Tell what still cannot be written, also where it was told before."""
        self._writer.tell_again()

    def interrupt_left(self, left: Iterable[UUID] | None = None) -> None:
        """Turn those of these records (None: of all) that never ended into interrupted ones.

        Only what was found while nobody else had the session lock may be given, or all while it is held here.
        """
        dead = None if left is None else tuple(left)
        self._writer.ask("interrupt", lambda store: store.interrupt(dead))

    def look_through(self, *, every_row: bool = False) -> None:
        """Look for damage on the writing thread, and mend it; takes a while with a long journal."""
        self._writer.ask("look", lambda store: store.look_through(every_row=every_row))

    def flush(self, seconds: float | None = None) -> None:
        """Wait until everything asked for so far was tried, at most for some seconds."""
        self._writer.flush(seconds)

    def close(self) -> None:
        """Write what is left and let the file go; waits two seconds at most."""
        self._writer.close()

    def merge(self, records: Iterable[Record], progress: Callable[[int, int], None] = nobody) -> int:
        """Add records that are not there yet, by their UUID, all or none; give how many were added.

        One that ended beats one that was left open.

        Raises:
            JournalError, OSError: it cannot be done now; nothing was added.
        """
        given = list(records)
        return self._now("add", lambda store: store.add(given, progress))

    def new_among(self, records: Iterable[Record]) -> list[Record]:
        """Give those records that ``merge`` would add.

        Raises:
            JournalError, OSError: the journal cannot be read now.
        """
        given = list(records)
        return self._now("compare", lambda store: store.new_among(given))

    def _open_first(self, store: Store) -> None:
        """Open the file on the writing thread; one that was older is the new one from here on, which is told."""
        store.catch_up()
        if store.behind and is_older(self.file):
            self._migrates_late = True  # it is tried again, and what is told of that is told by whoever tries
            raise JournalError(store.behind)
        is_done = self._migrates and not self._migrates_late
        self._migrates = False
        if is_done:
            self._tell.free()

    def _now(self, about: str, does: Callable[[Store], Found]) -> Found:
        """Have something done on the writing thread, and wait for it; it is done now or not at all."""
        done: list[Found] = []
        wrong: list[Exception] = []

        def act(store: Store) -> None:
            try:
                while not done:
                    try:
                        done.append(does(store))
                    except BusyJournalError as error:
                        if not self._again(str(error)):
                            raise
            except Exception as error:  # noqa: BLE001 - raised where it was asked for
                wrong.append(error)

        self._writer.ask(about, act)
        self.flush()
        if wrong:
            raise wrong[0]
        return done[0]

    def _drop(self, record: Record) -> None:
        """Count a record no longer as given, unless it was given anew meanwhile."""
        if self._given.get(record.uuid) is record:
            self._given.pop(record.uuid, None)
