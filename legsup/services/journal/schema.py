"""The journal file's shape, and how it is opened: made, migrated with a copy kept, refused when newer, or only read."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from legsup.private import demand_plain, make_file
from legsup.services.journal.transaction import Kept, transaction
from legsup.services.journal.trouble import (
    FAULTS,
    BusyJournalError,
    DamagedJournalError,
    JournalError,
    NewerJournalError,
    is_damage,
    is_read_only,
)
from legsup.telling import why

if TYPE_CHECKING:
    from pathlib import Path

VERSION = 4

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
    pauses INTEGER NOT NULL DEFAULT 0,
    legs INTEGER,
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS records_by_time ON records (utc, uuid);
CREATE INDEX IF NOT EXISTS records_running ON records (uuid) WHERE outcome IS NULL;
"""

# Sums of ended sessions, kept in the same transaction as the records: charts read these and never scan.
_SUMS = """
CREATE TABLE IF NOT EXISTS sums (
    kind TEXT NOT NULL,         -- day, sequence, hour, pattern, outcome, or pair of tensions
    name TEXT NOT NULL,
    sessions INTEGER NOT NULL,
    practised REAL NOT NULL,
    held REAL NOT NULL,
    PRIMARY KEY (kind, name)
) WITHOUT ROWID;
"""

#: Kinds of sums, each with what names it in a row; a session without a name is in no sum of that kind.
SUMMED = {
    "day": "day",
    "sequence": "sequence",
    "hour": "printf('%02d', hour)",
    "pattern": "pattern",
    "outcome": "outcome",
    "pair": "before || '-' || after",
}

# How far the ledger has been taken in: written in the transaction that took it.
_TAKEN = """
CREATE TABLE IF NOT EXISTS taken (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    ledger TEXT NOT NULL,       -- its name, a new one each time that it is written anew
    bytes INTEGER NOT NULL
);
"""


def connect(file: Path, patience: float = 10.0) -> sqlite3.Connection:
    """Open the journal, making or migrating it where needed; another's writing is waited for ``patience`` seconds.

    Raises:
        DamagedJournalError: it is no sound database; ``salvage.mend`` mends that.
        NewerJournalError: it was written by a newer Legs Up; nothing was changed.
        BusyJournalError: another program holds it.
        JournalError: it cannot be opened or written; nothing was changed.
    """
    try:
        make_file(file)  # before SQLite would make it for everyone; its companions take after it
        connection = sqlite3.connect(file, timeout=patience, isolation_level=None, factory=Kept)
    except (OSError, *FAULTS) as error:
        raise JournalError(f"The journal {file} cannot be opened ({why(error, file)}).") from error
    try:
        connection.text_factory = _text
        _prepare(connection, file)
    except FAULTS as error:
        connection.close()
        raise told(file, error) from error
    except BaseException:
        connection.close()
        raise
    return connection


def reading(file: Path, patience: float = 0.0, *, whole: bool = True) -> sqlite3.Connection:
    """Open the journal to read it alone, so that nothing on the disk is changed.

    Where ``whole`` is not set only the main file is read, as it stands: on a disk that cannot be written, what the last
    program to write left beside it cannot be taken along.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    try:
        demand_plain(file)
    except OSError as error:
        raise sqlite3.OperationalError(str(error)) from error
    address = f"{file.absolute().as_uri()}?mode=ro{'' if whole else '&immutable=1'}"
    connection = sqlite3.connect(address, timeout=patience, isolation_level=None, uri=True)
    connection.text_factory = _text
    return connection


def told(file: Path, error: sqlite3.Error | UnicodeDecodeError) -> JournalError:
    """Word an error of SQLite's."""
    if is_damage(error) or is_read_only(error, file):
        return DamagedJournalError(f"The journal {file} is damaged ({error}).")
    if "locked" in str(error):
        return BusyJournalError(f"Another program holds the journal {file}.")
    return JournalError(f"The journal {file} cannot be used now ({error}).")


def sums_anew(connection: sqlite3.Connection) -> None:
    """Make the sums anew from the records, within a transaction."""
    connection.execute("DELETE FROM sums")
    for kind, column in SUMMED.items():
        connection.execute(
            "INSERT INTO sums SELECT ?, "  # noqa: S608 - the columns are written above
            f"{column} AS name, COUNT(*), SUM(practised), SUM(held) FROM records"
            " WHERE outcome IS NOT NULL AND name IS NOT NULL GROUP BY 2",
            (kind,),
        )


