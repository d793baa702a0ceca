"""The journal opened for a verb: what it tells meanwhile, and what a dead session left."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from legsup.places import find
from legsup.services.journal.journal import Journal
from legsup.services.journal.progress import never
from legsup.services.journal.trouble import BusyJournalError, JournalError
from legsup.services.session_lock import SessionLock
from legsup.telling import tell, why
from legsup.terminal import journal_words, messages
from legsup.terminal.exits import WrongError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from legsup.places import Places
    from legsup.services.journal.progress import Again
    from legsup.services.journal.salvage import Mended

#: Seconds for which another program is waited for at a time, by who reads and by who writes: what it does meanwhile takes
#: less. Who is kept from adding or deleting for longer is told so, and waits on.
READS, WRITES = 0.1, 0.2


class Notes:
    """What the journal told while a verb used it."""

    def __init__(self) -> None:
        self.failures: list[str] = []
        self._late: set[str] = set()

    def not_written(self, reason: str) -> None:
        """Something was not written."""
        self.failures.append(reason)
        self._late.add(reason)

    def beside(self, reason: str) -> None:
        """The file cannot be written now; the ledger has what was finished."""
        tell(messages.BESIDE.format(detail=reason))

    def shut(self, reason: str) -> None:
        """The file cannot be opened now."""
        self.not_written(reason)

    def free(self) -> None:
        """It is open after all."""
        self.written()

    def written(self) -> None:
        """What was late is written after all."""
        self.failures = [reason for reason in self.failures if reason not in self._late]

    def refused(self, reason: str) -> None:
        """A record is such that no file takes it."""
        self.failures.append(reason)

    def mended(self, mended: Mended) -> None:
        """The journal was damaged, and is mended."""
        tell(messages.SET_ASIDE.format(detail=mended.aside))
        if mended.lost:
            tell(messages.LOST.format(detail=mended.lost))


@contextmanager
def opened(home: Path | None, again: Again) -> Generator[Journal]:
    """Open the journal of a home folder; what a dead session left is marked, unless one is running.

    ``again`` is told what another program is waited for.

    Raises:
        WrongError: it cannot be used, or a write failed.
    """
    notes = Notes()
    try:
        with _used(find(home), notes, WRITES, again) as journal:
            yield journal
    except BusyJournalError as error:
        raise WrongError(journal_words.STILL_HELD.format(reason=error)) from error
    except JournalError as error:
        raise WrongError(str(error)) from error
    except OSError as error:
        raise WrongError(journal_words.JOURNAL_UNCHANGED.format(error=why(error))) from error
    if notes.failures:
        raise WrongError(notes.failures[0])


@contextmanager
def _used(places: Places, notes: Notes, patience: float, again: Again = never) -> Generator[Journal]:
    journal = Journal(places.journal, notes, patience, again=again)
    try:
        _end_dead_sessions(journal, places)
        yield journal
    finally:
        journal.close()


def _end_dead_sessions(journal: Journal, places: Places) -> None:
    """Mark what a dead process left; while a session runs, somebody holds the lock and it is left alone."""
    lock = SessionLock(places.session_lock)
    with suppress(OSError):
        if lock.take():
            journal.interrupt_left()
            journal.flush()
            lock.give_back()


@contextmanager
def looked_at(places: Places) -> Generator[Journal]:
    """Open the journal of some places to read it; what cannot be written meanwhile is told and keeps nobody from reading."""
    notes = Notes()
    with _used(places, notes, READS) as journal:
        yield journal
    for reason in notes.failures[:1]:
        tell(journal_words.READ_ALONE.format(reason=reason))
