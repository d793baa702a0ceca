"""Another program that reads the journal: from before, or from the moment on at which its ledger is emptied."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from legsup.services.journal.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def reading(file: Path) -> Generator[None]:
    """Another program reads a journal."""
    with closing(_read(file)):
        yield


@contextmanager
def read_meanwhile(home: Path) -> Generator[Path]:
    """Give a home folder whose journal is read by another program as soon as copies are looked for without a ledger."""
    _Watched.readers = []
    yield _Watched(home)
    for each in _Watched.readers:
        each.close()


class _Watched(type(Path())):
    """A folder in which somebody begins to read once the ledger is empty."""

    readers: ClassVar[list[sqlite3.Connection]] = []

    def glob(self, pattern: str, **_ways: object) -> Generator[Path]:
        """Look for files, and let the other program come."""
        file = Path(self) / "journal.sqlite3"
        if not self.readers and not Ledger(file).after().records:
            self.readers.append(_read(file))
        yield from Path(self).glob(pattern)


def _read(file: Path) -> sqlite3.Connection:
    made = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    made.execute("BEGIN")
    made.execute("SELECT COUNT(*) FROM records").fetchone()
    return made
