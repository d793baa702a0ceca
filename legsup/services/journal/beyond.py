"""Records beyond those of the file: what was finished, or given, and has not been taken into it yet."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from legsup.services.journal.taken import taken
from legsup.services.journal.trouble import FAULTS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from legsup.domain.record import Record
    from legsup.services.journal.ledger import Ledger


def joined(found: list[Record], more: Iterable[Record], limit: int | None) -> list[Record]:
    """Put records among those of the file, the newest first; of two with one UUID the given one holds."""
    every = list({record.uuid: record for record in (*found, *more)}.values())
    every.sort(key=lambda record: (record.started.timestamp(), str(record.uuid)), reverse=True)
    return every[:limit]


def with_ledger(
    ledger: Ledger, connection: sqlite3.Connection, found: list[Record], limit: int | None
) -> list[Record]:
    """Add what the ledger has and the file has not: it may be held against writing alone."""
    with suppress(OSError, *FAULTS):
        mark, so_far = ledger.mark(), taken(connection)
        if mark is not None and mark != so_far:
            more = ledger.after(so_far).records if limit is None else ledger.newest(limit)
            return joined(found, more, limit)
    return found
