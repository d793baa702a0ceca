"""What is joined to the window: its rooms are told, shown anew and stopped through it, as a person would notice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from legsup.app.card_room import CardRoom
from legsup.app.learning import Learning
from legsup.app.sound_check import SoundCheck
from legsup.domain.screening.questions import Answer
from legsup.domain.session import Status
from legsup.practice.kept_journal import JournalTrouble
from legsup.practice.wanted import Wanted
from legsup.services.settings.store import SettingsStore
from legsup.ui.floor_view import LONG_PRESS
from legsup.ui.main_window import SMALLEST, USUAL
from legsup.ui.pages.learn_page import LearnPage
from legsup.ui.safety_card import SafetyCardDialog
from tests.screened import SCREENING, answered, keep_outcome
from tests.services.journals import filled, leaves_of, spoil
from tests.services.test_journal import record
from tests.ui.desk import opened, until

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def card(desk: Desk) -> SafetyCardDialog | None:
    """The safety card, where it is seen."""
    found = desk.app.front.window.findChildren(SafetyCardDialog)
    return next((each for each in found if each.isVisible()), None)


def test_the_safety_card_is_shown_from_learn_and_what_was_saved_is_told(desk: Desk) -> None:
    window = desk.app.front.window
    window.open("learn")
    page = window.findChildren(LearnPage)[0]
    next(
        each
        for each in page.actions() + page.findChildren(type(window.card_action))
        if each.text() == "Safety card…"
    ).trigger()
    shown = card(desk)
    assert shown is not None
    shown.close()
    for room in (Learning, CardRoom):
        window.messages.say("")
        window.findChildren(room)[0].told.emit("Saved: somewhere")
        assert "Saved: somewhere" in desk.texts()


def test_on_each_page_the_focus_is_where_keys_do_what_is_meant(desk: Desk) -> None:
    window = desk.app.front.window
    assert window.focusWidget() is desk.button("Begin")
    window.open("learn")
    (page,) = window.findChildren(LearnPage)
    assert window.focusWidget() is page.reader
    window.open("today")
    assert window.focusWidget() is desk.button("Begin")


def test_a_practice_that_begins_takes_the_message_of_before_away(desk: Desk) -> None:
    desk.app.front.window.messages.say("What is open to you could not be saved.")
    assert desk.app.begin(Wanted(pace="my-pace")) is None
    assert "What is open to you could not be saved." not in desk.texts()


def test_a_refusal_goes_with_the_next_thing_done(desk: Desk) -> None:
    desk.app.begin(Wanted(sequence="headstand"))
    assert any(text.startswith("There is no practice") for text in desk.texts())
    desk.app.front.window.open("settings")
    assert not any(text.startswith("There is no practice") for text in desk.texts())


def test_what_another_program_has_changed_is_shown_once_the_window_is_in_front(
    desk: Desk, qtbot: QtBot
) -> None:
    window, other = desk.app.front.window, QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    until(lambda: not window.isActiveWindow())
    SettingsStore(desk.app.basis.places.settings).change({"minutes": 9.0})
    window.activateWindow()
    until(lambda: "Legs up the wall · 9 min" in desk.texts())


def test_the_journal_s_page_shows_what_came_into_it_once_the_journal_is_free(desk: Desk) -> None:
    window = desk.app.front.window
    window.open("journal")
    assert any(text.startswith("What you practise will stand here") for text in desk.texts())
    desk.journal.put(record(1))
    desk.journal.flush()
    desk.app.journal_troubled.emit(JournalTrouble.FREE, "")
    assert not any(text.startswith("What you practise will stand here") for text in desk.texts())


def test_damage_that_nothing_reads_is_found_once_the_window_stands(tmp_path: Path) -> None:
    file = filled(tmp_path)
    spoil(file, leaves_of(file)[0])
    desk = opened(tmp_path)
    until(lambda: any(text.startswith("The journal was damaged.") for text in desk.texts()))
    desk.close()


def test_what_passes_takes_no_other_word_of_the_journal_with_it(desk: Desk) -> None:
    said: list[str] = []
    for trouble, detail in (
        (JournalTrouble.SHUT, "Another program uses the journal."),
        (JournalTrouble.SET_ASIDE, "x.sqlite3"),
        (JournalTrouble.SHUT, "The disk is away."),
        (JournalTrouble.FREE, ""),
        (JournalTrouble.NOT_WRITTEN, "The disk is full."),
        (JournalTrouble.WRITTEN, ""),
    ):
        desk.app.journal_troubled.emit(trouble, detail)
        (message,) = (
            text for text in desk.texts() if ("journal" in text and "x.sqlite3" in text) or "Another" in text
        )
        said.append(message)
    damaged = "The journal was damaged. What could be read is kept; the old file is x.sqlite3."
    shut = " Sessions are kept beside it until then."
    assert said == [
        f"Another program uses the journal.{shut}",
        f"Another program uses the journal.{shut} {damaged}",
        f"{damaged} The disk is away.{shut}",
        damaged,
        f"{damaged} Not written yet: The disk is full. Legs Up goes on trying while it runs.",
        f"{damaged} What was not written is in the journal now.",
    ]
    desk.app.front.window.messages.pass_on()
    assert said[-1] in desk.texts(), "it was not read yet"


def test_that_it_is_written_passes_with_the_next_thing_done(desk: Desk) -> None:
    written = "What was not written is in the journal now."
    desk.app.journal_troubled.emit(JournalTrouble.NOT_WRITTEN, "The disk is full.")
    desk.app.journal_troubled.emit(JournalTrouble.WRITTEN, "")
    assert written in desk.texts()
    desk.app.front.window.messages.pass_on()
    assert written not in desk.texts()


def test_the_sound_checks_end_with_the_app(tmp_path: Path) -> None:
    desk = opened(tmp_path, muted=False, sound="silent", welcomed=False)
    desk.answer("Play three breaths")
    (of_the_first_run,) = (
        each for each in desk.app.front.safe.wizards.findChildren(SoundCheck) if each.is_running
    )
    desk.app.front.window.open("settings")
    desk.sound_check.begin()
    desk.app.close()
    for check in (of_the_first_run, desk.sound_check):
        assert not check.is_running
        assert not any(each.isActive() for each in check.findChildren(QTimer)), "an idle app costs nothing"
    desk.close()


def test_answers_of_long_ago_are_asked_about_and_not_taken_for_none(tmp_path: Path) -> None:
    keep_outcome(tmp_path, answered("13"), date(2026, 1, 1))
    desk = opened(tmp_path, kept=None)
    desk.app.begin(Wanted(pace="my-pace"))
    assert SCREENING.words.answer_first not in desk.texts()
    assert desk.texts().count(SCREENING.words.still_true) == 2, "in the message, and beside its answers"
    desk.close()


def test_the_focus_lands_on_what_is_asked_next(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None)
    desk.app.begin(Wanted(pace="my-pace"))
    words = SCREENING.words
    desk.answer(words.first_answers[Answer.YES])
    wizard = desk.wizard
    assert wizard is not None
    landed = wizard.focusWidget()
    assert isinstance(landed, QLabel)
    assert landed.text() == words.choose_groups
    desk.app.front.safe.wizards.close()
    desk.close()


def test_who_says_not_today_in_the_first_run_is_told_whom_to_call(tmp_path: Path) -> None:
    desk = opened(tmp_path, welcomed=False)
    desk.answer("Next")
    today = SCREENING.today

    def called() -> bool:
        wizard = desk.wizard
        assert wizard is not None
        return any(today.rest_now in each.text() for each in wizard.findChildren(QLabel) if each.isVisible())

    assert not called()
    desk.answer(today.not_today)
    assert called()
    desk.app.front.safe.wizards.close()
    desk.close()


def test_a_window_that_stands_for_an_icon_is_no_place_to_be_kept(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    desk.app.front.window.hide()
    desk.app.front.show_small()
    QApplication.processEvents()
    assert (desk.app.front.window.width(), desk.app.front.window.height()) == SMALLEST
    desk.app.front.window.keep_place()
    desk.close()
    again = opened(tmp_path)
    assert again.app.front.window.width() > SMALLEST[0]
    assert again.app.front.window.width() <= USUAL[0]
    again.close()


def test_where_its_place_cannot_be_kept_the_window_opens_at_its_usual_one(tmp_path: Path) -> None:
    (tmp_path / "state" / "window.ini").mkdir(parents=True)
    desk = opened(tmp_path)
    assert SMALLEST[0] < desk.app.front.window.width() <= USUAL[0]
    desk.close()


def test_space_that_is_held_down_pauses_once(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    window = desk.app.front.window
    for repeated in (False, True):
        press = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", repeated
        )
        QApplication.sendEvent(window, press)
    assert desk.session.status is Status.PAUSED


def test_the_floor_view_belongs_to_a_practice(desk: Desk) -> None:
    window = desk.app.front.window
    desk.button("Begin").click()
    QTest.keyClick(window, Qt.Key.Key_F)
    assert desk.app.front.is_floor_open
    QTest.keyClick(desk.views.floor_view, Qt.Key.Key_F)
    desk.actions.come_out.trigger()
    assert not desk.session.is_active
    window.floor_action.trigger()
    assert not desk.app.front.is_floor_open


def test_a_press_on_the_floor_view_that_is_held_on_comes_out_once(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.app.front.open_floor_view()
    view = desk.views.floor_view
    (press,) = (each for each in view.findChildren(QTimer) if each.interval() == LONG_PRESS)
    press.setInterval(0)
    QTest.mousePress(view, Qt.MouseButton.LeftButton)
    until(lambda: desk.session.is_coming_out)
    assert not press.isActive(), "a second one would end the way out that it led to"
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert desk.session.status is Status.RUNNING, "its release is no click"
