"""Reads the journal's exports back in: JSON, CSV as spreadsheets leave it, and the ledger; every fault is told at once."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from legsup.domain.breath import OWN_PACE, parse_pattern
from legsup.domain.fault import Fault, Faults, FaultyFileError
from legsup.domain.record import MOST_NOTE, Record
from legsup.domain.session import Outcome
from legsup.foreign import shown
from legsup.services.journal.checked import MOST_AMOUNT, MOST_TENSION
from legsup.services.journal.exchange import BYTE_ORDER_MARK, FIELDS, fused
from legsup.services.journal.progress import nobody, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from legsup.domain.fault import KeyPath

#: What every record has; the other columns came with later versions.
NEEDED = FIELDS[:10]
#: What may stand between the cells of a line: a comma, or what a spreadsheet puts there.
DELIMITERS = ",;\t"
#: Years in which nobody can have practised with this app, nor will; and the most letters of a name, and of what is shown.
FIRST_YEAR, LAST_YEAR, MOST_LETTERS, SHOWN = 1970, 2999, 500, 80
#: Cells of words, which may begin as a formula does.
_TEXTS = frozenset({"sequence", "note"})
KINDS = "JSON or CSV as the journal exports it, or a journal's own file"


def read_records(text: str, file: str, progress: Callable[[int, int], None] = nobody) -> list[Record]:
    """Read what ``as_json`` or ``as_csv`` wrote, or a ledger.

    Raises:
        FaultyFileError: with every fault of the file; nothing is taken from a file that has one.
    """
    tables, lines = _tables(text.removeprefix(BYTE_ORDER_MARK), file)
    faults = Faults(file)
    if tables and not any(_is_one_of_ours(table) for table in tables):
        # A file of something else has one fault, not ten a line.
        faults.add((0,), f"a record with {', '.join(NEEDED)}", _short(tables[0]))
        faults.refuse()
    places: Iterable[KeyPath] = (("line", line) for line in lines) if lines else ((at,) for at in count())
    read = [
        _record(table, place, faults) for table, place in zip(told(tables, progress), places, strict=False)
    ]
    faults.refuse()
    return [record for record in read if record is not None]


def _tables(text: str, file: str) -> tuple[list[Any], list[int]]:
    """Give what stands in a file, record by record; of a table also in which line each begins, by which a person finds it."""
    begin = text.lstrip()
    if not begin:
        raise _refusal(file, KINDS, "nothing in it")
    try:
        if begin.startswith("{"):
            return list(_json_lines(begin)), []
        if not begin.startswith("["):
            return _csv_rows(text, file)
        found: object = json.loads(text)
    except RecursionError as error:
        raise _refusal(file, KINDS, "lists nested too deeply") from error
    except FaultyFileError:
        raise
    except ValueError as error:
        raise _refusal(file, KINDS, str(error)) from error
    return cast("list[Any]", found), []


def _json_lines(text: str) -> Iterator[object]:
    """Read an object a line, as in a ledger; its heading is none of the records, and a line torn at its end is left out."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        try:
            found: object = json.loads(line)
        except ValueError:
            if number and number == len(lines) - 1:
                return
            raise
        if not isinstance(found, dict) or "ledger" not in found:
            yield cast("object", found)


def _csv_rows(text: str, file: str) -> tuple[list[Any], list[int]]:
    """Read the rows of a table as a spreadsheet may have left it, and in which line of the file each begins.

    That is with cells or lines that are empty, with the heading in capitals, the line by which one of them names what
    stands between cells, the sign by which an old one ends a file.
    """
    body = text.rstrip("\x00\x1a").lstrip("\r\n")
    if body[:4].lower() == "sep=":
        body = body.partition("\n")[2]
    heading = body.partition("\n")[0].partition("\r")[0]
    delimiter = max(DELIMITERS, key=lambda mark: len(_names(heading, mark) & set(FIELDS)))
    if not _names(heading, delimiter).issuperset(NEEDED):
        raise _refusal(file, f"a heading that names {', '.join(NEEDED)}", _short(heading))
    try:
        reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, skipinitialspace=True)
        names = [_plain(name) for name in next(reader)]
        left_out = text[: text.index(body)].count("\n") + 1
        rows: list[Any] = []
        lines: list[int] = []
        begin = reader.line_num
        for cells in reader:
            if any(map(str.strip, cells)):
                # A column that stands there twice is taken where it stands first.
                rows.append(_as_text(dict(reversed(list(zip(names, cells, strict=False))))))
                lines.append(begin + left_out)
            begin = reader.line_num
    except csv.Error as error:
        raise _refusal(file, KINDS, str(error)) from error
    if delimiter == ",":
        return rows, lines
    # Where a semicolon or a tab stands between cells, a comma may stand in a number.
    return [{name: _with_point(name, cell) for name, cell in row.items()} for row in rows], lines


