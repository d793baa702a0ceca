"""Reads records straight out of the pages of a journal's file, where SQLite gives it up: cut short, or its heading lost.

The format is that of https://www.sqlite.org/fileformat2.html. Every page is looked at for rows of a table; what does not
make a record is passed over.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, NamedTuple

from legsup.private import demand_plain
from legsup.services.journal.rows import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: The size of our pages: SQLite's own since 2016, and never set otherwise.
PAGE = 4096
#: What stands first in a page whose cells are rows of a table.
_LEAF = 0x0D
#: Bytes of a page's own heading, of the file's on its first page, and of a log's and of each of its frames.
_PAGE_HEADING, _FILE_HEADING, _LOG_HEADING, _FRAME_HEADING = 8, 100, 32, 24
#: Bytes of a value by the serial type that stands for it; from 12 on it is text or bytes of a length of its own.
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_REAL, _ZERO, _ONE, _BYTES = 7, 8, 9, 12
#: Columns that a row of the first version had, and of this one.
_FEWEST, _MOST = 13, len(COLUMNS.split(", "))


class _Cell(NamedTuple):
    """A row's own bytes in a page, as far as they stand there, and how long it is in all."""

    payload: bytes
    length: int
    next_page: int


def rows_in(file: Path) -> Iterator[tuple[Any, ...]]:
    """Give everything in a database's file that has as many values as a record, and so in the log beside it."""
    try:
        demand_plain(file)
        content = file.read_bytes()
    except OSError:
        content = b""
    yield from _rows(content, [content[at : at + PAGE] for at in range(0, len(content), PAGE)])
    beside = file.with_name(f"{file.name}-wal")
    try:
        demand_plain(beside)
        log = beside.read_bytes()
    except OSError:
        return
    step = _FRAME_HEADING + PAGE
    begins = range(_LOG_HEADING + _FRAME_HEADING, len(log), step)
    yield from _rows(content, [log[at : at + PAGE] for at in begins])


def _rows(content: bytes, pages: list[bytes]) -> Iterator[tuple[Any, ...]]:
    for page in pages:
        for at in (0, _FILE_HEADING):
            if page[at : at + 1] == bytes((_LEAF,)):
                for cell in _cells(page, at):
                    row = _row(_whole(content, cell))
                    if row is not None:
                        yield row


def _cells(page: bytes, at: int) -> Iterator[_Cell]:
    """Give the cells of a page, by its list of where they stand."""
    count = int.from_bytes(page[at + 3 : at + 5], "big")
    first = at + _PAGE_HEADING
    for number in range(min(count, PAGE // 4)):
        begin = int.from_bytes(page[first + 2 * number : first + 2 * number + 2], "big")
        length, begin = _number(page, begin)
        _, begin = _number(page, begin)
        here = _here(length)
        after = int.from_bytes(page[begin + here : begin + here + 4], "big") if here < length else 0
        if begin + here <= len(page):
            yield _Cell(page[begin : begin + here], length, after)


def _here(length: int) -> int:
    """Tell how much of a row stands in its own page; the rest stands in pages of its own."""
    most = PAGE - 35
    if length <= most:
        return length
    least = (PAGE - 12) * 32 // 255 - 23
    fits = least + (length - least) % (PAGE - 4)
    return fits if fits <= most else least


def _whole(content: bytes, cell: _Cell) -> bytes:
    """Join a row with what of it stands in other pages."""
    whole, page = cell.payload, cell.next_page
    while len(whole) < cell.length and 0 < page <= len(content) // PAGE:
        begin = (page - 1) * PAGE
        page = int.from_bytes(content[begin : begin + 4], "big")
        piece = content[begin + 4 : begin + PAGE]
        whole += piece[: cell.length - len(whole)]
    return whole


def _row(payload: bytes) -> tuple[Any, ...] | None:
    """Read a row; None where it is not as long as a record's, or was cut short."""
    length, at = _number(payload, 0)
    types: list[int] = []
    while at < min(length, len(payload)) and len(types) <= _MOST:
        kind, at = _number(payload, at)
        types.append(kind)
    if not _FEWEST <= len(types) <= _MOST:
        return None
    values: list[Any] = []
    for kind in types:
        size = _SIZES[kind] if kind < len(_SIZES) else max(0, (kind - _BYTES) // 2)
        piece = payload[at : at + size]
        if len(piece) < size:
            return None
        values.append(_value(kind, piece))
        at += size
    return tuple(values)


def _value(kind: int, piece: bytes) -> object:
    if kind == 0:
        return None
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    if kind == _REAL:
        return struct.unpack(">d", piece)[0]
    if kind < _BYTES:
        return int.from_bytes(piece, "big", signed=True)
    try:
        return piece.decode() if kind % 2 else piece
    except UnicodeDecodeError:
        return piece


def _number(content: bytes, at: int) -> tuple[int, int]:
    """Read a number of one to nine bytes; gives it, and where what follows begins."""
    number = 0
    for place in range(at, at + 8):
        byte = content[place] if place < len(content) else 0
        number = number << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the highest bit tells that another follows
            return number, place + 1
    last = content[at + 8] if at + 8 < len(content) else 0
    return number << 8 | last, at + 9
