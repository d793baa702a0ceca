"""Brings the journal's file and its ledger into agreement: neither lacks a finished record that the other has."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING

from legsup.services.journal import rows
from legsup.services.journal.salvage import in_memory, set_aside
from legsup.services.journal.schema import sums_anew
from legsup.services.journal.taken import agree, note_added, note_taken, taken
from legsup.services.journal.transaction import transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from legsup.services.journal.ledger import Added, Ledger


def settle(
    connection: sqlite3.Connection, ledger: Ledger, alone: Callable[[], AbstractContextManager[None]]
) -> bool:
    """Take in what the ledger has and the file lacks; a ledger that lacks something is written anew.

    Gives whether the two agree now; a ledger that cannot be written or read is left for another time.

    Raises:
        JournalError: another process is writing the ledger.
        sqlite3.Error: the file cannot be written, or is damaged.
    """
    mark = ledger.mark()
    if mark is not None and mark == taken(connection):
        return True
    if mark is None and not rows.has_ended(connection) and not set_aside(ledger.journal):
        return True
    with alone(), suppress(OSError):
        _take_in(connection, ledger)
        return True
    return False


def take_added(connection: sqlite3.Connection, ledger: Ledger, added: Added) -> bool:
    """Take in the record that was just appended, without reading it again; False where ``settle`` has to look.

    That holds where the file had taken all before it, and the ledger ends with it. Who writes the ledger anew notes that in
    the file; who appends makes it longer.

    Raises:
        sqlite3.Error: the file cannot be written, or is damaged.
    """
    if not ledger.ends_with(added):
        return False
    with transaction(connection, lasting=False):
        if not note_added(connection, added):
            return False
        rows.end_within(connection, added.record)
    return True


def _take_in(connection: sqlite3.Connection, ledger: Ledger) -> None:
    tail = ledger.after(taken(connection))
    with transaction(connection, lasting=False):
        if not tail.is_all:
            for record in tail.records:
                rows.put_within(connection, record)
            note_taken(connection, tail.end)
            return
        for record in tail.records:
            rows.write_within(connection, record)
        if not ledger.file.exists():
            _take_what_was_set_aside(connection, ledger)
        sums_anew(connection)
        agree(connection, ledger, tail)


def _take_what_was_set_aside(connection: sqlite3.Connection, ledger: Ledger) -> None:
    """Take what damaged files hold that were put aside before there was a ledger: their mending may have been cut short."""
    for file in set_aside(ledger.journal):
        with closing(in_memory(file)) as found:
            for record in rows.new_among(connection, rows.newest(found, None, None)[0]):
                rows.write_within(connection, record)
