"""A home with a few sessions, and the journal that is kept of it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from legsup.places import Places, in_folder
from legsup.practice.kept_journal import JournalTrouble, KeptJournal
from legsup.services.journal.journal import Journal
from legsup.services.session_lock import SessionLock
from tests.services.test_journal import record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Made = tuple[KeptJournal, list[tuple[JournalTrouble, str]], SessionLock]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A home with two ended sessions and one that was left."""
    found = in_folder(tmp_path)
    with closing(Journal(found.journal)) as journal:
        for each in (record(1), record(2), record(3, None)):
            journal.put(each)
    return found


@pytest.fixture
def kept(places: Places) -> Callable[[], Made]:
    def make() -> Made:
        told: list[tuple[JournalTrouble, str]] = []
        lock = SessionLock(places.runtime / "session.lock")
        journal = KeptJournal(
            places, lock, lambda trouble, detail: told.append((trouble, detail)), moment=60.0
        )
        return journal, told, lock

    return make
