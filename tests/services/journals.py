"""Journals for tests: filled, damaged, read, and what they tell kept as words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from legsup.services.journal.journal import Journal
from tests.services.test_journal import record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from legsup.services.journal.salvage import Mended


PAGE = 4096
COUNT = 400
ALL = [record(number) for number in reversed(range(COUNT))]


class Told(list[str]):
    """Everything told, in order: what happened, and why or where."""

    def not_written(self, reason: str) -> None:
        """Keep it."""
        self.append(f"not written: {reason}")

    def beside(self, reason: str) -> None:
        """Keep it."""
        self.append(f"beside: {reason}")

    def shut(self, reason: str) -> None:
        """Keep it."""
        self.append(f"shut: {reason}")

    def free(self) -> None:
        """Keep it."""
        self.append("free")

    def written(self) -> None:
        """What was late is written; what is told of that is tested where it is said."""

    def refused(self, reason: str) -> None:
        """Keep it."""
        self.append(f"refused: {reason}")

    def mended(self, mended: Mended) -> None:
        """Keep it."""
        self.append(f"mended: {mended.aside} {mended.lost}")


def filled(folder: Path) -> Path:
    """Make a journal of 400 records."""
    journal = Journal(folder / "journal.sqlite3")
    journal.merge(record(number) for number in range(COUNT))
    journal.close()
    return journal.file


def spoil(file: Path, page: int) -> None:
    """Overwrite a page of the file."""
    change(file, lambda content: content[: page * PAGE] + b"\xa5" * PAGE + content[(page + 1) * PAGE :])


def change(file: Path, how: Callable[[bytes], bytes]) -> None:
    """Do something to a file's content."""
    file.write_bytes(how(file.read_bytes()))


def without_ledger(file: Path) -> None:
    """Leave the journal as it was before there were ledgers."""
    file.with_suffix(".jsonl").unlink()


def leaves_of(file: Path) -> list[int]:
    """Tell the pages in which records stand."""
    content = file.read_bytes()
    marked = b"completed"
    pages = range(1, len(content) // PAGE)
    return [
        page
        for page in pages
        if content[page * PAGE] == 0x0D and marked in content[page * PAGE : (page + 1) * PAGE]
    ]


def sql(file: Path, command: str) -> None:
    """Change the file as another program would."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(command)


def read(file: Path, told: Told | None = None) -> list[object]:
    """Open the journal, read it whole, and close it."""
    journal = Journal(file, told)
    journal.flush()
    found = journal.records()
    journal.close()
    return list(found)
