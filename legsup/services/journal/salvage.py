"""What becomes of a damaged journal: all that can be read of it, from wherever it stands, makes a new one in its place.

The new file is made whole beside the old one and then takes its name, so that whoever is killed meanwhile loses nothing.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from legsup.private import hand_over, make_file, second_name
from legsup.services.journal import rows
from legsup.services.journal.days import kept_in
from legsup.services.journal.ledger import Ledger
from legsup.services.journal.pages import rows_in
from legsup.services.journal.rows import COLUMNS, as_record
from legsup.services.journal.schema import free_name, reading, rebuild_sums, refuse_newer, shape
from legsup.services.journal.taken import agree
from legsup.services.journal.transaction import transaction
from legsup.services.journal.trouble import FAULTS, JournalError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from legsup.domain.record import Record

_NAMES = COLUMNS.split(", ")
#: What stands in for the last columns, which an older file does not have: for SQLite, and as values.
_LATER = {"answered": "1", "before": "NULL", "after": "NULL", "pauses": "0", "legs": "NULL", "note": "''"}
_DEFAULTS = (1, None, None, 0, None, "")
_NOBODY = UUID(int=0)
#: What SQLite keeps beside its file.
COMPANIONS = ("-wal", "-shm", "-journal")


class Mended(NamedTuple):
    """A journal that was mended: where the old file is, and how many of its rows are lost (None: nobody can tell)."""

    aside: Path
    lost: int | None


def mend(file: Path, ledger: Ledger) -> Mended:
    """Put a new journal, with all that can be read of the old one and of the ledger, into the place of a damaged one.

    Only when the ledger is ``alone``; no connection of this process may be open to the file.

    Raises:
        OSError, sqlite3.Error: no new one can be made here; the old one then stands as it was.
    """
    fresh = beside(file)
    left = [] if not fresh.exists() else [fresh.replace(free_name(file, "mending"))]
    try:
        make_file(fresh)
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=OFF")
            connection.execute("PRAGMA synchronous=FULL")
            lost = gather(connection, file, ledger, (*older(file), *left), whole=True)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    aside = _put_aside(file)
    # What belongs to the old file would be taken for the new one's. Whoever is killed from here on finds the new one
    # beside, with the whole of it, and what was put aside.
    for ending in COMPANIONS:
        file.with_name(file.name + ending).unlink(missing_ok=True)
    hand_over(fresh, file)
    for each in left:
        each.unlink(missing_ok=True)
    return Mended(aside, lost)


def _put_aside(file: Path) -> Path:
    """Give a damaged file and what is beside it second names: all of them or, where the disk is full, none."""
    aside = free_name(file, "damaged")
    named: list[Path] = []
    try:
        for ending in ("", *COMPANIONS):
            part, name = file.with_name(file.name + ending), aside.with_name(aside.name + ending)
            if part.exists():
                second_name(part, name)
                named.append(name)
    except BaseException:
        for name in named:
            name.unlink(missing_ok=True)
        raise
    return aside


def beside(file: Path) -> Path:
    """Give where a new file is made before it takes a damaged one's place."""
    return file.with_name(f"{file.stem}.mended{file.suffix}")


def older(file: Path) -> list[Path]:
    """Give the files of a mending that was killed: one that was never finished may hold what no other does."""
    return sorted(file.parent.glob(f"{file.stem}.mending-*{file.suffix}"))


def set_aside(file: Path) -> list[Path]:
    """Give the damaged files that were put aside, the oldest first."""
    return sorted(
        file.parent.glob(f"{file.stem}.damaged-*{file.suffix}"), key=lambda each: (len(each.name), each.name)
    )


def copies(file: Path) -> list[Path]:
    """Give everything beside a journal that holds records of it: damaged and older files, days, what a killed process left."""
    names = (f"{file.stem}.*{file.suffix}*", f"{file.stem}.jsonl.*.new", f"{file.stem}.day-*.jsonl*")
    return sorted(
        each for name in names for each in file.parent.glob(name) if each.is_file() or each.is_symlink()
    )


