"""Records as they are taken out: their values in one order, judged as they stand in a row, without a record being made."""

from __future__ import annotations

import re
import sqlite3
from datetime import datetime
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from legsup.domain.record import MOST_NOTE
from legsup.domain.session import Outcome
from legsup.services.journal.checked import MOST_AMOUNT, SAID, checked
from legsup.services.journal.progress import APART

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from legsup.domain.record import Record

FIELDS: tuple[str, ...] = (
    "uuid", "started", "sequence", "minutes", "pattern", "outcome", "elapsed", "practised", "held", "breaths",
    "pauses", "before", "after", "legs", "note", "answered",
)  # fmt: skip
#: The values of a record in the order of ``FIELDS``, in the plain types of a row; and some hundreds of them.
Entry = tuple[Any, ...]
Sheaf = list[Entry]
Found = TypeVar("Found")
_ALL = f"SELECT {', '.join(FIELDS)} FROM records ORDER BY utc, uuid"  # noqa: S608 - our own names
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}").fullmatch
_OUTCOMES: frozenset[object] = frozenset((None, *(each.value for each in Outcome)))
#: Moments as they are written, a line each; those of the first and the last year may be none at Greenwich.
_MOMENTS = re.compile(
    r"(?:(?!0001|9999)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(?!000000)\d{6})?(?:\+|-(?!00:00))\d\d:\d\d\n)*",
    re.ASCII,
).fullmatch


def entry_of(record: Record) -> Entry:
    """Give the values of a record."""
    return (
        str(record.uuid),
        record.started.isoformat(),
        record.sequence,
        record.minutes,
        record.pattern,
        None if record.outcome is None else record.outcome.value,
        record.elapsed,
        record.practised,
        record.held,
        record.breaths,
        record.pauses,
        record.before,
        record.after,
        record.legs,
        record.note,
        int(record.answered),
    )


def in_order(records: Iterable[Record]) -> list[Entry]:
    """Give the values of records, the oldest first."""
    return sorted(map(entry_of, records), key=_when)


def sheaves(entries: Iterable[Entry]) -> Iterator[Sheaf]:
    """Give entries some hundreds at a time."""
    left = iter(entries)
    while some := list(islice(left, APART)):
        yield some


def pour(
    connection: sqlite3.Connection, more: Collection[Record], take: Callable[[Iterable[Sheaf], int], Found]
) -> tuple[Found, int]:
    """Hand on everything in the file, the oldest first, and ``more`` in its place; of two with one UUID that of ``more``.

    ``take`` is told about how many there are; it may be called again, and then begins anew. Gives what it gives, and how
    many rows are no record: each costs itself.
    """
    careful = connection.text_factory
    try:
        connection.text_factory = str  # a third of the time, and wrong of text that is none
        return _pour(connection, more, take)
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) is not None:
            raise  # SQLite's own, not Python's
    finally:
        connection.text_factory = careful
    return _pour(connection, more, take)


def _pour(
    connection: sqlite3.Connection, more: Collection[Record], take: Callable[[Iterable[Sheaf], int], Found]
) -> tuple[Found, int]:
    instead = {str(record.uuid): record for record in more}
    judged = _Judged()
    about: int = connection.execute("SELECT COUNT(*) FROM records").fetchone()[0]
    found = map(judged.of, sheaves(connection.execute(_ALL)))
    if instead:
        kept = (entry for sheaf in found for entry in sheaf if entry[0] not in instead)
        found = sheaves(merge(kept, in_order(instead.values()), key=_when))
    return take(found, about + len(instead)), judged.bad


class _Judged:
    """Tells which rows are records; ``bad`` counts those that are none."""

    bad = 0

    def of(self, rows: Sheaf) -> Sheaf:
        """Give those that are; where one is not as we write it, all of them are looked at closely."""
        if are_plain(rows):
            return rows
        found: list[Entry] = []
        for row in rows:
            try:
                found.append(entry_of(checked(dict(zip(FIELDS, row, strict=True)))))
            except ValueError:
                self.bad += 1
        return found


def _when(entry: Entry) -> tuple[float, str]:
    return datetime.fromisoformat(entry[1]).timestamp(), entry[0]


def are_plain(rows: Sheaf) -> bool:
    """Whether rows hold to the letter what records hold that are written; looked at by columns, which is fast."""
    (
        uuid, started, sequence, minutes, pattern, outcome, elapsed, practised, held, breaths,
        pauses, before, after, legs, note, answered,
    ) = zip(*rows, strict=True)  # fmt: skip
    tensions = {*before, *after, *legs}
    try:
        return (
            all(_is_amount(column, float) for column in (minutes, elapsed, practised, held))
            and all(_is_amount(column, int) for column in (breaths, pauses, answered))
            and max(answered) <= 1
            and all(set(map(type, column)) == {str} for column in (uuid, started, sequence, pattern, note))
            and "" not in {*sequence, *pattern}
            and max(map(len, note)) <= MOST_NOTE
            and {*outcome} <= _OUTCOMES
            and tensions <= SAID
            and float not in set(map(type, (*before, *after, *legs)))
            and all(map(_UUID, uuid))
            and _are_moments(started)
        )
    except (TypeError, ValueError):
        return False


def _is_amount(column: Sequence[float], kind: type) -> bool:
    return set(map(type, column)) == {kind} and min(column) >= 0 and max(column) < MOST_AMOUNT


def _are_moments(texts: Sequence[str]) -> bool:
    for text in texts:
        datetime.fromisoformat(text)  # which knows the calendar
    return _MOMENTS("".join(f"{text}\n" for text in texts)) is not None
