"""What can be wrong with the journal's file, and how SQLite's errors are told apart: damaged, or only out of reach."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class JournalError(Exception):
    """The journal cannot be used; the message says which file, and why."""


class DamagedJournalError(JournalError):
    """The file is no sound database."""


class BusyJournalError(JournalError):
    """Another program holds the file."""


class NewerJournalError(JournalError):
    """A newer Legs Up wrote the file."""


#: What SQLite may raise: its own errors, and Python's where a damaged name stands in the message and is no text.
FAULTS = (sqlite3.Error, UnicodeDecodeError)

#: The file, its disk or its lock is out of reach: what stands in it may be sound. All else, asked in our own words of
#: our own tables, tells of damage.
_OUT_OF_REACH = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOLFS,
    sqlite3.SQLITE_AUTH,
}


def damage(what: str) -> sqlite3.Error:
    """Give the error that tells of damage as SQLite's own would, where SQLite takes what it reads for sound."""
    error = sqlite3.DatabaseError(what)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def is_damage(error: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Whether an error of SQLite's tells of a damaged file, rather than of one that is out of reach."""
    if isinstance(error, UnicodeDecodeError):
        return True
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None or isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError):
        return False  # of Python's own making
    return code == sqlite3.SQLITE_IOERR_SHORT_READ or code & 0xFF not in _OUT_OF_REACH


def is_read_only(error: sqlite3.Error | UnicodeDecodeError, file: Path) -> bool:
    """Whether SQLite takes a file for read-only that the system would let it write: a byte of its heading is damaged."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return code == sqlite3.SQLITE_READONLY and os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)
