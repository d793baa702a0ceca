"""The one thread that writes the journal: in order, each write whole or not at all, and nothing dropped for a while."""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from queue import SimpleQueue
from typing import TYPE_CHECKING

from legsup.services.journal.salvage import replace_damaged
from legsup.services.journal.schema import DamagedJournalError, JournalError, connect, is_sound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[sqlite3.Connection], None]

#: Writes that wait for a disk that is full or a file that is locked; beyond these the oldest are let go.
MOST_LATE = 100


class Writer:
    """Writes what it is asked to; whatever goes wrong is told to ``tell`` and stops nobody.

    A write that the disk would not take is tried again before the next one, and once more on closing.
    ``moved`` is where a damaged file was put when it was replaced, None while it was sound.
    """

    def __init__(self, file: Path, tell: Callable[[str], None], patience: float) -> None:
        self._file = file
        self._tell = tell
        self._patience = patience
        self._asked: SimpleQueue[Write | threading.Event | None] = SimpleQueue()
        self._late: deque[Write] = deque()
        self._connection: sqlite3.Connection | None = None
        self._closed = False
        self.moved: Path | None = None
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def ask(self, write: Write) -> None:
        """Have something written; returns at once."""
        self._asked.put(write)

    def flush(self) -> None:
        """Wait until everything asked for so far was tried."""
        done = threading.Event()
        self._asked.put(done)
        if not self._closed:
            done.wait()

    def mend(self) -> None:
        """Look through the file and replace it where it is damaged, keeping what can be read."""
        self.ask(self._look_through)

    def close(self) -> None:
        """Write what is left and let the file go."""
        if not self._closed:
            self._asked.put(None)
            self._thread.join()
            self._closed = True

    def _run(self) -> None:
        while (asked := self._asked.get()) is not None:
            if isinstance(asked, threading.Event):
                asked.set()
                continue
            self._late.append(asked)
            self._write_late()
        if self._late:
            self._write_late()
        self._let_go()

    def _write_late(self) -> None:
        """Write everything that waits, the oldest first, until one will not go."""
        while self._late:
            try:
                self._write(self._late[0])
            except (sqlite3.OperationalError, JournalError, OSError) as error:
                self._tell(f"The journal {self._file} could not be written ({error}). The session goes on.")
                if len(self._late) > MOST_LATE:
                    self._late.popleft()
                return
            except Exception as error:  # noqa: BLE001 - a record that no file takes must not keep the others out
                self._tell(
                    f"The journal {self._file} could not take a record ({error}). The session goes on."
                )
            self._late.popleft()

    def _write(self, write: Write) -> None:
        try:
            write(self._open())
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self._look_through(self._open())
            write(self._open())

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            try:
                self._connection = connect(self._file, self._patience)
            except DamagedJournalError:
                self._replace()
                self._connection = connect(self._file, self._patience)
        return self._connection

    def _look_through(self, connection: sqlite3.Connection) -> None:
        if not is_sound(connection):
            self._let_go()
            self._replace()

    def _replace(self) -> None:
        self.moved = replace_damaged(self._file)
        self._tell(f"The journal was damaged. What could be read is kept; the old file is {self.moved}.")

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error of SQLite's tells of a damaged file; it has no class of its own for that."""
    return type(error) is sqlite3.DatabaseError
