"""How records were written out before they were written by columns: what that gave is what an export still is."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from legsup.foreign import shown
from legsup.services.journal.exchange import BYTE_ORDER_MARK, FIELDS, defused
from tests.services.exports import as_whole_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legsup.domain.record import Record


def as_json(records: Iterable[Record]) -> str:
    """Write a JSON list, a record a line."""
    lines = ",\n  ".join(json.dumps(as_whole_table(record)) for record in records)
    return f"[\n  {lines}\n]\n" if lines else "[]\n"


def as_csv(records: Iterable[Record]) -> str:
    """Write CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(FIELDS)
    writer.writerows(_cells(record) for record in records)
    written = text.getvalue()
    return written if written.isascii() else BYTE_ORDER_MARK + written


def _cells(record: Record) -> tuple[Any, ...]:
    table = as_whole_table(record)
    lengths = record.pattern.split("-")
    table["pattern"] = f"{lengths[0]}-0-{lengths[1]}-0" if len(lengths) == 2 else record.pattern
    table["sequence"] = defused(record.sequence)
    table["note"] = defused(record.note) if record.note else None
    return tuple(table[name] for name in FIELDS)


def as_calendar(records: Iterable[Record], titles: dict[str, str]) -> str:
    """Write a calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Legs Up//journal//EN"]
    for record in records:
        start, end = _span(record)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{record.uuid}",
            f"DTSTAMP:{start}",
            f"DTSTART:{start}",
            f"DTEND:{end}",
            f"SUMMARY:{_escaped(titles.get(record.sequence, record.sequence))}",
            *([f"DESCRIPTION:{_escaped(record.note)}"] if record.note else []),
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line))


def _span(record: Record) -> tuple[str, str]:
    start = record.started.astimezone(UTC).replace(microsecond=0)
    try:
        end = start + timedelta(seconds=max(1, round(record.elapsed)))
    except OverflowError:
        end = datetime.max.replace(tzinfo=UTC)
    return _utc(start), _utc(end)


def _utc(moment: datetime) -> str:
    return f"{moment.year:04d}{moment:%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    return shown(text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,"))


def _folded(line: str) -> Iterator[str]:
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > 75:
            yield piece
            piece = " "
        piece += letter
    yield piece
