"""How far the ledger has been taken into the journal's file, and the ledger written anew where it lacks something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.services.journal import rows
from legsup.services.journal.ledger import Mark

if TYPE_CHECKING:
    import sqlite3
    from uuid import UUID

    from legsup.domain.record import Record
    from legsup.services.journal.ledger import Added, Ledger, Tail


def taken(connection: sqlite3.Connection) -> Mark | None:
    """Tell how far the ledger has been taken in; None where none was, or where what tells it was damaged."""
    row = connection.execute("SELECT ledger, bytes FROM taken").fetchone()
    match row:
        case (str(ledger), int(count)):
            return Mark(ledger, count)
        case _:
            return None


def note_taken(connection: sqlite3.Connection, mark: Mark) -> None:
    """Note how far the ledger has been taken in, within a transaction."""
    connection.execute("INSERT OR REPLACE INTO taken VALUES (1, ?, ?)", mark)


def note_added(connection: sqlite3.Connection, added: Added) -> bool:
    """Note, within a transaction, that a record was taken in; not, where the file had not taken all that stands before it."""
    query = "UPDATE taken SET bytes = ? WHERE one = 1 AND ledger = ? AND bytes = ?"
    return connection.execute(query, (added.after.bytes, *added.before)).rowcount == 1


def agree(connection: sqlite3.Connection, ledger: Ledger, tail: Tail) -> None:
    """Note, within a transaction, that all of a ledger has been taken in; where it lacks something it is written anew.

    Raises:
        OSError: it cannot be written; it then stands as it was.
    """
    named = {record.uuid for record in tail.records}
    if tail.bad or not tail.end.ledger or any(each.uuid not in named for each in rows.ended(connection)):
        ledger_anew(connection, ledger)
    else:
        note_taken(connection, tail.end)


def ledger_anew(
    connection: sqlite3.Connection,
    ledger: Ledger,
    without: UUID | None = None,
    instead: Record | None = None,
) -> None:
    """Write the ledger anew, within a transaction: what it has, and what the file has beyond that.

    One record may be left out, or another written in its place.

    Raises:
        OSError: it cannot be written; it then stands as it was.
    """
    kept = {record.uuid: record for record in rows.ended(connection)}
    kept |= {record.uuid: record for record in ledger.after().records if record.uuid != without}
    if instead is not None:
        kept[instead.uuid] = instead
    ledger.write(kept.values())
    mark = ledger.mark()
    if mark is not None:
        note_taken(connection, mark)


def lose_track(connection: sqlite3.Connection) -> None:
    """Note, within a transaction, that file and ledger are to be compared whole."""
    connection.execute("DELETE FROM taken")
