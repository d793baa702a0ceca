"""The verb ``journal``: list, export, import, forget."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack, contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from legsup.domain.fault import FaultyFileError, few_of_each
from legsup.foreign import ForeignFileError, shown
from legsup.places import find
from legsup.private import demand_folder, is_there, writing_whole
from legsup.services.journal import exchange
from legsup.services.journal.brought import read_brought
from legsup.services.journal.entries import in_order, sheaves
from legsup.services.journal.progress import CancelledError, told
from legsup.services.journal.salvage import copies, read_alone, set_aside
from legsup.services.journal.taking_out import take_out, write
from legsup.services.journal.trouble import JournalError, NewerJournalError
from legsup.telling import tell, why
from legsup.terminal import journal_words, messages
from legsup.terminal.exits import DONE, INTERRUPTED, WRONG, WrongError
from legsup.terminal.journal_opened import looked_at, opened
from legsup.terminal.long_work import stoppable

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Generator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from legsup.domain.record import Record
    from legsup.services.journal.journal import Journal
    from legsup.terminal.long_work import LongWork

    Long = Callable[[], AbstractContextManager[LongWork]]


def list_records(options: Namespace) -> int:
    """List past sessions, the newest first."""
    records = _records(options.home)
    if options.json:
        print(json.dumps([exchange.as_table(record) for record in records], indent=2))
        return DONE
    if not records:
        print(journal_words.NO_PRACTICE)
        days = sorted(find(options.home).data.glob("journal.day-*.jsonl"))
        if days:
            print(journal_words.EARLIER_DAY.format(file=days[-1]))
    width = max((len(record.sequence) for record in records), default=0)
    for record in records:
        line = journal_words.RECORD.format(
            started=record.started,
            sequence=f"{shown(record.sequence):{width}}",
            held=record.held / 60,
            breaths=messages.breaths(record.breaths),
        )
        print(line if record.outcome else line + journal_words.STILL_RUNNING)
    return DONE


def export(options: Namespace, long: Long = stoppable) -> int:
    """Write the journal out, into a file or to the terminal; Ctrl-C leaves what stood there."""
    places = find(options.home)
    if options.output is not None and places.owns(options.output):
        raise WrongError(journal_words.OWN_FILE.format(file=options.output))
    try:
        if options.output is not None:
            demand_folder(options.output)
        with _out(options.output) as out, long() as work:
            _write_all(options.home, options.format, out, work.telling(journal_words.WRITING))
    except CancelledError:
        return _cancelled()
    except OSError as error:
        if options.output is None:
            raise
        raise WrongError(
            journal_words.CANNOT_WRITE.format(file=options.output, error=why(error, options.output))
        ) from error
    return DONE


def take_in(options: Namespace, long: Long = stoppable) -> int:
    """Add the sessions of an export; all of them or none, and none where Ctrl-C is pressed."""
    try:
        with long() as work:
            records = _read(options.file, work)
            with opened(options.home, work.again) as journal:
                added = journal.merge(records, work.telling(journal_words.ADDING))
    except CancelledError:
        return _cancelled()
    print(journal_words.TAKEN.format(added=added, known=len(records) - added))
    return DONE


def _read(file: Path, work: LongWork) -> list[Record]:
    try:
        return read_brought(file, work.telling(journal_words.READING))
    except JournalError as error:
        raise WrongError(str(error)) from error
    except (OSError, ForeignFileError) as error:
        raise WrongError(journal_words.CANNOT_READ.format(file=file, error=why(error, file))) from error
    except FaultyFileError as error:
        raise WrongError(journal_words.NOTHING_TAKEN.format(faults=_told(error))) from error


def _cancelled(told: str = "") -> int:
    tell(told or journal_words.CANCELLED)
    return INTERRUPTED


def forget(options: Namespace, long: Long = stoppable) -> int:
    """Delete the whole journal, with its ledger and all copies, after a yes."""
    gone = copies(find(options.home).journal)
    if gone:
        print(journal_words.GO_TOO.format(copies="\n".join(f"  {shown(str(copy))}" for copy in gone)))
    if not options.yes:
        print(journal_words.SURE, end="", flush=True)
        if sys.stdin is None or sys.stdin.readline().strip().lower() not in journal_words.YES:
            print(journal_words.NOTHING_DELETED)
            return WRONG
    try:
        with long() as work, opened(options.home, work.again) as journal:
            _empty(journal)
    except CancelledError as error:
        return _cancelled(str(error))
    print(journal_words.EMPTIED)
    return DONE


def _empty(journal: Journal) -> None:
    """Delete all; where only some of it goes, say so in place of what is said where nothing did."""
    try:
        journal.forget()
    except (CancelledError, JournalError, OSError) as error:
        if not journal.is_partly_forgotten:
            raise
        if isinstance(error, CancelledError):
            raise CancelledError(journal_words.CANCELLED_PARTLY) from error
        reason = why(error).removesuffix(".")
        raise WrongError(journal_words.NOT_ALL_DELETED.format(error=reason)) from error
    journal.flush()


def _records(home: Path | None) -> list[Record]:
    """Give all records, the newest first; looking makes no journal, and what can only be read is read."""
    with ExitStack() as stack:
        journal, found = _looked_into(home, stack)
        try:
            return found if journal is None else journal.records()
        except JournalError as error:
            return _readable(find(home).journal, error)


def _write_all(home: Path | None, kind: str, out: BinaryIO, progress: Callable[[int, int], None]) -> None:
    """Write everything out, the oldest first, by the same rule."""
    titles = _titles(home) if kind == "ics" else {}
    with ExitStack() as stack:
        journal, found = _looked_into(home, stack)
        try:
            if journal is not None:
                take_out(journal, kind, out, titles, progress)
                return
        except JournalError as error:
            found = _readable(find(home).journal, error)
        write(sheaves(told(in_order(found), progress)), kind, out, titles)


def _looked_into(home: Path | None, stack: ExitStack) -> tuple[Journal | None, list[Record]]:
    """Open the journal, if there is one; where it cannot be opened, give what can be read of it."""
    places = find(home)
    file = places.journal
    try:
        if is_there(file) or is_there(places.ledger) or set_aside(file):
            return stack.enter_context(looked_at(places)), []
    except (JournalError, OSError) as error:
        return None, _readable(file, error)
    return None, []


def _readable(file: Path, error: Exception) -> list[Record]:
    """Give what can be read where the journal cannot be opened.

    Raises:
        WrongError: nothing of it can be, or a newer Legs Up wrote it.
    """
    if isinstance(error, NewerJournalError):
        raise WrongError(str(error)) from error
    try:
        records = read_alone(file)
    except JournalError as reason:
        raise WrongError(str(reason)) from reason
    except OSError as reason:
        raise WrongError(journal_words.CANNOT_READ.format(file=file, error=why(reason, file))) from reason
    tell(journal_words.READ_ALONE.format(reason=why(error, file)))
    return records


@contextmanager
def _out(file: Path | None) -> Generator[BinaryIO]:
    """Give what an export is written into: a file beside, which takes the other's place when it is whole.

    What is no plain file, as the terminal or a pipe to another program, gets it when all is read.
    """
    if file is not None and (not file.exists() or file.is_file() or file.is_dir()):
        with writing_whole(file) as out:
            yield out
        return
    whole = BytesIO()
    yield whole
    if file is None:
        # As bytes: the ends of lines belong to the format.
        sys.stdout.buffer.write(whole.getvalue())
    else:
        with file.open("wb") as stream:
            stream.write(whole.getvalue())


def _told(error: FaultyFileError) -> str:
    told: list[str] = []
    for fault, more in few_of_each(error.faults):
        told.append(shown(str(fault)))
        if more:
            told.append(journal_words.MORE_FAULTS.format(count=more))
    return "\n".join(told)


def _titles(home: Path | None) -> dict[str, str]:
    from legsup.terminal.named import library_of  # noqa: PLC0415 - only a calendar needs the sequences' names

    return {sequence.id: sequence.title for sequence in library_of(home).sequences()}
