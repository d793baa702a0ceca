"""An act on the journal's file, all of it or nothing; and whether it is on the disk when it is done."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


class Kept(sqlite3.Connection):
    """The open journal, which knows whether what is committed waits for the disk."""

    #: As ``schema.connect`` leaves it.
    waits = True

    def wait(self, *, waits: bool) -> None:
        """Wait for the disk from the next transaction on, or let it take its time."""
        if waits is not self.waits:
            self.execute(f"PRAGMA synchronous={'FULL' if waits else 'NORMAL'}")
            self.waits = waits


@contextmanager
def transaction(connection: sqlite3.Connection, *, lasting: bool = True) -> Generator[None]:
    """Everything within happens, or nothing of it; it is on the disk then.

    Where ``lasting`` is not set, the disk may take its time: for what stands in the ledger, from where it is taken again.
    """
    if isinstance(connection, Kept):
        connection.wait(waits=lasting)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A disk that is full may have ended it already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
