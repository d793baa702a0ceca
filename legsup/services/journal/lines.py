"""The lines of a ledger: the first names it, each other is a record with a check of itself; how they are written and read."""

from __future__ import annotations

import json
from contextlib import suppress
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast
from uuid import uuid4
from zlib import crc32

from legsup.domain.session import Outcome
from legsup.services.journal.checked import checked, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from legsup.domain.record import Record

#: What stands in the first line for the person who opens the file.
ABOUT = (
    "Legs Up: each line one finished session, from which a journal that is lost comes back."
    " `legsup journal forget` deletes both."
)
#: No line is longer than this many bytes; a record has some 350.
MOST_BYTES = 1_000_000


#: A record as ``json.dumps`` writes its table, in less than half the time.
_RECORD = (
    '{"uuid": "%s", "started": "%s", "sequence": %s, "minutes": %r, "pattern": %s, "outcome": %s, "elapsed": %r,'
    ' "practised": %r, "held": %r, "breaths": %d, "pauses": %d, "before": %s, "after": %s, "answered": %d, "legs": %s,'
    ' "note": %s}\n'
)
_NULL: Final = "null"
_OUTCOMES = {None: _NULL} | {outcome: quoted(outcome.value) for outcome in Outcome}


def line_of(record: Record) -> bytes:
    """Write a record as a line, to the last digit, with its check."""
    return set_down(record)[0]


def set_down(record: Record) -> tuple[bytes, Record | None]:
    """Write a record as a line, and give it as it is read from there again; None where it cannot be."""
    if is_plain(record):
        return _with_check(_plain(record)), record
    table = table_of(record)
    line = _with_check(_written(table))
    try:
        return line, checked(table)
    except ValueError:
        return line, None


def _plain(record: Record) -> bytes:
    before, after, legs = record.before, record.after, record.legs
    written = _RECORD % (
        record.uuid,
        record.started.isoformat(),
        quoted(record.sequence),
        record.minutes,
        quoted(record.pattern),
        _OUTCOMES[record.outcome],
        record.elapsed,
        record.practised,
        record.held,
        record.breaths,
        record.pauses,
        _NULL if before is None else before,
        _NULL if after is None else after,
        record.answered,
        _NULL if legs is None else legs,
        quoted(record.note),
    )
    return written.encode()


def table_of(record: Record) -> dict[str, Any]:
    """Name what a line holds of a record."""
    return {
        "uuid": str(record.uuid),
        "started": record.started.isoformat(),
        "sequence": record.sequence,
        "minutes": record.minutes,
        "pattern": record.pattern,
        "outcome": None if record.outcome is None else record.outcome.value,
        "elapsed": record.elapsed,
        "practised": record.practised,
        "held": record.held,
        "breaths": record.breaths,
        "pauses": record.pauses,
        "before": record.before,
        "after": record.after,
        "answered": int(record.answered),
        "legs": record.legs,
        "note": record.note,
    }


def _with_check(written: bytes) -> bytes:
    return b'%b, "check": %d}\n' % (written[: -len(b"}\n")], crc32(written))


def record_in(line: bytes) -> Record:
    """Read a record from a line.

    Raises:
        ValueError: none stands there, or it was damaged.
    """
    try:
        found: object = json.loads(line)
    except RecursionError as error:
        raise ValueError(str(error)) from error
    if not isinstance(found, dict):
        raise ValueError(line)  # noqa: TRY004 - one of many ways in which a line is damaged
    table = cast("dict[str, Any]", found)
    check = table.pop("check", None)
    if check != crc32(_written(table)):
        raise ValueError(line)
    return checked(table)


def _written(table: dict[str, Any]) -> bytes:
    return json.dumps(table).encode() + b"\n"


def heading() -> bytes:
    """Make a first line, with a name that no other has."""
    return _written({"ledger": uuid4().hex, "about": ABOUT})


#: Bytes of a first line.
HEADING = len(heading())


def name_in(line: bytes) -> str:
    """Tell a ledger's name by its first line; empty where that was damaged."""
    with suppress(ValueError, RecursionError):
        found: object = json.loads(line)
        if isinstance(found, dict):
            return str(cast("dict[str, Any]", found).get("ledger", ""))
    return ""


def lines_without(content: bytes, uuid: UUID) -> bytes:
    """Give a ledger's lines without those that name a record."""
    named = str(uuid).encode()
    return b"".join(line for line in content.splitlines(keepends=True) if named not in line)


def lines_of(ledger: BinaryIO) -> Iterator[bytes]:
    """Read a ledger line by line from where it is."""
    while line := ledger.readline(MOST_BYTES):
        yield line


def read(lines: Iterator[bytes], begin: int) -> tuple[list[Record], int, int]:
    """Read lines; gives the records, how many lines are none, and where the last whole line ends."""
    records: list[Record] = []
    bad, end = 0, begin
    for line in lines:
        if not line.endswith(b"\n") and len(line) < MOST_BYTES:
            break  # being written, or torn: looked at again with what follows
        end += len(line)
        try:
            records.append(record_in(line))
        except ValueError:
            bad += not name_in(line)
    return records, bad, end
