"""Tells whether the journal's file is sound: its pages, its rows and its sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.services.journal import rows
from legsup.services.journal.schema import SUMMED, rebuild_sums
from legsup.services.journal.trouble import FAULTS, is_damage

if TYPE_CHECKING:
    import sqlite3

    from legsup.services.journal.ledger import Ledger

_OUTCOMES = "'completed', 'came_out_early', 'stopped', 'interrupted'"
#: What no record is, as far as SQLite can tell at once.
_NO_RECORD = f"""
SELECT COUNT(*) FROM records WHERE NOT (
    typeof(uuid) = 'text' AND length(uuid) = 36 AND typeof(started) = 'text' AND typeof(utc) IN ('real', 'integer')
    AND typeof(sequence) = 'text' AND typeof(pattern) = 'text' AND (outcome IS NULL OR outcome IN ({_OUTCOMES}))
    AND typeof(minutes) IN ('real', 'integer') AND typeof(elapsed) IN ('real', 'integer')
    AND typeof(practised) IN ('real', 'integer') AND typeof(held) IN ('real', 'integer') AND typeof(breaths) = 'integer')
"""  # noqa: S608 - our own words
_NO_SUM = """
SELECT COUNT(*) FROM sums WHERE NOT (
    typeof(kind) = 'text' AND typeof(name) = 'text' AND typeof(sessions) = 'integer'
    AND typeof(practised) IN ('real', 'integer') AND typeof(held) IN ('real', 'integer'))
"""
_COUNTED = """
SELECT COUNT(*) FROM (SELECT SUM(sessions) AS sessions FROM sums WHERE kind <> 'pair' GROUP BY kind)
WHERE sessions = (SELECT COUNT(*) FROM records WHERE outcome IS NOT NULL)
"""
_ANEW = """
SELECT {column} AS name, COUNT(*), SUM(practised), SUM(held) FROM records
WHERE outcome IS NOT NULL AND name IS NOT NULL GROUP BY 1
"""
#: Bytes of a ledger that is compared each time; some 3 000 sessions, a tenth of a second.
SHORT = 1_000_000
#: Kinds of sums in which every session counts; it does so in that of pairs where both tensions were said.
_KINDS = len(SUMMED) - 1


def is_sound(connection: sqlite3.Connection, ledger: Ledger, *, every_row: bool = False) -> bool:
    """Look through the whole file for damage; sums that do not agree are made anew, for they hold nothing of their own.

    Where ``every_row`` is set, or the ledger is short, each row is read and compared with the ledger as well.

    Raises:
        sqlite3.Error: the file is out of reach now.
    """
    try:
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            return False
        if connection.execute(_NO_RECORD).fetchone()[0]:
            return False
        mark = ledger.mark()
        closely = every_row or (mark is not None and mark.bytes <= SHORT)
        if closely and not _is_as_in(ledger, connection):
            return False
        if (
            connection.execute(_NO_SUM).fetchone()[0]
            or (rows.has_ended(connection) and connection.execute(_COUNTED).fetchone()[0] != _KINDS)
            or (closely and not _are_counted_anew(connection))
        ):
            rebuild_sums(connection)
    except FAULTS as error:
        if is_damage(error):
            return False
        raise
    return True


def _are_counted_anew(connection: sqlite3.Connection) -> bool:
    """Whether the sums are those of the records, to a second: a byte that is damaged in one leaves their number as it was."""
    kept = {
        row[:2]: row[2:]
        for row in connection.execute("SELECT kind, name, sessions, practised, held FROM sums")
    }
    anew = {
        (kind, row[0]): row[1:]
        for kind, column in SUMMED.items()
        for row in connection.execute(_ANEW.format(column=column))
    }
    return kept.keys() == anew.keys() and all(
        abs(one - other) < 1 for key, row in kept.items() for one, other in zip(row, anew[key], strict=True)
    )


def _is_as_in(ledger: Ledger, connection: sqlite3.Connection) -> bool:
    """Whether each row is a record, and what the ledger has stands there as it has it."""
    found, bad = rows.newest(connection, None, None)
    if bad:
        return False
    there = {record.uuid: record for record in found}
    try:
        kept = {record.uuid: record for record in ledger.after().records}
    except OSError:
        return True  # nothing to compare with
    return all(there.get(uuid) == record for uuid, record in kept.items())
