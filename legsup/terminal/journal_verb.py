"""The verb ``journal``: list, export, import, forget."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from legsup.domain.fault import FaultyFileError
from legsup.places import find
from legsup.private import opener
from legsup.services.journal import exchange
from legsup.services.journal.journal import Journal
from legsup.services.journal.schema import JournalError
from legsup.services.session_lock import SessionLock
from legsup.terminal import messages
from legsup.terminal.exits import DONE, WRONG, WrongError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Generator
    from pathlib import Path

    from legsup.domain.record import Record
    from legsup.places import Places


def list_records(options: Namespace) -> int:
    """List past sessions, the newest first."""
    records = _records(options.home)
    if options.json:
        print(json.dumps([exchange.as_table(record) for record in records], indent=2))
        return DONE
    if not records:
        print(messages.NO_PRACTICE)
    width = max((len(record.sequence) for record in records), default=0)
    for record in records:
        line = messages.RECORD.format(
            started=record.started,
            sequence=f"{record.sequence:{width}}",
            held=record.held / 60,
            breaths=messages.breaths(record.breaths),
            outcome=messages.OUTCOMES[record.outcome],
        )
        print(line)
    return DONE


def export(options: Namespace) -> int:
    """Write the journal out, into a file or to the terminal."""
    records = _records(options.home)[::-1]
    match options.format:
        case "csv":
            text = exchange.as_csv(records)
        case "json":
            text = exchange.as_json(records)
        case _:
            text = exchange.as_calendar(records, _titles(options.home))
    if options.output is None:
        # As bytes: the ends of lines belong to the format.
        sys.stdout.buffer.write(text.encode())
        return DONE
    try:
        with open(options.output, "w", encoding="utf-8", newline="", opener=opener) as file:
            file.write(text)
    except OSError as error:
        raise WrongError(messages.CANNOT_WRITE.format(file=options.output, error=error)) from error
    return DONE


def take_in(options: Namespace) -> int:
    """Add the sessions of an export; all of them or none."""
    try:
        text = options.file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongError(messages.CANNOT_READ.format(file=options.file, error=error)) from error
    try:
        records = exchange.read_records(text, str(options.file))
    except FaultyFileError as error:
        raise WrongError(messages.NOTHING_TAKEN.format(faults=error)) from error
    with opened(options.home) as journal:
        added = journal.merge(records)
    print(messages.TAKEN.format(added=added, known=len(records) - added))
    return DONE


def forget(options: Namespace) -> int:
    """Delete the whole journal, after a yes."""
    if not options.yes:
        print(messages.SURE, end="", flush=True)
        if sys.stdin.readline().strip().lower() not in messages.YES:
            print(messages.NOTHING_DELETED)
            return WRONG
    with opened(options.home) as journal:
        journal.forget()
    print(messages.EMPTIED)
    return DONE


@contextmanager
def opened(home: Path | None) -> Generator[Journal]:
    """Open the journal of a home folder; what a dead session left is marked, unless one is running.

    Raises:
        WrongError: it cannot be used, or a write failed.
    """
    places = find(home)
    failures: list[str] = []
    try:
        journal = Journal(places.journal, failures.append)
    except JournalError as error:
        raise WrongError(str(error)) from error
    if journal.set_aside is not None:
        print(messages.SET_ASIDE.format(file=journal.set_aside), file=sys.stderr)
    try:
        _end_dead_sessions(journal, places)
        yield journal
    finally:
        journal.close()
    if failures:
        raise WrongError(failures[0])


def _end_dead_sessions(journal: Journal, places: Places) -> None:
    """Mark what a dead process left; while a session runs, somebody holds the lock and it is left alone."""
    lock = SessionLock(places.runtime / "session.lock")
    with suppress(OSError):
        if lock.take():
            journal.interrupt_left()
            journal.flush()
            lock.give_back()


def _records(home: Path | None) -> list[Record]:
    """Give all records, the newest first; looking makes no journal where there is none."""
    if not find(home).journal.exists():
        return []
    with opened(home) as journal:
        try:
            return journal.records()
        except JournalError as error:
            raise WrongError(str(error)) from error


def _titles(home: Path | None) -> dict[str, str]:
    from legsup.terminal.named import library_of  # noqa: PLC0415 - only a calendar needs the sequences' names

    return {sequence.id: sequence.text["en"].title for sequence in library_of(home).sequences()}
