"""What an export holds, in one piece: records written out as the app writes them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from legsup.services.journal.entries import entry_of, sheaves
from legsup.services.journal.exchange import as_table
from legsup.services.journal.taking_out import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legsup.domain.record import Record


def as_whole_table(record: Record) -> dict[str, Any]:
    """Give everything of a record, as it is exported."""
    return as_table(record) | {"answered": int(record.answered)}


def as_json(records: Iterable[Record]) -> str:
    """Write a JSON list."""
    return _written("json", records)


def as_csv(records: Iterable[Record]) -> str:
    """Write CSV."""
    return _written("csv", records)


def as_calendar(records: Iterable[Record], titles: Mapping[str, str]) -> str:
    """Write a calendar; ``titles`` names the sequences by id."""
    return _written("ics", records, titles)


def _written(kind: str, records: Iterable[Record], titles: Mapping[str, str] | None = None) -> str:
    out = BytesIO()
    write(sheaves(map(entry_of, records)), kind, out, titles or {})
    return out.getvalue().decode()
