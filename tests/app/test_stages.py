"""The stages of the desktop app: how each opens, what it tells, and what it lets go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from legsup.app.desktop import Desktop
from legsup.app.launch import Launch
from legsup.app.remote_answers import answer
from legsup.domain.session import Event, Status
from legsup.places import in_folder
from legsup.practice.kept_journal import JournalTrouble
from legsup.practice.refusal import NotOffered, Running, UnknownSequence
from legsup.practice.wanted import Wanted
from legsup.services.fast_clock import FastClock
from legsup.ui.main_window import SMALLEST
from legsup.ui.tray import PATIENCE
from tests.screened import keep_outcome
from tests.ui.desk import Answering, Desk, nothing_picked, opened, until
from tools.hand_clock import HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The app, idle."""
    made = opened(tmp_path)
    yield made
    made.close()


def test_hidden_without_a_tray_it_shows_its_window_after_all(tmp_path: Path) -> None:
    app = Desktop(in_folder(tmp_path), HandClock())
    app.open(Launch(hidden=True))
    for _ in range(PATIENCE - 1):
        assert not any(each.isVisible() for each in QApplication.topLevelWidgets()), "a panel may come yet"
        app.tray.look()
    assert app.front.window.isVisible()
    assert (app.front.window.width(), app.front.window.height()) == SMALLEST
    app.show_window()
    assert app.front.window.width() > SMALLEST[0], "brought forward it has its usual size"
    app.front.window.hide()
    app.close()


def test_the_trays_menu_is_dressed_before_any_window_is_made(qapp: QApplication, tmp_path: Path) -> None:
    qapp.setStyleSheet("")
    app = Desktop(in_folder(tmp_path), HandClock())
    assert not qapp.styleSheet(), "an idle tray paints nothing"
    app.tray.menu.menu.aboutToShow.emit()
    assert "QMenu" in qapp.styleSheet()
    assert not app.has_window
    app.close()


def test_a_practice_asked_for_at_the_start_begins_on_the_floor_view(tmp_path: Path) -> None:
    made = opened(tmp_path)
    made.app.open(Launch(wanted=Wanted(pace="my-pace", minutes=3.0, floor=True)))
    assert made.session.plan.minutes == 3.0
    assert made.views.is_floor_open
    made.actions.stop.trigger()
    assert not made.views.is_floor_open
    made.close()


def test_a_trial_keeps_nothing_and_hears_nothing(tmp_path: Path) -> None:
    app = Desktop(
        in_folder(tmp_path),
        FastClock(HandClock(), 60.0),
        speed=60.0,
        dialogs=Answering(picks=nothing_picked),
    )
    keep_outcome(tmp_path)
    assert app.begin(Wanted(minutes=2.0)) is None
    app.basis.conductor.send(Event.NEXT)
    app.basis.conductor.send(Event.STOP)
    assert not app.basis.conductor.is_active
    assert app.begin(Wanted(minutes=2.0)) is None, "the door is free again"
    app.close()
    assert not (tmp_path / "journal.sqlite3").exists()
    assert not app.basis.kept.now.practised
    app.front.window.hide()


def test_without_a_loudspeaker_the_desk_looks_for_one_again_only_in_a_session(tmp_path: Path) -> None:
    made = opened(tmp_path, muted=False, sound="silent")
    made.app.leading.try_sound_again()
    assert made.conductor.session is None
    made.app.quick_start()
    made.wait(5)
    until(lambda: made.session.status is Status.PAUSED)
    made.button("Try again").click()
    assert made.session.status is Status.PAUSED, "still nothing is heard"
    made.app.basis.kept.change(muted=True)
    made.button("Start with the screen").click()
    made.wait(60)
    assert made.session.status is Status.RUNNING
    made.close()


def test_the_window_words_every_trouble_with_the_journal(desk: Desk) -> None:
    for trouble, said in (
        (JournalTrouble.SET_ASIDE, "What could be read is kept; the old file is x."),
        (JournalTrouble.UNUSABLE, "Nothing is recorded: x"),
        (JournalTrouble.LOST, "Entries that could not be read: x."),
        (JournalTrouble.NOT_WRITTEN, "Not written yet: x Legs Up goes on trying while it runs."),
        (JournalTrouble.WRITTEN, "What was not written is in the journal now."),
        (JournalTrouble.BESIDE, "The session is kept in the ledger beside the journal and added later: x"),
        (JournalTrouble.SHUT, "x Sessions are kept beside it until then."),
    ):
        desk.app.journal_troubled.emit(trouble, "x")
        assert any(text.endswith(said) for text in desk.texts())


def test_what_is_wrong_with_the_journal_in_a_session_is_told_once_at_its_end_if_it_still_is(
    desk: Desk,
) -> None:
    desk.app.begin(Wanted(minutes=2.0, pace="my-pace"))
    desk.to("legs-up")
    desk.wait(20)
    desk.app.journal_troubled.emit(JournalTrouble.SET_ASIDE, "x")
    desk.app.journal_troubled.emit(JournalTrouble.LOST, "3")
    desk.app.journal_troubled.emit(JournalTrouble.NOT_WRITTEN, "The disk is full.")
    assert not any("disk is full" in text or "Entries that could not" in text for text in desk.texts())
    desk.conductor.send(Event.STOP)
    desk.journal.flush()
    assert any("Entries that could not be read: 3." in text for text in desk.texts())
    assert any("the old file is x." in text for text in desk.texts()), "both are read"
    assert not any("disk is full" in text for text in desk.texts()), "it is written by now"


def test_a_session_without_a_journal_says_so_at_its_end(tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite3").mkdir()
    made = opened(tmp_path)
    made.app.begin(Wanted(minutes=2.0, pace="my-pace"))
    made.to("legs-up")
    made.wait(20)
    assert not any(text.startswith("Nothing is recorded: ") for text in made.texts())
    made.conductor.send(Event.STOP)
    assert sum(text.startswith("Nothing is recorded: ") for text in made.texts()) == 1
    made.close()


def test_a_damaged_journal_is_told_once_it_is_mended(tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite3").write_bytes(b"this was a database once" * 400)
    made = opened(tmp_path)
    until(lambda: any("journal.damaged-1.sqlite3" in text for text in made.texts()))
    made.close()


def test_a_setting_that_cannot_be_written_is_told_and_holds(tmp_path: Path) -> None:
    made = opened(tmp_path)
    (tmp_path / "settings.json").unlink()
    (tmp_path / "settings.json").mkdir()
    made.app.front.change("text_size", 120)
    assert any(text.startswith("The settings could not be written (") for text in made.texts())
    assert made.settings.text_size == 120
    made.close()


@pytest.mark.parametrize(
    ("wanted", "refusal", "said"),
    [
        (Wanted(sequence="headstand"), UnknownSequence, "There is no practice 'headstand'. There are: "),
        (Wanted(sequence="unwind", minutes=2.0), NotOffered, "Unwind takes 8 to 20 minutes, not 2."),
    ],
)
def test_what_cannot_be_begun_is_refused_over_the_window(
    desk: Desk, wanted: Wanted, refusal: type, said: str
) -> None:
    desk.app.front.window.hide()
    assert isinstance(desk.app.begin(wanted), refusal)
    assert any(text.startswith(said) for text in desk.texts())
    assert desk.conductor.session is None


def test_a_second_practice_shows_the_one_that_runs(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.app.front.window.hide()
    assert desk.app.begin(Wanted(minutes=2.0)) == Running()
    assert desk.app.front.window.isVisible()
    assert answer(desk.app, {"verb": "start", "options": {"minutes": 2.0}})["error"].startswith(
        "A session is running."
    )
