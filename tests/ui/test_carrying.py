"""The journal taken out and in from the window: told before it is done, all or nothing, and cancelled when one likes."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, contextmanager
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from legsup.app.work import Work
from legsup.services.journal.days import days
from legsup.services.journal.journal import Journal
from legsup.services.journal.progress import CancelledError
from legsup.services.journal.taking_in import read_records
from tests.services import exports
from tests.services.meanwhile import read_meanwhile
from tests.services.test_journal import record
from tests.ui.desk import Desk, opened, until
from tests.ui.test_dropped import drop

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from legsup.app.carrying import Carrying

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def picked(tmp_path: Path) -> list[str]:
    """What is picked next."""
    return [str(tmp_path)]


@pytest.fixture
def desk(tmp_path: Path, picked: list[str]) -> Iterator[Desk]:
    """The app over five sessions, with the panel open."""
    made = opened(tmp_path / "home", picks=lambda _window: picked[0])
    made.journal.merge(record(number) for number in range(5))
    open_panel(made)
    yield made
    made.close()


def open_panel(desk: Desk) -> None:
    desk.app.front.window.open("journal")
    QApplication.processEvents()
    desk.button("Export or import…").click()


def carrying(desk: Desk) -> Carrying:
    return desk.app.front.journal.carrying


def said(desk: Desk, words: str) -> None:
    """Wait until the window says something."""
    until(lambda: any(words in text for text in desk.texts()))


@pytest.mark.parametrize(("button", "kind"), [("Spreadsheet (CSV)", "csv"), ("Everything (JSON)", "json")])
def test_what_was_taken_out_is_known_when_it_is_taken_in(
    desk: Desk, tmp_path: Path, picked: list[str], button: str, kind: str
) -> None:
    desk.button(button).setFocus()
    desk.button(button).click()
    said(desk, "5 sessions are in ")
    assert desk.button(button).hasFocus(), "not the tab of another page, which Space would open"
    file = tmp_path / f"legs-up-journal.{kind}"
    assert len(read_records(file.read_text("utf-8"), "out")) == 5
    assert "screening" not in file.read_text("utf-8")
    picked[0] = str(file)
    desk.button("Import a file…").click()
    said(desk, f"legs-up-journal.{kind}: 0 new, 5 here already.")


def test_a_dropped_file_is_added_only_after_a_yes(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "others.json"
    file.write_text(exports.as_json([record(number) for number in (3, 7, 8)]), "utf-8")
    assert drop(desk, file)
    said(desk, "others.json: 2 new, 1 here already.")
    assert len(desk.journal.records()) == 5
    desk.button("Cancel").click()
    said(desk, "Nothing was changed.")
    assert len(desk.journal.records()) == 5
    assert drop(desk, file)
    said(desk, ": 2 new")
    desk.button("Add them").click()
    said(desk, "2 sessions were added.")
    assert len(desk.journal.records()) == 7


def test_the_journal_of_another_computer_is_taken_in(desk: Desk, tmp_path: Path) -> None:
    old = tmp_path / "old" / "journal.sqlite3"
    with closing(Journal(old)) as journal:
        journal.merge(record(number) for number in (4, 5, 6))
    assert drop(desk, old)
    said(desk, "journal.sqlite3: 2 new, 1 here already.")
    desk.button("Add them").click()
    said(desk, "2 sessions were added.")
    assert len(desk.journal.records()) == 7


def test_a_faulty_file_adds_nothing_and_tells_twenty_of_a_kind(desk: Desk, tmp_path: Path) -> None:
    tables = [exports.as_whole_table(record(number)) | {"pattern": "04. Jun"} for number in range(50)]
    file = tmp_path / "faulty.json"
    file.write_text(json.dumps(tables), "utf-8")
    carrying(desk).take_in(str(file))
    said(desk, "Nothing was added.")
    details = next(text for text in desk.texts() if "04. Jun" in text)
    assert details.count("04. Jun") == 20
    assert details.endswith("and 30 more of this kind")


def test_what_cannot_be_read_or_written_is_said(desk: Desk, tmp_path: Path, picked: list[str]) -> None:
    carrying(desk).take_in(str(tmp_path / "nowhere.csv"))
    said(desk, "Nothing was changed. ")
    picked[0] = str(tmp_path / "no" / "folder" / "x")
    (tmp_path / "no").write_text("a file")
    desk.button("Everything (JSON)").click()
    said(desk, "Nothing was changed. ")
    picked[0] = str(desk.app.basis.places.journal.parent)
    carrying(desk)._dialogs = Naming(desk.app.basis.places.journal)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage, reportAttributeAccessIssue]
    desk.button("Everything (JSON)").click()
    said(desk, "is a file of Legs Up's own.")


def test_no_folder_is_made_for_what_is_taken_out(desk: Desk, tmp_path: Path, picked: list[str]) -> None:
    missing = tmp_path / "mistyped"
    picked[0] = str(missing)
    desk.button("Everything (JSON)").click()
    said(desk, f"Nothing was changed. There is no folder {missing}; make it first")
    carrying(desk)._paper = Saving(missing)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage, reportAttributeAccessIssue]
    desk.button("This month as PDF").click()
    said(desk, f"(there is no folder {missing}; make it first, or name another)")
    assert not missing.exists()


def test_what_still_runs_when_the_app_ends_is_cancelled_and_comes_to_its_end(desk: Desk) -> None:
    (work,) = carrying(desk).findChildren(Work)
    begun, never = Event(), Event()

    def does(tells: Callable[[int, int], None]) -> object:
        for _ in range(300):
            tells(0, 2)
            begun.set()
            never.wait(0.01)
        return None

    work.begin(does)
    assert begun.wait(60)
    desk.app.close()
    assert not work.runs
    said(desk, "Cancelled. Nothing was changed.")


def test_a_merge_that_is_cancelled_changes_nothing(desk: Desk) -> None:
    def cancelled(done: int, _of: int) -> None:
        if done:
            raise CancelledError

    before = desk.journal.records()
    with pytest.raises(CancelledError):
        desk.journal.merge([record(number) for number in range(2000)], cancelled)
    assert desk.journal.records() == before
    assert len(desk.journal.records()) == 5


def test_everything_is_deleted_with_its_copies_after_it_was_said_what_goes(desk: Desk) -> None:
    desk.journal.delete(record(1).uuid)
    desk.journal.flush()
    file = desk.app.basis.places.journal
    assert days(file)
    desk.button("Delete everything…").setFocus()
    desk.button("Delete everything…").click()
    said(desk, "Delete all 4 sessions, and every copy of them? There is no way back.")
    roles = [desk.button(each).property("role") or "" for each in ("Cancel", "Delete everything")]
    assert roles == ["primary", ""], "what cannot be undone is not what is seen first"
    listed = next(text for text in desk.texts() if "journal.sqlite3" in text)
    assert days(file)[0].name in listed
    desk.button("Cancel").click()
    assert len(desk.journal.records()) == 4
    desk.button("Delete everything…").click()
    desk.button("Delete everything").click()
    said(desk, "The journal is empty.")
    assert desk.journal.records() == []
    assert days(file) == []
    desk.button("Back").click()
    assert any(text.startswith("What you practise will stand here") for text in desk.texts())


def test_a_month_is_put_on_paper(desk: Desk, tmp_path: Path) -> None:
    desk.app.front.journal.month = record(0).day.replace(day=1)
    carrying(desk)._paper = Saving(tmp_path)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage, reportAttributeAccessIssue]
    desk.button("This month as PDF").click()
    said(desk, "Saved: ")
    assert (tmp_path / "legs-up-2026-11.pdf").read_bytes().startswith(b"%PDF")


class Saving:
    """Saves as PDF in a folder, always."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def printer(self, _window: object) -> None:
        """There is none."""

    def place(self, _window: object, name: str) -> str:
        """Give it."""
        return str(self._folder / name)