def in_memory(file: Path, ledger: Ledger | None = None) -> sqlite3.Connection:
    """Read all that can be read of a journal, on a disk of whatever kind, into a database in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    gather(connection, file, ledger)
    return connection


def read_alone(file: Path, limit: int | None = None) -> list[Record]:
    """List the newest records (None: all) of a journal that cannot be opened, as on a disk that cannot be written.

    Raises:
        NewerJournalError: a newer Legs Up wrote it.
        JournalError: there is something, and nothing of it can be read.
    """
    refuse_newer(file)
    with closing(in_memory(file, Ledger(file))) as found:
        records = rows.newest(found, limit, None)[0]
    if not records and file.exists() and not os.access(file, os.R_OK):
        raise JournalError(f"The journal {file} cannot be read (no right to).")
    return records


def gather(
    fresh: sqlite3.Connection,
    file: Path,
    ledger: Ledger | None,
    others: Iterable[Path] = (),
    *,
    whole: bool = False,
) -> int | None:
    """Fill an empty database from a journal's file, its pages and its ledger.

    With ``whole``, the ledger is given what it lacks of that: it must be ``alone``. Gives how many rows of the file are
    lost; None where nobody can tell.
    """
    shape(fresh)
    seen: int | None = None
    with transaction(fresh):
        for other in others:
            _by_sqlite(fresh, other)
        seen = _by_sqlite(fresh, file)
        tail = None
        with suppress(OSError):
            tail = None if ledger is None else ledger.after()
        if seen is None:
            _by_pages(fresh, file, finished=tail is None or not tail.end.ledger or tail.bad > 0)
        if tail is not None and (tail.bad or not tail.end.ledger):
            for record in kept_in(file):
                rows.write_within(fresh, record)
        for record in () if tail is None else tail.records:
            rows.write_within(fresh, record)
        if tail is not None:
            _without_echoes(fresh, tail.records)
        if ledger is not None and tail is not None and tail.end.ledger and whole:
            with suppress(
                OSError
            ):  # where it cannot be written now, it is compared again when the file is opened
                agree(fresh, ledger, tail)
    rebuild_sums(fresh)
    return None if seen is None else max(0, seen - _count(fresh))


def _without_echoes(fresh: sqlite3.Connection, sound: list[Record]) -> None:
    """Take out what is a record of the ledger but for a damaged UUID: it is there already under its own."""
    named = {record.uuid for record in sound}
    known = {replace(record, uuid=_NOBODY) for record in sound}
    for record in rows.ended(fresh):
        if record.uuid not in named and replace(record, uuid=_NOBODY) in known:
            fresh.execute("DELETE FROM records WHERE uuid = ?", (str(record.uuid),))


def _by_sqlite(fresh: sqlite3.Connection, file: Path) -> int | None:
    """Copy what SQLite reads: from both ends up to the damage, then one by one by the index.

    Gives how many rows there are, sound or not; None where SQLite did not come to an end.
    """
    for whole in (True, False):
        with suppress(*FAULTS), closing(reading(file, 0.5, whole=whole)) as old:
            read = _reading(old)
            with suppress(*FAULTS):
                return sum(_rescue(fresh, row) for row in old.execute(f"{read} ORDER BY rowid"))
            with suppress(*FAULTS):
                for row in old.execute(f"{read} ORDER BY rowid DESC"):
                    _rescue(fresh, row)
            with suppress(*FAULTS):
                for name in old.execute("SELECT uuid FROM records ORDER BY utc, uuid").fetchall():
                    with suppress(*FAULTS):
                        for row in old.execute(f"{read} WHERE uuid = ?", name):
                            _rescue(fresh, row)
    return None


def _by_pages(fresh: sqlite3.Connection, file: Path, *, finished: bool) -> None:
    """Copy what stands whole in the pages and is not there yet; ended sessions only where the ledger lacks some."""
    best: dict[str, Record] = {}
    for row in rows_in(file):
        try:
            record = as_record(row + _DEFAULTS[len(_DEFAULTS) - len(_NAMES) + len(row) :])
        except ValueError:
            continue
        name = str(record.uuid)
        if name not in best or _rank(record) >= _rank(best[name]):
            best[name] = record
    for name, record in best.items():
        known = fresh.execute("SELECT outcome FROM records WHERE uuid = ?", (name,)).fetchone()
        if known is None and (finished or record.outcome is None):
            rows.write_within(fresh, record)


def _rank(record: Record) -> tuple[bool, float]:
    """Order the states in which a record was written: its end is the last."""
    return record.outcome is not None, record.elapsed


def _reading(old: sqlite3.Connection) -> str:
    """Ask for every column, as far as the file has it."""
    known: set[str] = set(_LATER)
    with suppress(*FAULTS):
        known = {str(row[1]) for row in old.execute("PRAGMA table_info(records)")}
    columns = [_LATER[name] if name in _LATER and name not in known else name for name in _NAMES]
    return f"SELECT {', '.join(columns)} FROM records"  # noqa: S608 - our own names


def _rescue(fresh: sqlite3.Connection, row: tuple[Any, ...]) -> int:
    """Add a salvaged row, unless it is no record any more; gives one, to count by."""
    with suppress(ValueError):
        rows.write_within(fresh, as_record(row))
    return 1


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT COUNT(*) FROM records").fetchone()[0])
