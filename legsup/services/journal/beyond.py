"""Records beyond those of the file: what was finished, or given, and has not been taken into it yet."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from legsup.domain.journal_sums import Sum
from legsup.services.journal import rows
from legsup.services.journal.taken import taken
from legsup.services.journal.trouble import FAULTS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date

    from legsup.domain.record import Record
    from legsup.services.journal.ledger import Ledger


#: As many of the newest records as the end of a ledger has, which is read fast.
NEWEST = 1_000


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


def unread(ledger: Ledger, connection: sqlite3.Connection, given: Iterable[Record] = ()) -> list[Record]:
    """Give what the ledger has and the file has not, and of what was ``given`` likewise.

    Of a ledger that was written anew it is what is new in its end.
    """
    latest = {each.uuid: each for each in (*_beyond_mark(ledger, connection), *given)}
    # Of two lines with one UUID the later holds: a session is answered after it has ended.
    return [each for each in latest.values() if not _is_in(connection, each)]


def _beyond_mark(ledger: Ledger, connection: sqlite3.Connection) -> list[Record]:
    with suppress(OSError, *FAULTS):
        mark, so_far = ledger.mark(), taken(connection)
        if mark is not None and mark != so_far:
            goes_on = so_far is not None and so_far.ledger == mark.ledger
            return ledger.after(so_far).records if goes_on else ledger.newest(NEWEST)
    return []


def of_day(ledger: Ledger, day: date) -> list[Record]:
    """Give what the end of the ledger has of a day, where a row of it was damaged."""
    with suppress(OSError):
        return [each for each in ledger.newest(NEWEST) if each.day == day]
    return []


def _is_in(connection: sqlite3.Connection, record: Record) -> bool:
    with suppress(ValueError):
        known = rows.find(connection, record.uuid)
        return known is not None and known.outcome is not None
    return False


def with_summed(
    found: Iterable[Sum], more: Iterable[Record], kind: str, first: str, last: str | None
) -> list[Sum]:
    """Add ended records to the sums of a kind, of those that are named from ``first`` to ``last``, by name."""
    sums = {each.name: each for each in found}
    for record in more:
        name = None if record.outcome is None else rows.counts_for(record, record.outcome).get(kind)
        if name is None or name < first or (last is not None and name > last):
            continue
        so_far = sums.get(name, Sum(name, 0, 0.0, 0.0))
        sums[name] = Sum(
            name, so_far.sessions + 1, so_far.practised + record.practised, so_far.held + record.held
        )
    return [sums[name] for name in sorted(sums)]