class Naming:
    """Picks one file, always."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def place_for(self, _window: object, _name: str) -> str:
        """Give it."""
        return str(self._file)


@contextmanager
def held(desk: Desk, how: str = "BEGIN IMMEDIATE") -> Generator[sqlite3.Connection]:
    """Another program that writes the journal, or reads it."""
    desk.journal.flush()
    with closing(sqlite3.connect(desk.app.basis.places.journal, isolation_level=None)) as other:
        other.execute(how)
        yield other


WAITS = "It waits for another program that uses the journal."


def test_while_another_program_holds_the_journal_it_says_so_and_goes_on_after_it(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "others.json"
    file.write_text(exports.as_json([record(number) for number in (3, 7)]), "utf-8")
    assert drop(desk, file)
    said(desk, "others.json: 1 new, 1 here already.")
    with held(desk) as other:
        desk.button("Add them").click()
        said(desk, f"Adding. {WAITS}")
        assert desk.button("Cancel").hasFocus()
        desk.journal.put(record(9))
        other.execute("ROLLBACK")
    said(desk, "One session was added.")
    assert len(desk.journal.records()) == 7


def test_who_does_not_want_to_wait_for_another_program_cancels_and_nothing_is_changed(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "others.json"
    file.write_text(exports.as_json([record(7)]), "utf-8")
    assert drop(desk, file)
    said(desk, "others.json: 1 new")
    with held(desk):
        desk.button("Add them").click()
        said(desk, WAITS)
        desk.button("Cancel").click()
        said(desk, "Cancelled. Nothing was changed.")
    assert len(desk.journal.records()) == 5


def test_deleting_everything_waits_for_who_reads_and_cancelling_leaves_all(desk: Desk) -> None:
    with held(desk, "BEGIN") as other:
        other.execute("SELECT COUNT(*) FROM records").fetchone()
        desk.button("Delete everything…").click()
        desk.button("Delete everything").click()
        said(desk, f"Deleting. {WAITS}")
        desk.button("Cancel").click()
        said(desk, "Cancelled. Nothing was changed.")
    assert len(desk.journal.records()) == 5


def test_cancelling_what_somebody_who_reads_meanwhile_holds_up_says_that_some_is_deleted(
    tmp_path: Path,
) -> None:
    with closing(Journal(tmp_path / "home" / "journal.sqlite3")) as journal:
        journal.merge(record(number) for number in range(5))
    with read_meanwhile(tmp_path / "home") as home:
        desk = opened(home)
        open_panel(desk)
        desk.button("Delete everything…").click()
        desk.button("Delete everything").click()
        said(desk, f"Deleting. {WAITS}")
        desk.button("Cancel").click()
        said(desk, "Some of it is deleted already. Press Delete everything once more for the rest.")
        desk.close()
