"""The ledger: every finished record as one line of JSON beside the journal, on the disk before the journal takes it.

Its first line names it; each time that it is written anew it gets another name. Each record carries a check of its own
line, so that a damaged one is told from a sound one. Of two lines with one UUID the later holds.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from uuid import uuid4
from zlib import crc32

from legsup.os_lock import OsLock, wait_for
from legsup.private import drop_halves, make_folder, opener, write_whole
from legsup.services.journal.checked import checked
from legsup.services.journal.trouble import BusyJournalError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from pathlib import Path
    from uuid import UUID

    from legsup.domain.record import Record

#: What stands in the first line for the person who opens the file.
ABOUT = "Legs Up: each line one finished session. `legsup journal forget` deletes them all."
#: No line is longer than this many bytes; a record has some 350.
MOST_BYTES = 1_000_000
#: Bytes of the end in which the newest few hundred records stand.
TAIL = 400_000


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


class Ledger:
    """The ledger of a journal's file; it is opened by its name each time, so that it can be moved and replaced."""

    def __init__(self, journal: Path) -> None:
        self.journal = journal
        self.file = journal.with_suffix(".jsonl")
        self._lock = journal.with_name(f".{journal.stem}.lock")

    @contextmanager
    def alone(self, patience: float) -> Generator[None]:
        """Keep all other processes from writing the ledger, or from replacing the journal.

        Raises:
            BusyJournalError: another holds it for longer than ``patience`` seconds.
            OSError: the folder cannot be made.
        """
        make_folder(self._lock.parent)
        lock = OsLock(self._lock)
        try:
            free = wait_for(lock, patience)
        except OSError:
            free = True  # a system without locks: whole lines and whole files are safe enough
        if not free:
            raise BusyJournalError(f"The journal beside {self.file} is being written by another program.")
        try:
            yield
        finally:
            lock.give_back()

    def mark(self) -> Mark | None:
        """Tell its name and how long it is; None where there is none that can be read."""
        try:
            with self.file.open("rb") as ledger:
                return Mark(_name(ledger.readline(MOST_BYTES)), os.fstat(ledger.fileno()).st_size)
        except OSError:
            return None

    def append(self, record: Record) -> None:
        """Add a record; when this returns it is on the disk. Only when ``alone``.

        Raises:
            OSError: it cannot be written; the ledger then stands as it was.
        """
        if not self.file.exists():
            self.write((record,))
            return
        with open(self.file, "r+b", opener=opener) as ledger:
            end = ledger.seek(0, os.SEEK_END)
            ledger.seek(max(0, end - 1))
            torn = end > 0 and ledger.read(1) != b"\n"  # whoever wrote last was killed within a line
            try:
                ledger.write((b"\n" if torn else b"") + line_of(record))
                ledger.flush()
                os.fsync(ledger.fileno())
            except OSError:
                with suppress(OSError):
                    ledger.truncate(end)
                raise

    def write(self, records: Iterable[Record]) -> None:
        """Write it anew, whole or not at all, under another name. Only when ``alone``.

        Raises:
            OSError: it cannot be written; the ledger then stands as it was.
        """
        write_whole(self.file, b"".join((_heading(), *map(line_of, records))))
        drop_halves(self.file)  # nobody else writes it now

    def after(self, mark: Mark | None = None) -> Tail:
        """Read what was added since a mark; all, where the mark is not of this ledger. Without a ledger there is nothing.

        Raises:
            OSError: it cannot be read.
        """
        try:
            with self.file.open("rb") as ledger:
                length = os.fstat(ledger.fileno()).st_size
                name = _name(ledger.readline(MOST_BYTES))
                goes_on = mark is not None and mark.ledger == name != "" and mark.bytes <= length
                if mark is not None and goes_on:
                    ledger.seek(mark.bytes)
                elif not name:
                    ledger.seek(0)
                records, bad, end = _read(_lines(ledger), ledger.tell())
                return Tail(records, bad, Mark(name, end), not goes_on)
        except FileNotFoundError:
            return Tail([], 0, Mark("", 0), is_all=True)

    def newest(self, limit: int | None) -> list[Record]:
        """List the newest records, at most ``limit`` (None: all); a few come fast, from the end of the file alone.

        Raises:
            OSError: there is none, or it cannot be read.
        """
        with self.file.open("rb") as ledger:
            length = ledger.seek(0, os.SEEK_END)
            ledger.seek(0 if limit is None else max(0, length - TAIL))
            found = {record.uuid: record for record in _read(_lines(ledger), 0)[0]}
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
            with self.file.open("rb") as ledger:
                return any(named in line for line in _lines(ledger))
        except FileNotFoundError:
            return False


def line_of(record: Record) -> bytes:
    """Write a record as a line, to the last digit, with its check."""
    table = {
        "uuid": str(record.uuid),
        "started": record.started.isoformat(),
        "sequence": record.sequence,
        "minutes": record.minutes,
        "pattern": record.pattern,
        "outcome": None if record.outcome is None else record.outcome.value,
        "elapsed": record.elapsed,
        "practised": record.practised,
        "held": record.held,
        "breaths": record.breaths,
        "pauses": record.pauses,
        "before": record.before,
        "after": record.after,
        "answered": int(record.answered),
    }
    return _written(table | {"check": crc32(_written(table))})


def record_in(line: bytes) -> Record:
    """Read a record from a line.

    Raises:
        ValueError: none stands there, or it was damaged.
    """
    try:
        found: object = json.loads(line)
    except RecursionError as error:
        raise ValueError(str(error)) from error
    if not isinstance(found, dict):
        raise ValueError(line)  # noqa: TRY004 - one of many ways in which a line is damaged
    table = cast("dict[str, Any]", found)
    check = table.pop("check", None)
    if check != crc32(_written(table)):
        raise ValueError(line)
    return checked(table)


def _written(table: dict[str, Any]) -> bytes:
    return json.dumps(table).encode() + b"\n"


def _heading() -> bytes:
    return _written({"ledger": uuid4().hex, "about": ABOUT})


def _name(heading: bytes) -> str:
    """Tell a ledger's name; empty where its first line was damaged."""
    with suppress(ValueError, RecursionError):
        found: object = json.loads(heading)
        if isinstance(found, dict):
            return str(cast("dict[str, Any]", found).get("ledger", ""))
    return ""


def _lines(ledger: Any) -> Iterator[bytes]:  # noqa: ANN401 - an open file of bytes
    while line := ledger.readline(MOST_BYTES):
        yield line


def _read(lines: Iterator[bytes], begin: int) -> tuple[list[Record], int, int]:
    """Read lines; gives the records, how many lines are none, and where the last whole line ends."""
    records: list[Record] = []
    bad, end = 0, begin
    for line in lines:
        if not line.endswith(b"\n") and len(line) < MOST_BYTES:
            break  # being written, or torn: looked at again with what follows
        end += len(line)
        try:
            records.append(record_in(line))
        except ValueError:
            bad += not _name(line)
    return records, bad, end
