"""The ledger: every finished record as one line of JSON beside the journal, on the disk before the journal takes it.

Its first line names it; each time that it is written anew it gets another name. Each record carries a check of its own
line, so that a damaged one is told from a sound one. Of two lines with one UUID the later holds.
"""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from legsup.os_lock import OsLock, wait_for
from legsup.places import ledger_of
from legsup.private import NotPlainError, demand_plain, drop_halves, make_folder, write_whole
from legsup.services.journal.lines import (
    HEADING,
    MOST_BYTES,
    heading,
    line_of,
    lines_of,
    name_in,
    read,
    set_down,
)
from legsup.services.journal.trouble import BusyJournalError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path
    from uuid import UUID

    from legsup.domain.record import Record

#: Bytes of the end in which the newest few hundred records stand.
TAIL = 400_000
#: How it is opened to append to it: never made, and not waited for where a pipe has its name.
_TO_APPEND = (
    os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
)
#: Has the disk keep a file's content and length; the moment of writing, which it need not keep, may cost as much again.
_keep = getattr(os, "fdatasync", os.fsync)


class Mark(NamedTuple):
    """How far a ledger has been taken in: its name, and bytes from its beginning."""

    ledger: str
    bytes: int


class Tail(NamedTuple):
    """What stands in a ledger from some place on: its sound records, how many lines are none, and where it ends.

    ``is_all`` tells that it was read from its beginning.
    """

    records: list[Record]
    bad: int
    end: Mark
    is_all: bool


class Added(NamedTuple):
    """A record that was appended: the record as it is read again, the ledger's marks before and after it, and which file that was."""

    record: Record
    before: Mark
    after: Mark
    file: tuple[int, int]


class Ledger:
    """The ledger of a journal's file; it is opened by its name each time, so that it can be moved and replaced."""

    def __init__(self, journal: Path) -> None:
        self.journal = journal
        self.file = ledger_of(journal)
        self._lock = journal.with_name(f".{journal.stem}.lock")
        self._heading, self._name = b"", ""

    @contextmanager
    def alone(self, patience: float) -> Generator[None]:
        """Keep all other processes from writing the ledger, or from replacing the journal.

        Raises:
            BusyJournalError: another holds it for longer than ``patience`` seconds.
            OSError: the folder cannot be made.
        """
        lock = OsLock(self._lock)
        if not self._is_free(lock, patience):
            raise BusyJournalError(f"Another program writes the journal, beside {self.file}.")
        try:
            yield
        finally:
            lock.give_back()

    def _is_free(self, lock: OsLock, patience: float) -> bool:
        """Take the lock, in a folder that is made where there is none."""
        with suppress(FileNotFoundError):
            return _taken(lock, patience)
        make_folder(self._lock.parent)
        return _taken(lock, patience)

    def mark(self) -> Mark | None:
        """Tell its name and how long it is; None where there is none that can be read."""
        try:
            with self._opened() as ledger:
                return Mark(name_in(ledger.readline(MOST_BYTES)), os.fstat(ledger.fileno()).st_size)
        except OSError:
            return None

    def _opened(self) -> BinaryIO:
        demand_plain(self.file)
        return self.file.open("rb")

    def append(self, record: Record) -> Added | None:
        """Add a record; when this returns it is on the disk. Only when ``alone``.

        Gives where it stands; None where the ledger is new, or the record is one that cannot be read again.

        Raises:
            OSError: it cannot be written; the ledger then stands as it was.
        """
        line, sound = set_down(record)
        try:
            ledger = os.open(self.file, _TO_APPEND)
        except FileNotFoundError:
            self.write((record,))
            return None
        try:
            found = os.fstat(ledger)
            if not stat.S_ISREG(found.st_mode):
                raise NotPlainError(self.file)
            first, end = os.read(ledger, HEADING), found.st_size
            os.lseek(ledger, max(0, end - 1), os.SEEK_SET)
            if end > 0 and os.read(ledger, 1) != b"\n":
                line = b"\n" + line  # whoever wrote last was killed within a line
            _write(ledger, line, end)
        finally:
            os.close(ledger)
        if first != self._heading:
            self._heading, self._name = first, name_in(first)
        if sound is None:
            return None
        place = (found.st_dev, found.st_ino)
        return Added(sound, Mark(self._name, end), Mark(self._name, end + len(line)), place)

    def ends_with(self, added: Added) -> bool:
        """Whether the ledger still is what it was when a record was appended."""
        try:
            found = self.file.stat()
        except OSError:
            return False
        return (found.st_dev, found.st_ino, found.st_size) == (*added.file, added.after.bytes)

    def write(self, records: Iterable[Record]) -> None:
        """Write it anew, whole or not at all, under another name. Only when ``alone``.

        Raises:
            OSError: it cannot be written; the ledger then stands as it was.
        """
        write_whole(self.file, b"".join((heading(), *map(line_of, records))))
        drop_halves(self.file)  # nobody else writes it now

    def after(self, mark: Mark | None = None) -> Tail:
        """Read what was added since a mark; all, where the mark is not of this ledger. Without a ledger there is nothing.

        Raises:
            OSError: it cannot be read.
        """
        try:
            with self._opened() as ledger:
                length = os.fstat(ledger.fileno()).st_size
                name = name_in(ledger.readline(MOST_BYTES))
                goes_on = mark is not None and mark.ledger == name != "" and mark.bytes <= length
                if mark is not None and goes_on:
                    ledger.seek(mark.bytes)
                elif not name:
                    ledger.seek(0)
                records, bad, end = read(lines_of(ledger), ledger.tell())
                return Tail(records, bad, Mark(name, end), not goes_on)
        except FileNotFoundError:
            return Tail([], 0, Mark("", 0), is_all=True)

    def newest(self, limit: int | None) -> list[Record]:
        """List the newest records, at most ``limit`` (None: all); a few come fast, from the end of the file alone.

        Raises:
            OSError: there is none, or it cannot be read.
        """
        with self._opened() as ledger:
            length = ledger.seek(0, os.SEEK_END)
            ledger.seek(0 if limit is None else max(0, length - TAIL))
            found = {record.uuid: record for record in read(lines_of(ledger), 0)[0]}
        ordered = sorted(
            found.values(), key=lambda each: (each.started.timestamp(), str(each.uuid)), reverse=True
        )
        return ordered[:limit]

    def has(self, uuid: UUID) -> bool:
        """Whether a line names this record.

        Raises:
            OSError: it cannot be read.
        """
        named = str(uuid).encode()
        try:
            with self._opened() as ledger:
                return any(named in line for line in lines_of(ledger))
        except FileNotFoundError:
            return False


def records_of(file: Path) -> list[Record]:
    """List the sound records of a ledger's file, as it may be copied.

    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as ledger:
        return read(lines_of(ledger), 0)[0]


def _taken(lock: OsLock, patience: float) -> bool:
    try:
        return wait_for(lock, patience)
    except FileNotFoundError:
        raise
    except OSError:
        return True  # a system without locks: whole lines and whole files are safe enough


def _write(file: int, content: bytes, end: int) -> None:
    """Write all of something at the end of an open file, for good, or nothing of it; the disk may take it in pieces.

    Raises:
        OSError: it cannot be written.
    """
    try:
        while content:
            content = content[os.write(file, content) :]
        _keep(file)
    except OSError:
        with suppress(OSError):
            os.ftruncate(file, end)
        raise
