"""What becomes of a damaged journal: it is put aside, and what can still be read of it begins a new one."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from legsup.services.journal.rows import COLUMNS, as_record
from legsup.services.journal.schema import connect, free_name, rebuild_sums, transaction

if TYPE_CHECKING:
    from pathlib import Path

_ADD = f"INSERT OR IGNORE INTO records ({COLUMNS}) VALUES ({', '.join('?' * 17)})"  # noqa: S608 - our own names
#: What stands in for the columns that an older file does not have.
_LATER = {"answered": "1", "before": "NULL", "after": "NULL", "pauses": "0"}


def replace_damaged(file: Path) -> Path:
    """Move a damaged journal out of the way and begin a new one with what could be saved; give the old one's place.

    Raises:
        JournalError: no new one can be made here.
    """
    aside = free_name(file, "damaged")
    for ending in ("", "-wal", "-shm"):
        part = file.with_name(file.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))
    with closing(connect(file)) as fresh:
        with transaction(fresh):
            _salvage(aside, fresh)
        rebuild_sums(fresh)
    return aside


def _salvage(aside: Path, fresh: sqlite3.Connection) -> None:
    """Copy the records that can still be read: from both ends up to the damage, then one by one by the index."""
    with closing(sqlite3.connect(aside)) as old:
        read = _reading(old)
        for order in ("rowid", "rowid DESC"):
            with suppress(sqlite3.DatabaseError):
                for row in old.execute(f"{read} ORDER BY {order}"):
                    _rescue(fresh, row)
        with suppress(sqlite3.DatabaseError):
            for name in old.execute("SELECT uuid FROM records ORDER BY utc, uuid").fetchall():
                with suppress(sqlite3.DatabaseError):
                    _rescue(fresh, old.execute(f"{read} WHERE uuid = ?", name).fetchone())


def _reading(old: sqlite3.Connection) -> str:
    """Ask for every column, as far as the file has it."""
    known: set[str] = set(_LATER)
    with suppress(sqlite3.DatabaseError):
        known = {row[1] for row in old.execute("PRAGMA table_info(records)")}
    columns = [_LATER[name] if name in _LATER and name not in known else name for name in COLUMNS.split(", ")]
    return f"SELECT {', '.join(columns)} FROM records"  # noqa: S608 - our own names


def _rescue(fresh: sqlite3.Connection, row: tuple[Any, ...] | None) -> None:
    """Add a salvaged row, unless it is there already or is no record any more."""
    if row is None:
        return
    with suppress(sqlite3.IntegrityError, AttributeError, TypeError, ValueError):
        as_record(row)
        fresh.execute(_ADD, row)
