"""The journal as both faces keep it: opened on first need, what a dead session left marked, what is wrong told."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from legsup.places import Places
    from legsup.services.journal.journal import Journal
    from legsup.services.session_lock import SessionLock

#: More sessions than anybody has in a day.
MOST_A_DAY = 100


class JournalTrouble(Enum):
    """What is wrong with the journal; told with the file, or with the reason."""

    #: It was damaged and replaced by what could be read; told with where the old file is now.
    SET_ASIDE = auto()
    #: It cannot be used; told with the reason.
    UNUSABLE = auto()
    #: A record could not be written; told with the reason.
    NOT_WRITTEN = auto()


class KeptJournal:
    """The journal of a home; ``tell`` hears what is wrong, of a write that failed on the journal's own thread."""

    def __init__(
        self, places: Places, lock: SessionLock, tell: Callable[[JournalTrouble, str], None]
    ) -> None:
        self._places = places
        self._lock = lock
        self._tell = tell
        self._open: Journal | None = None

    @property
    def now(self) -> Journal | None:
        """The journal if it is open."""
        return self._open

    def opened(self) -> Journal | None:
        """The journal, opened if it is not; None where it cannot be used, which is told and stops nothing."""
        if self._open is None:
            self._open = self._opened()
        return self._open

    def session_number(self) -> int:
        """Tell the number of the next session: those that reached their end, of any practice, and one more.

        Without a journal, or where it cannot be read, it is the first; looking makes no journal.
        """
        if self._open is None and not self._places.journal.exists():
            return 1
        from legsup.services.journal.schema import JournalError  # noqa: PLC0415 - sqlite3 comes with the first need

        journal = self.opened()
        try:
            return 1 if journal is None else journal.finished() + 1
        except JournalError:
            return 1

    def held_on(self, day: date) -> frozenset[str]:
        """Name the sequences of which something was held on a day, as the person counts days; none without a journal."""
        if self._open is None and not self._places.journal.exists():
            return frozenset()
        from legsup.services.journal.schema import JournalError  # noqa: PLC0415 - sqlite3 comes with the first need

        journal = self.opened()
        try:
            latest = [] if journal is None else journal.records(limit=MOST_A_DAY)
        except JournalError:
            latest = []
        return frozenset(
            record.sequence for record in latest if record.held > 0 and record.started.date() == day
        )

    def close(self) -> None:
        """Write what is left and let the file go; the next need opens it again."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _opened(self) -> Journal | None:
        from legsup.services.journal.journal import Journal  # noqa: PLC0415 - sqlite3 comes with the first need
        from legsup.services.journal.schema import JournalError  # noqa: PLC0415 - the same

        try:
            journal = Journal(self._places.journal, self._not_written)
        except (JournalError, OSError) as error:
            self._tell(JournalTrouble.UNUSABLE, str(error))
            return None
        if journal.set_aside is not None:
            self._tell(JournalTrouble.SET_ASIDE, str(journal.set_aside))
        self._end_dead_sessions(journal)
        return journal

    def _end_dead_sessions(self, journal: Journal) -> None:
        """Mark what a dead process left; while a session runs elsewhere, its holder has the lock and it is left alone."""
        held_before = self._lock.is_held
        try:
            free = self._lock.take()
        except OSError:
            return
        if free:
            journal.interrupt_left()
            journal.flush()
            if not held_before:
                self._lock.give_back()

    def _not_written(self, reason: str) -> None:
        self._tell(JournalTrouble.NOT_WRITTEN, reason)