def rebuild_sums(connection: sqlite3.Connection) -> None:
    """Make the sums anew, in a transaction of their own."""
    with transaction(connection):
        sums_anew(connection)


def shape(connection: sqlite3.Connection) -> None:
    """Give an empty database the tables of a journal of this version."""
    connection.executescript(_RECORDS + _SUMS + _TAKEN)
    connection.execute(f"PRAGMA user_version={VERSION}")


def _prepare(connection: sqlite3.Connection, file: Path) -> None:
    version = _version(connection, file)
    # What is deleted is overwritten, so that no one finds it in the file.
    for pragma in ("secure_delete=ON", "journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    if version == VERSION:
        connection.executescript(_SUMS + _TAKEN)
        connection.execute("SELECT uuid FROM records LIMIT 1")  # a file without them is damaged
        return
    if version > 0:
        copy = free_name(file, f"version-{version}")
        make_file(copy)
        with closing(sqlite3.connect(copy)) as kept:
            connection.backup(kept)
    _migrate(connection, version)


def _version(connection: sqlite3.Connection, file: Path) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version <= VERSION:
        return version
    if is_flipped(version) and _is_ours(connection):
        raise DamagedJournalError(f"The journal {file} is damaged (its version reads {version}).")
    message = (
        f"The journal {file} was written by a newer Legs Up (its version {version}, ours {VERSION})."
        " It was left as it is; please use the newer app."
    )
    raise NewerJournalError(message)


def refuse_newer(file: Path) -> None:
    """Refuse a file that a newer Legs Up wrote, as far as that can be read.

    Raises:
        NewerJournalError: it did.
    """
    for whole in (True, False):
        with suppress(*FAULTS, DamagedJournalError), closing(reading(file, whole=whole)) as connection:
            _version(connection, file)
            return


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    connection.executescript(_RECORDS)
    if version > 0:
        # Version 1 knew nothing of the answer at the end, nor of the tension before and after; 2 nothing of pauses;
        # 3 nothing of the legs, nor of notes.
        known = {row[1] for row in connection.execute("PRAGMA table_info(records)")}
        for column, kind in (
            ("answered", "INTEGER NOT NULL DEFAULT 1"),
            ("before", "INTEGER"),
            ("after", "INTEGER"),
            ("pauses", "INTEGER NOT NULL DEFAULT 0"),
            ("legs", "INTEGER"),
            ("note", "TEXT NOT NULL DEFAULT ''"),
        ):
            if column not in known:
                connection.execute(f"ALTER TABLE records ADD COLUMN {column} {kind}")
    connection.executescript(_SUMS + _TAKEN)
    rebuild_sums(connection)
    connection.execute(f"PRAGMA user_version={VERSION}")


#: No version will be higher than this; and the bit of a byte that a small number does not have.
HIGHEST, _HIGHEST_BIT = 0xFFFF, 0x80


def is_flipped(version: int) -> bool:
    """Whether a version is none: too high for any, or ours with one byte damaged, one above the last or one bit of the last.

    Versions are small and rise by one; whether the tables are ours tells the rest.
    """
    if version > HIGHEST:
        return True
    changed = [
        was ^ now
        for was, now in zip(VERSION.to_bytes(4, "big"), version.to_bytes(4, "big", signed=True), strict=True)
    ]
    hit = [byte for byte in changed if byte]
    return len(hit) == 1 and (changed[3].bit_count() <= 1 or bool(changed[3] & _HIGHEST_BIT))


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the tables are those of this version: a newer version has others, or it would need no other number."""
    with closing(sqlite3.connect(":memory:")) as ours:
        shape(ours)
        return _columns(connection) | _columns(ours, "taken") == _columns(ours)


def _columns(connection: sqlite3.Connection, *tables: str) -> set[tuple[str, str]]:
    """Give the columns of these tables, or of all, each with its table's name."""
    names = tables or [
        str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    found = "SELECT name FROM pragma_table_info(?)"
    return {(table, str(row[0])) for table in names for row in connection.execute(found, (table,))}


def free_name(file: Path, word: str) -> Path:
    """Give the first name beside a file, with a word and a number in it, that nothing has yet, nor begins with it."""
    taken, count = [each.name for each in file.parent.iterdir()], 1
    while True:
        name = file.with_name(f"{file.stem}.{word}-{count}{file.suffix}")
        if not any(each.startswith(name.name) for each in taken):
            return name
        count += 1


def _text(content: bytes) -> object:
    """Read text; what is none stays bytes, so that it costs its own row alone."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content
