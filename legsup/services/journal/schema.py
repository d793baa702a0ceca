"""The journal file's shape, and how it is opened: made, migrated with a copy kept, refused when newer, mended."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from legsup.private import make_file

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

VERSION = 3

# Rows stand in the order of their writing, which is nearly that of time: the newest ones share a few pages.
_RECORDS = """
CREATE TABLE IF NOT EXISTS records (
    uuid TEXT PRIMARY KEY,
    started TEXT NOT NULL,      -- ISO, with the offset from UTC at the time
    utc REAL NOT NULL,          -- the same as seconds since 1970, to sort by
    day TEXT NOT NULL,          -- the person's day, ISO
    hour INTEGER NOT NULL,      -- and hour, 0-23
    sequence TEXT NOT NULL,
    minutes REAL NOT NULL,
    pattern TEXT NOT NULL,
    outcome TEXT,               -- NULL while it runs
    elapsed REAL NOT NULL,
    practised REAL NOT NULL,
    held REAL NOT NULL,
    breaths INTEGER NOT NULL,
    answered INTEGER NOT NULL DEFAULT 1,
    before INTEGER,
    after INTEGER,
    pauses INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS records_by_time ON records (utc, uuid);
CREATE INDEX IF NOT EXISTS records_running ON records (uuid) WHERE outcome IS NULL;
"""

# Sums of ended sessions, kept in the same transaction as the records: charts read these and never scan.
_SUMS = """
CREATE TABLE IF NOT EXISTS sums (
    kind TEXT NOT NULL,         -- day, sequence or hour
    name TEXT NOT NULL,
    sessions INTEGER NOT NULL,
    practised REAL NOT NULL,
    held REAL NOT NULL,
    PRIMARY KEY (kind, name)
) WITHOUT ROWID;
"""


class JournalError(Exception):
    """The journal cannot be used; the message says which file, why, and what is kept."""


class DamagedJournalError(JournalError):
    """The file is no sound database."""


def connect(file: Path, patience: float = 10.0) -> sqlite3.Connection:
    """Open the journal, making or migrating it where needed; another's writing is waited for ``patience`` seconds.

    Raises:
        DamagedJournalError: it is no sound database; ``replace_damaged`` mends that.
        JournalError: it was written by a newer Legs Up, or cannot be opened; nothing was changed.
    """
    try:
        make_file(file)  # before SQLite would make it for everyone; its companions take after it
        connection = sqlite3.connect(file, timeout=patience, isolation_level=None)
    except (OSError, sqlite3.OperationalError) as error:
        raise JournalError(f"The journal {file} cannot be opened ({error}). Nothing was changed.") from error
    try:
        _prepare(connection, file)
    except sqlite3.DatabaseError as error:
        connection.close()
        if isinstance(error, sqlite3.OperationalError):
            raise JournalError(
                f"The journal {file} cannot be used now ({error}). Nothing is lost."
            ) from error
        raise DamagedJournalError(f"The journal {file} is damaged ({error}).") from error
    except JournalError:
        connection.close()
        raise
    return connection


def rebuild_sums(connection: sqlite3.Connection) -> None:
    """Make the sums anew from the records."""
    with transaction(connection):
        connection.execute("DELETE FROM sums")
        for kind, column in (("day", "day"), ("sequence", "sequence"), ("hour", "printf('%02d', hour)")):
            connection.execute(
                "INSERT INTO sums SELECT ?, "  # noqa: S608 - the column is one of three written above
                f"{column}, COUNT(*), SUM(practised), SUM(held) FROM records WHERE outcome IS NOT NULL GROUP BY 2",
                (kind,),
            )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Generator[None]:
    """Everything within happens, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A disk that is full may have ended it already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def is_sound(connection: sqlite3.Connection) -> bool:
    """Look through the whole file for damage."""
    try:
        return connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except sqlite3.OperationalError:
        return True  # busy or out of reach is not damaged
    except sqlite3.DatabaseError:
        return False


def _prepare(connection: sqlite3.Connection, file: Path) -> None:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        message = (
            f"The journal {file} was written by a newer Legs Up (its version {version}, ours {VERSION})."
            " It was left as it is; please use the newer app."
        )
        raise JournalError(message)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    if version == VERSION:
        return
    if version > 0:
        copy = free_name(file, f"version-{version}")
        make_file(copy)
        with closing(sqlite3.connect(copy)) as kept:
            connection.backup(kept)
    _migrate(connection, version)


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    connection.executescript(_RECORDS)
    if version > 0:
        # Version 1 knew nothing of the answer at the end, nor of the tension before and after; 2 nothing of pauses.
        known = {row[1] for row in connection.execute("PRAGMA table_info(records)")}
        for column, kind in (
            ("answered", "INTEGER NOT NULL DEFAULT 1"),
            ("before", "INTEGER"),
            ("after", "INTEGER"),
            ("pauses", "INTEGER NOT NULL DEFAULT 0"),
        ):
            if column not in known:
                connection.execute(f"ALTER TABLE records ADD COLUMN {column} {kind}")
    connection.executescript(_SUMS)
    rebuild_sums(connection)
    connection.execute(f"PRAGMA user_version={VERSION}")


def free_name(file: Path, word: str) -> Path:
    """Give the first name beside a file, with a word and a number in it, that nothing has yet."""
    count = 1
    while True:
        name = file.with_name(f"{file.stem}.{word}-{count}{file.suffix}")
        if not name.exists():
            return name
        count += 1
