"""The ledger as it stood at the beginning of each of the last seven days on which something was written.

Each is a whole ledger with the day in its name, and can be imported. What is deleted is deleted here too.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from legsup.private import write_whole
from legsup.services.journal.ledger import records_of
from legsup.services.journal.lines import lines_without

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from legsup.domain.record import Record

#: Days of use that are kept.
MOST_DAYS = 7
#: Bytes of a ledger beyond which no copies are made: some 140 000 sessions, seven times 50 MB.
MOST_COPIED = 50_000_000


def days(journal: Path) -> list[Path]:
    """Give the copies beside a journal, the newest first."""
    return sorted(journal.parent.glob(f"{journal.stem}.day-*.jsonl"), reverse=True)


def keep_day(journal: Path, ledger: Path, today: date) -> bool:
    """Keep the ledger as it stands before anything is written on a day; the oldest beyond seven go.

    A copy that cannot be made is made with the next writing, and stops nothing. Gives whether nothing is left to do that
    day: the copy is there, or the ledger too long for one.
    """
    copy = journal.with_name(f"{journal.stem}.day-{today.isoformat()}.jsonl")
    with suppress(OSError):
        if copy.exists() or (length := ledger.stat().st_size) > MOST_COPIED:
            return True
        if length > 0:
            write_whole(copy, ledger.read_bytes())
            for old in days(journal)[MOST_DAYS:]:
                old.unlink(missing_ok=True)
            return True
    return False


def take_out(journal: Path, uuid: UUID) -> None:
    """Delete every line of a record from the copies.

    Raises:
        OSError: one cannot be written; it then stands as it was.
    """
    for copy in days(journal):
        content = copy.read_bytes()
        if str(uuid).encode() in content:
            write_whole(copy, lines_without(content, uuid))


def kept_in(journal: Path) -> list[Record]:
    """Give what the copies hold, each record as the newest of them has it."""
    found: dict[UUID, Record] = {}
    for copy in reversed(days(journal)):
        with suppress(OSError):
            found |= {record.uuid: record for record in records_of(copy)}
    return list(found.values())
