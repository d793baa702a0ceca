"""Empties the journal's file, so that nothing of it stays readable; after it was seen that this can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.services.journal.taken import lose_track
from legsup.services.journal.transaction import transaction
from legsup.services.journal.trouble import BusyJournalError

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def demand_free(connection: sqlite3.Connection, _file: Path) -> None:
    """See that the file can be written, before anything else of the journal goes.

    Raises:
        sqlite3.Error: it cannot be now, or is damaged.
    """
    with transaction(connection):
        pass


def empty(connection: sqlite3.Connection, file: Path) -> None:
    """Empty the file.

    Raises:
        sqlite3.Error: it cannot be written now, or is damaged.
        BusyJournalError: another program reads it, so that what was deleted stands there yet.
    """
    with transaction(connection):
        connection.execute("DELETE FROM records")
        connection.execute("DELETE FROM sums")
        lose_track(connection)
    connection.execute("VACUUM")
    if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise BusyJournalError(f"Another program reads the journal {file}.")
