"""Every sentence of the window about what is kept or lost is so: what it says is looked for on the disk."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from legsup.places import in_folder
from legsup.services.journal.journal import Journal
from tests.ui.desk import opened, until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def practised(desk: Desk) -> None:
    """Begin, practise a while, and end it."""
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.wait(30)
    desk.actions.stop.trigger()


def says(desk: Desk, begin: str) -> bool:
    return any(text.startswith(begin) for text in desk.texts())


def outcomes(file: Path) -> list[str]:
    """What another process finds in a journal."""
    journal = Journal(file)
    journal.flush()
    found = [str(each.outcome) for each in journal.records()]
    journal.close()
    return found


def test_what_is_not_written_yet_is_tried_again_and_told_when_it_is(desk: Desk) -> None:
    file = in_folder(desk.app.basis.places.data).journal
    desk.journal.flush()
    for each in (file, file.with_suffix(".jsonl")):
        each.unlink(missing_ok=True)
        each.mkdir()
    practised(desk)
    until(lambda: says(desk, "Not written yet: "))
    for each in (file, file.with_suffix(".jsonl")):
        each.rmdir()
    desk.journal.flush()
    until(lambda: says(desk, "What was not written is in the journal now."))
    assert not says(desk, "Not written yet: ")
    assert outcomes(file) == ["stopped"]


def test_what_is_beside_is_shown_and_comes_in_later(desk: Desk) -> None:
    file = in_folder(desk.app.basis.places.data).journal
    desk.journal.flush()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        practised(desk)
        until(lambda: says(desk, "The session is kept in the ledger beside the journal"))
        shown, _ = desk.app.basis.journal.newest(9)
        assert [str(each.outcome) for each in shown] == ["stopped"]
        other.execute("ROLLBACK")
    desk.journal.flush()
    until(lambda: says(desk, "What was not written is in the journal now."))
    file.with_suffix(".jsonl").unlink()
    assert outcomes(file) == ["stopped"]


def test_where_nothing_is_recorded_nothing_is_and_nothing_is_touched(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite3"
    Journal(file).close()
    with closing(sqlite3.connect(file)) as newer:
        newer.execute("PRAGMA user_version=99")
    before = file.read_bytes()
    desk = opened(tmp_path)
    practised(desk)
    assert says(desk, "Nothing is recorded: ")
    desk.close()
    assert file.read_bytes() == before
    assert (
        not file.with_suffix(".jsonl").exists() or b"outcome" not in file.with_suffix(".jsonl").read_bytes()
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open cannot be moved there")
def test_a_session_that_is_ended_with_the_app_is_kept(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.wait(30)
    desk.app.quit()
    desk.close()
    assert outcomes(tmp_path / "journal.sqlite3") == ["stopped"]


def test_a_journal_that_can_be_used_by_the_end_of_a_practice_has_it(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite3"
    file.mkdir()
    desk = opened(tmp_path)
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.wait(30)
    assert desk.app.basis.journal.now is None, "else nothing was in the way"
    file.rmdir()
    desk.actions.stop.trigger()
    desk.close()
    assert outcomes(file) == ["stopped"]
