"""What a person brings to be taken in: an export, a ledger, or the journal's own file, as from another computer."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from legsup.domain.fault import Fault, FaultyFileError
from legsup.domain.session import Outcome
from legsup.foreign import EXPORT, read_text
from legsup.private import demand_plain
from legsup.services.journal import rows
from legsup.services.journal.progress import nobody
from legsup.services.journal.salvage import in_memory
from legsup.services.journal.schema import reading, refuse_newer
from legsup.services.journal.taking_in import KINDS, read_records
from legsup.services.journal.trouble import FAULTS, BusyJournalError, NewerJournalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.record import Record

#: How every database of SQLite's begins.
_DATABASE = b"SQLite format 3\0"
#: What of a database is copied, and how often it is tried while another program writes it.
_PARTS, TRIES = ("", "-wal"), 5


def read_brought(file: Path, progress: Callable[[int, int], None] = nobody) -> list[Record]:
    """Read the records of a file that was brought; of a journal that is damaged all that can be read.

    Raises:
        FaultyFileError: with every fault of the file; nothing is taken from one that has some.
        NewerJournalError: a newer Legs Up wrote it.
        BusyJournalError: another program writes it all the while.
        ForeignFileError, OSError: it cannot be read.
    """
    if not _is_database(file):
        return read_records(read_text(file, EXPORT, wide=True), str(file), progress)
    progress(0, 1)
    with TemporaryDirectory() as folder:
        # SQLite leaves files beside one that it reads.
        copy = Path(folder, file.name)
        copy_at_rest(file, copy)
        try:
            return _records_of(copy, file)
        except NewerJournalError as error:
            raise NewerJournalError(str(error).replace(str(copy), str(file))) from error


def copy_at_rest(file: Path, copy: Path, copies: Callable[[str, str], object] = copyfile) -> None:
    """Copy a database and its log as they stand at one moment: while both were copied, nobody wrote them.

    Raises:
        BusyJournalError: somebody did, each time.
        OSError: they cannot be copied.
    """
    for _ in range(TRIES):
        before = _state(file)
        for part in _PARTS:
            Path(f"{copy}{part}").unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                copies(f"{file}{part}", f"{copy}{part}")
        if _state(file) == before:
            return
    raise BusyJournalError(f"Another program writes {file}. Close it there first.")


def _state(file: Path) -> list[tuple[int, int, int] | None]:
    """Tell when a database and its log were written last, and how long they are."""
    state: list[tuple[int, int, int] | None] = []
    for part in _PARTS:
        found = None
        with suppress(FileNotFoundError):
            found = Path(f"{file}{part}").stat()
        state.append(None if found is None else (found.st_ino, found.st_size, found.st_mtime_ns))
    return state


def _records_of(copy: Path, file: Path) -> list[Record]:
    refuse_newer(copy)
    with closing(in_memory(copy)) as found:
        records = rows.newest(found, None, None)[0]
    if not records and not _is_journal(copy):
        raise FaultyFileError((Fault(str(file), "", KINDS, "a database of something else"),))
    # One that ran when the file was copied will never be told to end here.
    return [
        each if each.outcome is not None else replace(each, outcome=Outcome.INTERRUPTED)
        for each in reversed(records)
    ]


def _is_database(file: Path) -> bool:
    with suppress(OSError, ValueError):
        demand_plain(file)
        with file.open("rb") as opened:
            return opened.read(len(_DATABASE)) == _DATABASE
    return False


def _is_journal(file: Path) -> bool:
    for whole in (True, False):
        with suppress(*FAULTS), closing(reading(file, whole=whole)) as connection:
            connection.execute("SELECT uuid, started FROM records LIMIT 1")
            return True
    return False
