"""The journal in other forms: CSV, JSON and calendar files out."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from legsup.foreign import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legsup.domain.record import Record

FIELDS: tuple[str, ...] = (
    "uuid", "started", "sequence", "minutes", "pattern", "outcome", "elapsed", "practised", "held", "breaths",
    "pauses", "before", "after", "legs", "note", "answered",
)  # fmt: skip
#: Most octets of a line of a calendar, without its end; a longer one goes on in the next (RFC 5545, 3.1).
MOST_OCTETS = 75
#: With these a spreadsheet begins a formula; and by this it knows the writing.
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff"


def as_table(record: Record) -> dict[str, Any]:
    """Give a record as the command line prints it; ``outcome`` None means running."""
    return {
        "uuid": str(record.uuid),
        "started": record.started.isoformat(),
        "sequence": record.sequence,
        "minutes": record.minutes,
        "pattern": record.pattern,
        "outcome": None if record.outcome is None else record.outcome.value,
        "elapsed": round(record.elapsed, 3),
        "practised": round(record.practised, 3),
        "held": round(record.held, 3),
        "breaths": record.breaths,
        "pauses": record.pauses,
        "before": record.before,
        "after": record.after,
        "legs": record.legs,
        "note": record.note or None,
    }


def as_whole_table(record: Record) -> dict[str, Any]:
    """Give everything of a record, as it is exported."""
    return as_table(record) | {"answered": int(record.answered)}


def as_json(records: Iterable[Record]) -> str:
    """Write records as a JSON list, a record a line."""
    lines = ",\n  ".join(json.dumps(as_whole_table(record)) for record in records)
    return f"[\n  {lines}\n]\n" if lines else "[]\n"


def as_csv(records: Iterable[Record]) -> str:
    """Write records as CSV with a heading, such that a spreadsheet takes no cell for a formula or a date.

    A pattern is written with its holds (``4-0-6-0``), for ``4-6`` would become a day in June; what is not ASCII comes
    with a byte order mark, by which a spreadsheet knows it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(FIELDS)
    writer.writerows(_cells(record) for record in records)
    written = text.getvalue()
    return written if written.isascii() else BYTE_ORDER_MARK + written


def defused(text: str) -> str:
    """Give text as a cell that no spreadsheet takes for a formula; ``fused`` gives it back."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULAS) else text


def fused(cell: str) -> str:
    """Give the text of a cell that ``defused`` made."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULAS) else cell


def _cells(record: Record) -> tuple[Any, ...]:
    """Give the cells of a record in the order of ``FIELDS``."""
    return (
        record.uuid,
        record.started.isoformat(),
        defused(record.sequence),
        record.minutes,
        _whole_pattern(record.pattern),
        None if record.outcome is None else record.outcome.value,
        round(record.elapsed, 3),
        round(record.practised, 3),
        round(record.held, 3),
        record.breaths,
        record.pauses,
        record.before,
        record.after,
        record.legs,
        defused(record.note) if record.note else None,
        int(record.answered),
    )


def _whole_pattern(pattern: str) -> str:
    lengths = pattern.split("-")
    return f"{lengths[0]}-0-{lengths[1]}-0" if len(lengths) == len(("in", "out")) else pattern


def as_calendar(records: Iterable[Record], titles: dict[str, str]) -> str:
    """Write records as an iCalendar file, each an event; ``titles`` names the sequences by id."""
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
    """Give the whole seconds in which a session began and ended; an event lasts one at least."""
    start = record.started.astimezone(UTC).replace(microsecond=0)
    try:
        end = start + timedelta(seconds=max(1, round(record.elapsed)))
    except OverflowError:
        end = datetime.max.replace(tzinfo=UTC)
    return _utc(start), _utc(end)


def _utc(moment: datetime) -> str:
    # Not by strftime, which leaves out the zeros before an early year.
    return f"{moment.year:04d}{moment:%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    return shown(text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,"))


def _folded(line: str) -> Iterator[str]:
    """Give a line in pieces of no more octets than are allowed; what goes on begins with a space."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > MOST_OCTETS:
            yield piece
            piece = " "
        piece += letter
    yield piece
