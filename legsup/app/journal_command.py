"""The verb ``journal``: list, export, import, forget."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from legsup.app.command_line import DONE, WRONG, WrongError
from legsup.services.journal import exchange
from legsup.services.journal.journal import Journal
from legsup.services.journal.schema import JournalError
from legsup.services.places import find
from legsup.services.session_lock import SessionLock

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Generator
    from pathlib import Path


def list_records(options: Namespace) -> int:
    """List past sessions, the newest first."""
    with opened(options.home) as journal:
        records = journal.records()
    if options.json:
        print(exchange.as_json(records), end="")
        return DONE
    if not records:
        print("No practice yet.")
    for record in records:
        outcome = "running" if record.outcome is None else record.outcome.value.replace("_", " ")
        held = f"{record.held / 60:.1f} min held"
        print(
            f"{record.started:%Y-%m-%d %H:%M}  {record.sequence}  {held}  {record.breaths} breaths  {outcome}"
        )
    return DONE


def export(options: Namespace) -> int:
    """Write the journal out, into a file or to the terminal."""
    with opened(options.home) as journal:
        records = journal.records()[::-1]
    match options.format:
        case "csv":
            text = exchange.as_csv(records)
        case "json":
            text = exchange.as_json(records)
        case _:
            text = exchange.as_calendar(records, _titles(options.home))
    if options.output is None:
        sys.stdout.write(text)
        return DONE
    try:
        options.output.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise WrongError(f"{options.output} could not be written ({error})") from error
    return DONE


def take_in(options: Namespace) -> int:
    """Add the sessions of an export; all of them or none."""
    try:
        text = options.file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongError(f"{options.file} cannot be read ({error})") from error
    try:
        records = exchange.read_records(text, str(options.file))
    except exchange.ImportFaultsError as error:
        raise WrongError(f"nothing was taken in:\n{error}") from error
    with opened(options.home) as journal:
        added = journal.merge(records)
    print(f"{added} added, {len(records) - added} were there already.")
    return DONE


def forget(options: Namespace) -> int:
    """Delete the whole journal, after a yes."""
    if not options.yes:
        print("Delete every session in the journal? There is no way back. [y/N] ", end="", flush=True)
        if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
            print("Nothing was deleted.")
            return WRONG
    with opened(options.home) as journal:
        journal.forget()
    print("The journal is empty.")
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
        print(
            f"The journal was damaged; what could be read is kept, the old file is {journal.set_aside}.",
            file=sys.stderr,
        )
    lock = SessionLock(places.runtime / "session.lock")
    if lock.take():
        journal.interrupt_left()
        journal.flush()
        lock.give_back()
    try:
        yield journal
    finally:
        journal.close()
    if failures:
        raise WrongError(failures[0])


def _titles(home: Path | None) -> dict[str, str]:
    from legsup.app.shelf import library_of  # noqa: PLC0415 - only a calendar needs the sequences' names

    return {sequence.id: sequence.text["en"].title for sequence in library_of(home).sequences()}
