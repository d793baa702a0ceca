"""The journal in other forms: CSV, JSON and calendar files out, piece by piece."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import repeat
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING, Any

from legsup.domain.session import Outcome
from legsup.foreign import shown
from legsup.services.journal.entries import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legsup.domain.record import Record
    from legsup.services.journal.entries import Entry, Sheaf

#: Most octets of a line of a calendar, without its end; a longer one goes on in the next (RFC 5545, 3.1).
MOST_OCTETS = 75
#: With these a spreadsheet begins a formula; and by this it knows the writing.
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff"
#: A record as a line of JSON.
_LINE = (
    '{"uuid": "%s", "started": "%s", "sequence": %s, "minutes": %r, "pattern": %s, "outcome": %s, "elapsed": %r,'
    ' "practised": %r, "held": %r, "breaths": %d, "pauses": %d, "before": %s, "after": %s, "legs": %s, "note": %s,'
    ' "answered": %d}'
)
#: A record as a line of CSV; and what in a cell may need quotes.
_ROW = "%s,%s,%s,%r,%s,%s,%r,%r,%r,%d,%d,%s,%s,%s,%s,%d\n"
_ODD = re.compile(r"[^\w .:;()'=+@-]").search


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


def json_pieces(sheaves: Iterable[Sheaf]) -> Iterator[str]:
    """Write a JSON list, a record a line."""
    begin = "[\n  "
    for sheaf in filter(None, sheaves):
        yield begin + ",\n  ".join(map(_LINE.__mod__, _json_values(sheaf)))
        begin = ",\n  "
    yield "[]\n" if begin.startswith("[") else "\n]\n"


def csv_pieces(sheaves: Iterable[Sheaf]) -> Iterator[str]:
    """Write CSV with a heading, such that a spreadsheet takes no cell for a formula or a date.

    A pattern is written with its holds (``4-0-6-0``), for ``4-6`` would become a day in June.
    """
    yield f"{','.join(FIELDS)}\n"
    for sheaf in filter(None, sheaves):
        yield "".join(map(_ROW.__mod__, _cells(sheaf)))


def calendar_pieces(sheaves: Iterable[Sheaf], titles: Mapping[str, str]) -> Iterator[str]:
    """Write an iCalendar file, each record an event; ``titles`` names the sequences by id."""
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Legs Up//journal//EN\r\n"
    for sheaf in sheaves:
        yield "".join(_event(entry, titles) for entry in sheaf)
    yield "END:VCALENDAR\r\n"


def defused(text: str) -> str:
    """Give text as a cell that no spreadsheet takes for a formula; ``fused`` gives it back."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULAS) else text


def fused(cell: str) -> str:
    """Give the text of a cell that ``defused`` made."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULAS) else cell


#: Names, patterns and titles of practices are few, and written with each of their records.
_quoted_name = lru_cache(maxsize=256)(quoted)
_QUOTED_OUTCOME = {None: "null"} | {outcome.value: quoted(outcome.value) for outcome in Outcome}


# A sheaf is written by columns: each is worked on as a whole, which takes a third of the time.


def _json_values(sheaf: Sheaf) -> Iterator[tuple[Any, ...]]:
    """Give the values of each record as they stand in its line."""
    (
        uuid, started, sequence, minutes, pattern, outcome, elapsed, practised, held, breaths,
        pauses, before, after, legs, note, answered,
    ) = zip(*sheaf, strict=True)  # fmt: skip
    return zip(
        uuid,
        started,
        map(_quoted_name, sequence),
        minutes,
        map(_quoted_name, pattern),
        map(_QUOTED_OUTCOME.__getitem__, outcome),
        *(map(round, seconds, repeat(3)) for seconds in (elapsed, practised, held)),
        breaths,
        pauses,
        *(("null" if each is None else each for each in tensions) for tensions in (before, after, legs)),
        (quoted(each) if each else "null" for each in note),
        answered,
        strict=True,
    )


def _cells(sheaf: Sheaf) -> Iterator[tuple[Any, ...]]:
    """Give the cells of each record, in the order of ``FIELDS``."""
    (
        uuid, started, sequence, minutes, pattern, outcome, elapsed, practised, held, breaths,
        pauses, before, after, legs, note, answered,
    ) = zip(*sheaf, strict=True)  # fmt: skip
    return zip(
        uuid,
        started,
        map(_name_cell, sequence),
        minutes,
        map(_pattern_cell, pattern),
        ("" if each is None else each for each in outcome),
        *(map(round, seconds, repeat(3)) for seconds in (elapsed, practised, held)),
        breaths,
        pauses,
        *(("" if each is None else each for each in tensions) for tensions in (before, after, legs)),
        (_cell(defused(each)) if each else "" for each in note),
        answered,
        strict=True,
    )


@lru_cache(maxsize=256)
def _name_cell(name: str) -> str:
    return _cell(defused(name))


@lru_cache(maxsize=256)
def _pattern_cell(pattern: str) -> str:
    lengths = pattern.split("-")
    return _cell(f"{lengths[0]}-0-{lengths[1]}-0" if len(lengths) == len(("in", "out")) else pattern)


def _cell(text: str) -> str:
    """Write text as a cell, between quotes where it needs them."""
    if _ODD(text) is None:
        return text
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow((text, ""))
    return written.getvalue().removesuffix(",\n")


def _event(entry: Entry, titles: Mapping[str, str]) -> str:
    uuid, started, sequence, elapsed, note = (entry[at] for at in _TOLD)
    start, end = _span(started, elapsed)
    title = _written_name("SUMMARY", titles.get(sequence, sequence))
    described = _written("DESCRIPTION", note) if note else ""
    return (
        f"BEGIN:VEVENT\r\nUID:{uuid}\r\nDTSTAMP:{start}\r\nDTSTART:{start}\r\nDTEND:{end}\r\n"
        f"{title}{described}END:VEVENT\r\n"
    )


#: Where in an entry stands what a calendar tells.
_TOLD = tuple(map(FIELDS.index, ("uuid", "started", "sequence", "elapsed", "note")))


def _span(started: str, elapsed: float) -> tuple[str, str]:
    """Give the whole seconds in which a session began and ended; an event lasts one at least."""
    start = datetime.fromisoformat(started).astimezone(UTC).replace(microsecond=0)
    try:
        end = start + timedelta(seconds=max(1, round(elapsed)))
    except OverflowError:
        end = datetime.max.replace(tzinfo=UTC)
    return _utc(start), _utc(end)


def _utc(moment: datetime) -> str:
    # Not by strftime, which leaves out the zeros before an early year.
    return moment.isoformat()[: len("2026-11-23T17:00:00")].replace("-", "").replace(":", "") + "Z"


def _written(name: str, text: str) -> str:
    """Write text as a line of a calendar, folded where it is too long."""
    escaped = shown(text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,"))
    return "".join(f"{piece}\r\n" for piece in _folded(f"{name}:{escaped}"))


_written_name = lru_cache(maxsize=256)(_written)


def _folded(line: str) -> Iterator[str]:
    """Give a line in pieces of no more octets than are allowed; what goes on begins with a space."""
    piece, octets = "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > MOST_OCTETS:
            yield piece
            piece, octets = " ", 1
        piece += letter
        octets += size
    yield piece
