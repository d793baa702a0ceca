"""The journal as both faces keep it: opened on first need, what a dead session left marked, what is wrong told."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, TypeVar

from legsup.private import is_there

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from legsup.domain.journal_sums import Sum
    from legsup.domain.record import Record
    from legsup.places import Places
    from legsup.services.journal.journal import Journal
    from legsup.services.journal.salvage import Mended
    from legsup.services.session_lock import SessionLock

Found = TypeVar("Found")
#: Records that are looked at before a practice.
LATEST = 8
#: Seconds for which what was just asked for is waited for, so that it is shown: a change, or the end of a dead session.
MOMENT = 0.3


class JournalTrouble(Enum):
    """What is wrong with the journal; told with the file, the reason or a number."""

    #: It was damaged and replaced by what could be read; told with where the old file is now.
    SET_ASIDE = auto()
    #: So many of its entries could not be read.
    LOST = auto()
    #: It cannot be used; told with the reason.
    UNUSABLE = auto()
    #: Something could not be written, and is tried again; told with the reason.
    NOT_WRITTEN = auto()
    #: A session stands in the ledger, and is added to the journal when that can be; told with the reason.
    BESIDE = auto()
    #: What was told as not written, or beside, is in the journal now: no trouble any more.
    WRITTEN = auto()
    #: It cannot be opened now, and is tried again; nothing waits for it. Told with the reason.
    SHUT = auto()
    #: What was told as shut is open: no trouble any more.
    FREE = auto()


#: What may be over by the end of a session; whether it is, is looked at then.
PASSING = frozenset(
    {JournalTrouble.UNUSABLE, JournalTrouble.NOT_WRITTEN, JournalTrouble.BESIDE, JournalTrouble.SHUT}
)


class KeptJournal:
    """The journal of a home; ``tell`` hears what is wrong, of what is written on the journal's own thread.

    Nobody waits for a file that another program holds: it is tried again with each session and page. With ``waits`` a
    damaged one is waited for until it is mended, where no window stands still for that.
    """

    def __init__(
        self,
        places: Places,
        lock: SessionLock,
        tell: Callable[[JournalTrouble, str], None],
        *,
        waits: bool = False,
        moment: float = MOMENT,
    ) -> None:
        """Keep the journal of some places; ``lock`` tells whether a session runs.

        ``moment`` is for how many seconds at most what was just asked for is waited for, as for a person who looks on.
        """
        self._places = places
        self._lock = lock
        self._tell = tell
        self._open: Journal | None = None
        self._dead_ended = False
        self._waits = waits
        self.moment = moment

    @property
    def now(self) -> Journal | None:
        """The journal if it is open."""
        return self._open

    def opened(self) -> Journal | None:
        """The journal, opened if it is not; None where it cannot be used, which is told and stops nothing."""
        journal, reason = self._take_up()
        if reason:
            self._tell(JournalTrouble.UNUSABLE, reason)
        return journal

    def looked_at(self) -> Journal | None:
        """The journal, opened if it is not; None where it cannot be used, which nobody is told now."""
        return self._take_up()[0]

    def tell_again(self) -> None:
        """Tell what is wrong now, also where it was told before: a session has ended, and where its record is, is said."""
        if self._open is None:
            self.opened()
        else:
            self._open.tell_again()

    def newest(self, limit: int, before: Record | None = None) -> tuple[list[Record], str]:
        """List the newest records, and say what is wrong; a journal that cannot be written is read all the same.

        ``before`` goes on after the last one of an earlier list.
        """
        from legsup.services.journal.salvage import read_alone  # noqa: PLC0415 - sqlite3 comes with the first need
        from legsup.services.journal.trouble import (  # noqa: PLC0415 - the same
            JournalError,
            NewerJournalError,
            OlderJournalError,
        )

        if self._open is None and not is_there(self._places.journal.parent):
            return [], ""
        journal, reason = self._take_up()
        try:
            if journal is None:
                return _from(read_alone(self._places.journal), limit, before), reason
            return journal.records(limit, before), str(OlderJournalError()) if journal.migrates else reason
        except NewerJournalError as error:
            return [], str(error)
        except JournalError as error:
            return [], reason or str(error)

    def session_number(self) -> int:
        """Tell the number of the next session: those that reached their end, of any practice, and one more.

        Without a journal, or where it cannot be read, it is the first; looking makes no journal.
        """
        return self._asked(lambda journal: journal.finished(), 0) + 1

    def held_on(self, day: date) -> frozenset[str]:
        """Name the sequences of which something was held on a day, as the person counts days; none without a journal."""
        held = frozenset(record.sequence for record in self.on_day(day) if record.held > 0)
        if self._may_be_there():
            self.newest(LATEST)  # a damaged one among these is found, and mended during the practice
        return held

    def usable(self) -> tuple[Journal | None, str]:
        """The journal, opened if it is not, or why it cannot be used."""
        return self._take_up()

    def in_month(self, month: date) -> list[Record]:
        """List the records of a month, the oldest first."""
        from datetime import timedelta  # noqa: PLC0415 - an idle tray knows no dates

        days = (month.replace(day=1) + timedelta(days=number) for number in range(31))
        found = [self.on_day(day) for day in days if day.month == month.month]
        return [record for of_day in found for record in reversed(of_day)]

    def on_day(self, day: date) -> list[Record]:
        """List the records of a day, the newest first; none where they cannot be read now.

        A journal that cannot be written is read all the same.
        """
        if not self._may_be_there():
            return []
        from legsup.services.journal.salvage import read_alone  # noqa: PLC0415 - sqlite3 comes with the first need
        from legsup.services.journal.trouble import JournalError  # noqa: PLC0415 - the same

        journal, _ = self._take_up()
        try:
            if journal is not None:
                return journal.on_day(day)
            return [record for record in read_alone(self._places.journal) if record.day == day]
        except JournalError:
            return []

    def sums(self, kind: str, first: str = "", last: str | None = None) -> list[Sum]:
        """List the sums of a kind by name (``schema.SUMMED``); none where they cannot be read now."""
        return self._asked(lambda journal: journal.sums(kind, first, last), [])

    def _asked(self, read: Callable[[Journal], Found], nothing: Found) -> Found:
        if not self._may_be_there():
            return nothing
        from legsup.services.journal.trouble import JournalError  # noqa: PLC0415 - sqlite3 comes with the first need

        journal, _ = self._take_up()
        try:
            return nothing if journal is None else read(journal)
        except JournalError:
            return nothing

    def practised_on(self, day: date) -> int:
        """Count the sessions of a day of which something was held; none without a journal."""
        return sum(record.held > 0 and record.outcome is not None for record in self.on_day(day))

    def _may_be_there(self) -> bool:
        """Whether there is a journal, or a ledger from which it comes back; looking makes none."""
        return self._open is not None or is_there(self._places.journal) or is_there(self._places.ledger)

    def close(self) -> None:
        """Write what is left and let the file go; the next need opens it again."""
        if self._open is not None:
            self._open.close()
            self._open = None

    # What the journal tells, on its own thread.

    def not_written(self, reason: str) -> None:
        """Something could not be written, and is tried again."""
        self._tell(JournalTrouble.NOT_WRITTEN, reason)

    def beside(self, reason: str) -> None:
        """A finished record stands in the ledger, and is added to the journal when that can be."""
        self._tell(JournalTrouble.BESIDE, reason)

    def written(self) -> None:
        """What could not be written is in the journal now."""
        self._tell(JournalTrouble.WRITTEN, "")

    def shut(self, reason: str) -> None:
        """The file cannot be opened now, and is tried again."""
        self._tell(JournalTrouble.SHUT, reason)

    def free(self) -> None:
        """What was shut is open."""
        self._tell(JournalTrouble.FREE, "")

    def refused(self, reason: str) -> None:
        """A record is such that no file takes it."""
        self._tell(JournalTrouble.NOT_WRITTEN, reason)

    def mended(self, mended: Mended) -> None:
        """The journal was damaged, and is mended."""
        self._tell(JournalTrouble.SET_ASIDE, str(mended.aside))
        if mended.lost:
            self._tell(JournalTrouble.LOST, str(mended.lost))

    def _take_up(self) -> tuple[Journal | None, str]:
        """Open the journal if it is not; gives it, or why it cannot be used."""
        from legsup.services.journal.journal import Journal  # noqa: PLC0415 - sqlite3 comes with the first need
        from legsup.services.journal.trouble import JournalError  # noqa: PLC0415 - the same

        is_first = self._open is None
        if self._open is None:
            try:
                self._open = Journal(self._places.journal, self, waits=False)
            except (JournalError, OSError) as error:
                return None, str(error)
            self._dead_ended = False
            if self._waits and self._open.was_damaged:
                self._open.flush()
        if not self._dead_ended:
            self._dead_ended = self._end_dead_sessions(self._open, is_first=is_first)
        return self._open, ""

    def _end_dead_sessions(self, journal: Journal, *, is_first: bool) -> bool:
        """Mark what a dead process left; while a session runs elsewhere, its holder has the lock and it is left alone.

        Gives whether that is done. A session of our own has written nothing yet when the journal is first opened.
        """
        from legsup.services.journal.trouble import JournalError  # noqa: PLC0415 - sqlite3 comes with the first need

        held_before = self._lock.is_held
        if held_before and not is_first:
            return False
        try:
            if not self._lock.take():
                return True
            # Who runs while nobody else has the lock is dead, and stays so when it is given back.
            left = [record.uuid for record in journal.running()]
        except (OSError, JournalError):
            return False
        finally:
            if not held_before:
                self._lock.give_back()
        if left:
            journal.interrupt_left(left)
            journal.flush(self.moment)
        return True


def _from(records: list[Record], limit: int, before: Record | None) -> list[Record]:
    """Give what of all records follows one."""
    begin = 0 if before is None else 1 + next((at for at, each in enumerate(records) if each == before), -1)
    return records[begin : begin + limit]
