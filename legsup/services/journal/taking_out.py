"""Writes the whole journal into a file, piece by piece: no more of it is held than a few hundred sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from legsup.services.journal import exchange
from legsup.services.journal.progress import nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from legsup.services.journal.entries import Sheaf
    from legsup.services.journal.reader import Reader

#: Bytes that are moved at a time.
_PIECE = 1_000_000


def take_out(
    journal: Reader,
    kind: str,
    out: BinaryIO,
    titles: Mapping[str, str],
    progress: Callable[[int, int], None] = nobody,
) -> int:
    """Write everything into a file that is open for reading and writing, the oldest first; gives how many sessions.

    ``kind`` is ``csv``, ``json``, or else a calendar, in which ``titles`` names the practices by their id.

    Raises:
        JournalError: nothing can be read now.
        CancelledError: by the progress.
        OSError: it cannot be written.
    """

    def write_told(sheaves: Iterable[Sheaf], about: int) -> int:
        return write(_told(sheaves, about, progress), kind, out, titles)

    return journal.pour(write_told)


def write(sheaves: Iterable[Sheaf], kind: str, out: BinaryIO, titles: Mapping[str, str]) -> int:
    """Write entries, from the beginning of a file, in the place of all that stands there; gives how many."""
    out.seek(0)
    out.truncate()
    count, ascii_alone = 0, True

    def counted() -> Iterator[Sheaf]:
        nonlocal count
        for sheaf in sheaves:
            count += len(sheaf)
            yield sheaf

    pieces = {"csv": exchange.csv_pieces, "json": exchange.json_pieces}.get(kind)
    for piece in exchange.calendar_pieces(counted(), titles) if pieces is None else pieces(counted()):
        out.write(piece.encode())
        ascii_alone = ascii_alone and piece.isascii()
    if kind == "csv" and not ascii_alone:
        _put_before(out, exchange.BYTE_ORDER_MARK.encode())
    return count


def _told(sheaves: Iterable[Sheaf], about: int, progress: Callable[[int, int], None]) -> Iterator[Sheaf]:
    """Give sheaves on, telling before each how far it is."""
    done = 0
    for sheaf in sheaves:
        progress(min(done, about), about)
        done += len(sheaf)
        yield sheaf


def _put_before(out: BinaryIO, begin: bytes) -> None:
    """Move what a file holds, and write some bytes before it."""
    at, carried = 0, begin
    while carried:
        out.seek(at)
        piece = out.read(_PIECE)
        out.seek(at)
        moved = carried + piece
        out.write(moved[: len(piece)] if piece else moved)
        carried, at = (moved[len(piece) :] if piece else b""), at + len(piece)
