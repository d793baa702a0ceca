"""The journal in other forms: CSV, JSON and calendar files out, CSV and JSON back in."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from legsup.domain.fault import Fault, Faults, FaultyFileError
from legsup.domain.record import Record
from legsup.domain.session import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

FIELDS: tuple[str, ...] = (
    "uuid", "started", "sequence", "minutes", "pattern", "outcome", "elapsed", "practised", "held", "breaths",
    "pauses", "before", "after", "answered",
)  # fmt: skip
#: The highest tension that a person can name (very much); the lowest is 0.
MOST_TENSION = 4


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
    }


def as_whole_table(record: Record) -> dict[str, Any]:
    """Give everything of a record, as it is exported."""
    return as_table(record) | {"answered": int(record.answered)}


def as_json(records: Iterable[Record]) -> str:
    """Write records as a JSON list."""
    return json.dumps([as_whole_table(record) for record in records], indent=2) + "\n"


def as_csv(records: Iterable[Record]) -> str:
    """Write records as CSV with a heading."""
    text = io.StringIO()
    writer = csv.DictWriter(text, FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(as_whole_table(record) for record in records)
    return text.getvalue()


def as_calendar(records: Iterable[Record], titles: dict[str, str]) -> str:
    """Write records as an iCalendar file, each an event; ``titles`` names the sequences by id."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Legs Up//journal//EN"]
    for record in records:
        end = record.started + timedelta(seconds=record.elapsed)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{record.uuid}",
            f"DTSTAMP:{_utc(record.started)}",
            f"DTSTART:{_utc(record.started)}",
            f"DTEND:{_utc(end)}",
            f"SUMMARY:{_escaped(titles.get(record.sequence, record.sequence))}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "\r\n".join(lines) + "\r\n"


def read_records(text: str, file: str) -> list[Record]:
    """Read what ``as_json`` or ``as_csv`` wrote.

    Raises:
        FaultyFileError: with every fault of the file; nothing is taken from a file that has one.
    """
    faults = Faults(file)
    read = [_record(table, number, faults) for number, table in enumerate(_tables(text, file))]
    faults.refuse()
    return [record for record in read if record is not None]


def _tables(text: str, file: str) -> list[Any]:
    if not text.lstrip().startswith(("[", "{")):
        return _csv_rows(text, file)
    try:
        found: object = json.loads(text)
    except (RecursionError, ValueError) as error:
        raise _refusal(file, "JSON or CSV as the journal exports it", str(error)) from error
    if not isinstance(found, list):
        raise _refusal(file, "a list of records", type(found).__name__)
    return cast("list[Any]", found)


def _csv_rows(text: str, file: str) -> list[Any]:
    try:
        return list(csv.DictReader(io.StringIO(text)))
    except csv.Error as error:
        raise _refusal(file, "JSON or CSV as the journal exports it", str(error)) from error


def _refusal(file: str, expected: str, found: str) -> FaultyFileError:
    return FaultyFileError((Fault(file, "", expected, found),))


def _record(table: object, number: int, faults: Faults) -> Record | None:
    if not isinstance(table, dict):
        faults.add((number,), "a record", repr(table))
        return None
    cells = cast("dict[str, Any]", table)
    before = len(faults)

    def cell(name: str, expected: str, read: Any) -> Any:  # noqa: ANN401 - each cell is of a type of its own
        try:
            return read(cells[name])
        except (KeyError, OSError, OverflowError, TypeError, ValueError):
            faults.add((number, name), expected, repr(cells.get(name, "nothing")))
            return None

    def optional(name: str, expected: str, read: Any, *, default: float | None) -> Any:  # noqa: ANN401 - the same
        return default if cells.get(name) in (None, "") else cell(name, expected, read)

    values = {
        "uuid": cell("uuid", "a UUID", _uuid),
        "started": cell("started", "a time with its offset, as 2026-11-23T14:31:00+01:00", _moment),
        "sequence": cell("sequence", "a sequence's name", _name),
        "minutes": cell("minutes", "minutes", _amount),
        "pattern": cell("pattern", "a breath pattern", _name),
        "outcome": cell("outcome", "one of " + ", ".join(Outcome), _outcome),
        "elapsed": cell("elapsed", "seconds", _amount),
        "practised": cell("practised", "seconds", _amount),
        "held": cell("held", "seconds", _amount),
        "breaths": cell("breaths", "a number", _count),
        "pauses": optional("pauses", "a number", _count, default=0),
        "answered": optional("answered", "1 or 0", _answered, default=True),
        "before": optional("before", "a tension from 0 to 4", _tension, default=None),
        "after": optional("after", "a tension from 0 to 4", _tension, default=None),
    }
    return Record(**values) if len(faults) == before else None


def _uuid(cell: object) -> UUID:
    return UUID(str(cell))


def _answered(cell: object) -> bool:
    if str(cell) not in {"0", "1"}:
        raise ValueError(cell)
    return str(cell) == "1"


def _tension(cell: object) -> int:
    tension = _count(cell)
    if tension > MOST_TENSION:
        raise ValueError(cell)
    return tension


def _moment(cell: object) -> datetime:
    moment = datetime.fromisoformat(str(cell))
    if moment.tzinfo is None:
        raise ValueError(cell)
    moment.timestamp()
    return moment


def _name(cell: object) -> str:
    if not isinstance(cell, str) or not cell:
        raise ValueError(cell)
    return cell


def _amount(cell: Any) -> float:  # noqa: ANN401 - a number, or its text in CSV
    number = float(cell)
    if not 0.0 <= number < 1e9:  # noqa: PLR2004 - thirty years in seconds: anything above is no session
        raise ValueError(cell)
    return number


def _outcome(cell: object) -> Outcome:
    # A session that ran when it was exported will never be told to end here.
    return Outcome(str(cell)) if cell else Outcome.INTERRUPTED


def _count(cell: object) -> int:
    return int(_amount(cell))


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
