"""The one thread that writes the journal: in order, each act whole or not at all, and nothing dropped for a while."""

from __future__ import annotations

import threading
from contextlib import suppress
from enum import Enum, auto
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, NamedTuple

from legsup.services.journal.trouble import JournalError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from legsup.services.journal.news import Tell
    from legsup.services.journal.store import Store

#: Acts that wait for a disk that is full or a file that is locked; beyond these the oldest are let go.
MOST_LATE = 100
#: What forgetting is about: nothing goes before it.
FORGET = "forget"
#: Seconds after which what waits is tried again, and for which leaving waits at most.
AGAIN, LEAVING = 4.0, 2.0
#: Seconds between two looks of who waits without end.
LOOK = 0.2


class Act(NamedTuple):
    """Something to be written; a later one about the same thing takes its place while it waits.

    ``first`` tells that it goes before what waits for the file, since it goes into the ledger; ``given``, that it writes
    what the person did, rather than looking after the file.
    """

    about: Hashable
    does: Callable[[Store], None]
    first: bool
    given: bool


class Trouble(Enum):
    """What it means that something cannot be done now."""

    #: Something that was given stands nowhere yet.
    NOT_WRITTEN = auto()
    #: What was given stands in the ledger, and not in the file.
    BESIDE = auto()
    #: The file cannot be looked after, and nothing waits for it.
    SHUT = auto()


class Writer:
    """Does to a store what it is asked to; whatever goes wrong is told to ``tell``, once, and stops nobody.

    An act that cannot be done now is tried again with the next, every few seconds, and once more on closing.
    """

    def __init__(self, store: Store, tell: Tell) -> None:
        self._store = store
        self._tell = tell
        self._asked: SimpleQueue[Act | threading.Event | None] = SimpleQueue()
        self._late: dict[Hashable, Act] = {}
        self._told: tuple[str, Trouble] | None = None
        #: Whether something was told as not written, or beside, and has not been told as written.
        self._promised = False
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def ask(
        self, about: Hashable, does: Callable[[Store], None], *, first: bool = False, given: bool = False
    ) -> None:
        """Have something done, what was ``given`` or the first of all; returns at once."""
        self._asked.put(Act(about, does, first, given))

    def flush(self, seconds: float | None = None) -> None:
        """Wait until everything asked for so far was tried, at most for some seconds."""
        done = threading.Event()
        self._asked.put(done)
        if seconds is not None and not self._closed:
            done.wait(seconds)
            return
        while not self._closed and not done.wait(LOOK):
            pass  # Ctrl-C is heard between two looks alone, on some systems

    def tell_again(self) -> None:
        """Tell what goes wrong from now on, also where it was told before."""
        self._told = None

    @property
    def waits(self) -> bool:
        """Whether something asked for could not be written yet."""
        return bool(self._late)

    def close(self) -> None:
        """Write what is left and let the file go; whoever leaves waits two seconds at most."""
        if not self._closed:
            self._asked.put(None)
            self._thread.join(LEAVING)
            self._closed = True

    def _run(self) -> None:
        going = True
        while going:
            waiting: list[threading.Event] = []
            going = self._take(waiting)
            try:
                self._write_late()
            except Exception as error:  # noqa: BLE001 - whoever is told may fail: records are written on, and nobody waits for ever
                args = (type(error), error, error.__traceback__, self._thread)
                threading.excepthook(threading.ExceptHookArgs(args))
            for event in waiting:
                event.set()
        self._store.close()

    def _take(self, waiting: list[threading.Event]) -> bool:
        """Take what is asked for, waiting for it; False when there will be no more."""
        with suppress(Empty):
            asked = self._asked.get(timeout=AGAIN if self._late or self._store.behind else None)
            while True:
                if asked is None:
                    return False
                if isinstance(asked, Act):
                    self._late.pop(asked.about, None)
                    self._late[asked.about] = asked
                else:
                    waiting.append(asked)
                asked = self._asked.get_nowait()
        return True

    def _write_late(self) -> None:
        """Write everything that waits and can be written; then bring the file after the ledger."""
        failed = False
        for about, act in self._in_order():
            try:
                act.does(self._store)
            except (JournalError, OSError) as error:
                self._tell_trouble(str(error))
                if len(self._late) > MOST_LATE:
                    del self._late[about]
                if about == FORGET:
                    return  # nothing may be written that would be deleted then
                failed = True
                continue
            except Exception as error:  # noqa: BLE001 - a record that no file takes must not keep the others out
                del self._late[about]
                self._tell.refused(str(error))
                continue
            del self._late[about]
            self._tell_mended()
        if not failed:
            self._catch_up()

    def _in_order(self) -> list[tuple[Hashable, Act]]:
        """Order what waits: what goes into the ledger first, unless all is to be forgotten on the way."""
        waiting = list(self._late.items())
        if FORGET not in self._late:
            waiting.sort(key=lambda each: not each[1].first)
        return waiting

    def _catch_up(self) -> None:
        if self._store.behind:
            self._store.catch_up()
        self._tell_mended()
        if self._store.behind:
            self._tell_trouble(self._store.behind)
        elif self._told is not None or self._promised:
            self._told = None
            if self._promised:
                self._promised = False
                self._tell.written()
            else:
                self._tell.free()

    def _tell_trouble(self, reason: str) -> None:
        trouble = self._trouble()
        if (reason, trouble) == self._told:
            return
        self._told = (reason, trouble)
        self._promised = self._promised or trouble is not Trouble.SHUT
        match trouble:
            case Trouble.NOT_WRITTEN:
                self._tell.not_written(reason)
            case Trouble.BESIDE:
                self._tell.beside(reason)
            case Trouble.SHUT:
                self._tell.shut(reason)

    def _trouble(self) -> Trouble:
        if any(act.given for act in self._late.values()):
            return Trouble.NOT_WRITTEN
        return Trouble.BESIDE if self._store.owes else Trouble.SHUT

    def _tell_mended(self) -> None:
        mended, self._store.mended = self._store.mended, None
        if mended is not None:
            self._tell.mended(mended)
