"""Empties the journal's file, so that nothing of it stays readable; after it was seen that this can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.services.journal.taken import lose_track
from legsup.services.journal.transaction import transaction
from legsup.services.journal.trouble import BusyJournalError

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def demand_free(connection: sqlite3.Connection, file: Path) -> None:
    """See that the file can be written and that nobody reads it, before anything of the journal goes.

    Raises:
        sqlite3.Error: it cannot be written now, or is damaged.
        BusyJournalError: another program reads it.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    with transaction(connection):
        # What it is already: without anything written no reader would be in the way.
        connection.execute(f"PRAGMA user_version={version}")
    _demand_unread(connection, file)


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
    _demand_unread(connection, file)


def _demand_unread(connection: sqlite3.Connection, file: Path) -> None:
    """Bring all that was written into the file itself, which whoever reads it is in the way of."""
    if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise BusyJournalError(f"Another program reads the journal {file}.")