def _as_text(row: dict[str, str]) -> dict[str, str]:
    """Give a row with the text of its cells that were written so that no spreadsheet takes them for formulas."""
    return {name: fused(cell) if name in _TEXTS else cell for name, cell in row.items()}


def _names(heading: str, delimiter: str) -> set[str]:
    return {_plain(name) for name in heading.split(delimiter)}


def _plain(name: str) -> str:
    return name.strip('" ').lower()


def _with_point(name: str, cell: str) -> str:
    is_number = name not in {"uuid", "started", "sequence", "pattern", "outcome", "note"}
    return cell.replace(",", ".") if is_number else cell


def _refusal(file: str, expected: str, found: str) -> FaultyFileError:
    return FaultyFileError((Fault(file, "", expected, found),))


def _is_one_of_ours(table: object) -> bool:
    return isinstance(table, dict) and len(cast("dict[str, Any]", table).keys() & set(NEEDED)) > 0


def _short(value: object) -> str:
    try:
        text = repr(value)
    except RecursionError:
        text = type(value).__name__
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _record(table: object, place: KeyPath, faults: Faults) -> Record | None:
    if not isinstance(table, dict):
        faults.add(place, "a record", _short(table))
        return None
    cells = cast("dict[str, Any]", table)
    before = len(faults)

    def cell(name: str, expected: str, read: Any) -> Any:  # noqa: ANN401 - each cell is of a type of its own
        try:
            return read(cells[name])
        except (KeyError, OSError, OverflowError, TypeError, ValueError):
            faults.add((*place, name), expected, _short(cells[name]) if name in cells else "nothing")
            return None

    def optional(name: str, expected: str, read: Any, *, default: float | str | None) -> Any:  # noqa: ANN401 - the same
        return default if cells.get(name) in (None, "") else cell(name, expected, read)

    values = {
        "uuid": cell("uuid", "a UUID", _uuid),
        "started": cell(
            "started",
            f"a time with its offset, as 2026-11-23T14:31:00+01:00, from {FIRST_YEAR} to {LAST_YEAR}",
            _moment,
        ),
        "sequence": cell("sequence", "a sequence's name", _name),
        "minutes": cell("minutes", "minutes", _amount),
        "pattern": cell("pattern", "a breath pattern, as 4-6", _pattern),
        "outcome": cell("outcome", "one of " + ", ".join(Outcome), _outcome),
        "elapsed": cell("elapsed", "seconds", _amount),
        "practised": cell("practised", "seconds", _amount),
        "held": cell("held", "seconds", _amount),
        "breaths": cell("breaths", "a number", _count),
        "pauses": optional("pauses", "a number", _count, default=0),
        "answered": optional("answered", "1 or 0", _answered, default=True),
        "before": optional("before", "a tension from 0 to 4", _tension, default=None),
        "after": optional("after", "a tension from 0 to 4", _tension, default=None),
        "legs": optional("legs", "a tension from 0 to 4", _tension, default=None),
        "note": optional("note", f"a note of at most {MOST_NOTE} letters", _note, default=""),
    }
    return Record(**values) if len(faults) == before else None


def _uuid(cell: object) -> UUID:
    return UUID(str(cell))


def _answered(cell: object) -> bool:
    if _amount(cell) not in {0.0, 1.0}:
        raise ValueError(cell)
    return _amount(cell) == 1.0


def _tension(cell: object) -> int:
    tension = _count(cell)
    if tension > MOST_TENSION:
        raise ValueError(cell)
    return tension


def _moment(cell: object) -> datetime:
    moment = datetime.fromisoformat(str(cell).strip())
    if moment.tzinfo is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(cell)
    return moment


def _name(cell: object) -> str:
    if not isinstance(cell, str) or not cell.strip() or len(cell) > MOST_LETTERS:
        raise ValueError(cell)
    return shown(cell)


def _note(cell: object) -> str:
    if not isinstance(cell, str) or len(cell) > MOST_NOTE:
        raise ValueError(cell)
    return shown(cell)


def _pattern(cell: object) -> str:
    if not isinstance(cell, str):
        raise ValueError(cell)  # noqa: TRY004 - one of many values that do not fit
    pattern = parse_pattern(cell)
    return OWN_PACE if pattern is None else str(pattern)


def _amount(cell: Any) -> float:  # noqa: ANN401 - a number, or its text in CSV
    number = float(cell)
    if isinstance(cell, bool) or not 0.0 <= number < MOST_AMOUNT:
        raise ValueError(cell)
    return number


def _outcome(cell: object) -> Outcome:
    # A session that ran when it was exported will never be told to end here.
    return Outcome(str(cell).strip().lower()) if cell else Outcome.INTERRUPTED


def _count(cell: object) -> int:
    return int(_amount(cell))
