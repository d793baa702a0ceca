"""The window: what a person sees and does, from Today to the record in the journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from legsup.app.dialogs import RealDialogs
from legsup.app.quick_line import quick_line
from legsup.domain.outlook import walk
from legsup.domain.session import Event, Outcome, Status
from legsup.places import in_folder
from legsup.practice.refusal import QuestionsFirst
from legsup.practice.wanted import Wanted
from legsup.services.settings.store import SettingsStore
from legsup.ui.pages.learn_page import LearnPage
from legsup.ui.pages.settings_page import SettingsPage
from legsup.ui.question import Question
from legsup.ui.words import break_text
from tests.screened import answered, keep_outcome
from tests.ui.desk import all_within, opened, until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def test_today_proposes_two_minutes_at_first_and_every_sequence_has_a_card(desk: Desk) -> None:
    texts = desk.texts()
    assert "Legs up the wall · 2 min" in texts
    assert "Three articles say 2–3, 5–20 or 10–15 minutes" in texts
    assert "Legs up the wall" not in texts, "the chosen one is shown large, and not among the others"
    for sequence in desk.practices.sequences[1:]:
        assert sequence.text["en"].title in texts


def test_a_break_chooses_the_minutes_and_a_card_the_sequence(desk: Desk) -> None:
    desk.button("10 min → 4").click()
    assert desk.settings.minutes == 4.0
    cards = [
        each for each in desk.app.front.window.findChildren(QAbstractButton) if each.text() == "Seated breath"
    ]
    cards[0].click()
    assert desk.settings.sequence == "seated-breath"
    assert "Seated breath · 4 min" in desk.texts()


def test_a_screen_reader_s_toggle_chooses_like_a_click(desk: Desk) -> None:
    desk.button("10 min → 4").toggle()
    assert desk.settings.minutes == 4.0
    desk.button("25 min → 18").toggle()
    assert desk.settings.minutes == 18.0
    desk.button("Learn").toggle()
    assert desk.app.front.window.findChildren(LearnPage)[0].isVisible()
    desk.button("Today").toggle()
    assert "Legs up the wall · 18 min" in desk.texts()


def test_what_fits_a_break_is_reckoned_from_the_plan_of_the_chosen_practice(desk: Desk) -> None:
    kept, practices = desk.app.basis.kept, desk.practices
    for sequence in practices.sequences:
        desk.app.front.today.page.chosen.emit(sequence.id)
        for free, fit in practices.breaks(sequence, kept.now, 1).items():
            choice = desk.button(break_text(free, fit))
            assert choice.isEnabled() is (fit is not None)
            if fit is not None:
                wanted = Wanted(minutes=fit)
                seconds = walk(practices.plan(sequence, wanted, kept.now, 1)).seconds
                assert seconds <= free * 60.0
                assert fit == sequence.minutes.longest or seconds > (free - 2.5) * 60.0


def test_begin_leads_through_the_steps_by_next_and_back(desk: Desk) -> None:
    desk.button("Begin").click()
    assert desk.session.status is Status.WAITING
    first = desk.session.beat.text.title
    assert first in desk.texts()
    desk.button("Next").click()
    assert desk.session.beat_index == 1
    desk.button("Back").click()
    assert desk.session.beat_index == 0
    desk.to("going-down")
    desk.button("I'm going down").click()
    assert desk.session.status is Status.RUNNING


def test_a_whole_practice_is_one_completed_record(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("up")
    desk.wait(2)
    desk.button("I'm up").click()
    assert desk.session.outcome is Outcome.COMPLETED
    journal = desk.journal
    assert journal is not None
    journal.flush()
    records = journal.records()
    assert [record.outcome for record in records] == [Outcome.COMPLETED]
    assert records[0].held >= 120.0
    assert records[0].breaths == desk.session.breaths
    desk.button("a little").click()
    journal.flush()
    assert journal.records()[0].after == 1
    desk.button("Done").click()
    assert "Legs up the wall · 5 min" in desk.texts()


def test_the_light_rises_with_the_inhale_and_sinks_with_the_exhale(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    page = desk.views.page
    until(lambda: not page.figure.moving)
    pattern = desk.session.stretch.cycles[0].pattern
    dark = _warmth(desk)
    desk.clock.now += pattern.inhale
    until(lambda: _warmth(desk) > dark + 120)
    desk.clock.now += pattern.exhale
    until(lambda: _warmth(desk) < dark + 100)


def _warmth(desk: Desk) -> int:
    """Count the spots of the figure that are redder than blue: in dusk only the light is."""
    image = desk.views.page.figure.grab().toImage().scaled(64, 48)
    pixels = [image.pixelColor(x, y) for x in range(64) for y in range(48)]
    return sum(pixel.red() > pixel.blue() for pixel in pixels)


def test_what_does_not_apply_cannot_be_pressed(desk: Desk) -> None:
    actions = desk.actions
    assert not any(action.isEnabled() for action in actions.all)
    desk.button("Begin").click()
    assert not actions.pause.isEnabled()
    desk.to("legs-up")
    assert actions.pause.isEnabled()
    assert actions.add_minute.isEnabled()
    desk.conductor.send(Event.STOP)
    assert not any(action.isEnabled() for action in actions.all)


def test_a_page_made_late_shows_the_session_as_it_is(tmp_path: Path) -> None:
    desk = opened(tmp_path, sequence="seated-breath", muted=False, sound="silent")
    desk.app.quick_start()
    assert desk.session.is_active
    assert desk.session.beat.text.title in desk.texts()
    desk.close()


def test_the_questions_come_before_the_first_practice_which_then_begins(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None)
    desk.button("Begin").click()
    assert desk.conductor.session is None
    desk.answer("Not now")
    assert not in_folder(tmp_path).outcome.exists()
    desk.button("Begin").click()
    desk.answer("No", "Done")
    assert in_folder(tmp_path).outcome.exists()
    assert desk.session.plan.sequence == "legs-up-the-wall"
    desk.close()


def test_no_door_leads_past_the_questions(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None)
    desk.app.tray.menu.quick_start.emit(2.0)
    desk.app.quick_start()
    for sequence in desk.practices.sequences:
        if sequence.id != "seated-breath":
            wanted = Wanted(sequence=sequence.id, minutes=sequence.minutes.shortest, pace="my-pace")
            assert isinstance(desk.app.begin(wanted), QuestionsFirst)
            assert desk.wizard is not None
            desk.answer("Not now")
    assert desk.conductor.session is None
    desk.close()


def test_a_quick_start_of_what_is_not_open_begins_seated_breath_and_says_so(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=answered("1"), sound="silent", muted=False)
    told = quick_line(desk.app.door, desk.practices, desk.settings)
    assert told.startswith("Seated breath · 2 min · up by ")
    desk.app.quick_start()
    assert desk.session.plan.sequence == "seated-breath"
    desk.close()


def test_what_is_closed_is_refused_with_who_says_it_and_what_is_open(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=answered("1"))
    desk.app.begin(Wanted(pace="my-pace"))
    assert desk.conductor.session is None
    assert desk.wizard is None
    assert any("Open to you now: Seated breath" in text for text in desk.texts())
    desk.close()


def test_after_six_months_one_line_asks_whether_it_is_still_true_and_waits(tmp_path: Path) -> None:
    keep_outcome(tmp_path, answered("13"), date(2026, 1, 1))
    desk = opened(tmp_path, kept=None)
    assert not [text for text in desk.texts() if text == "Begin"]
    desk.app.begin(Wanted(pace="my-pace"))
    assert desk.conductor.session is None
    assert desk.wizard is None
    desk.button("Yes").click()
    desk.button("Begin").click()
    assert desk.session.plan.choices.seated_rest == 120
    desk.close()


def test_every_control_has_a_name_for_those_who_do_not_see_it(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    for name in (*desk.app.front.window.tabs, "session"):
        desk.app.front.window.open(name)
        for widget in desk.app.front.window.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
                named = widget.accessibleName() or widget.property("text") or widget.inherits("QScrollArea")
                assert named, f"{widget} on {name} has no name"


@pytest.mark.uncounted
@pytest.mark.parametrize(("width", "height", "text"), [(480, 360, 100), (480, 360, 150), (800, 600, 200)])
def test_nothing_is_cut_off_on_small_windows_and_with_large_text(
    tmp_path: Path, width: int, height: int, text: int
) -> None:
    desk = opened(tmp_path, text_size=text)
    window = desk.app.front.window
    window.resize(width, height)
    QApplication.processEvents()
    for name in desk.app.front.window.tabs:
        window.open(name)
        QApplication.processEvents()
        all_within(window)
    window.open("today")
    desk.button("Begin").click()
    desk.to("legs-up")
    QApplication.processEvents()
    all_within(window)
    desk.close()


def test_a_look_is_put_on_at_once_and_kept(desk: Desk) -> None:
    before = QApplication.palette().window().color().name()
    _settings_page(desk).asked.emit("look", "linen")
    assert QApplication.palette().window().color().name() != before
    assert SettingsStore(desk.app.basis.places.settings).load().look == "linen"


def _settings_page(desk: Desk) -> SettingsPage:
    desk.app.front.window.open("settings")
    page = desk.app.front.window.findChild(SettingsPage)
    assert isinstance(page, SettingsPage)
    return page


def test_a_file_of_one_s_own_proposes_its_own_minutes(desk: Desk) -> None:
    practices = desk.practices
    own = replace(practices.sequences[0], source="/somewhere/own.toml")
    assert practices.minutes(own, desk.settings._replace(minutes=10.0)) == own.minutes.default
    assert practices.minutes(practices.sequences[0], desk.settings._replace(minutes=10.0)) == 10.0


def test_a_stray_enter_at_the_question_about_leaving_ends_nothing(desk: Desk) -> None:
    asked: list[str] = []

    def press_enter() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Question)
        asked.append(box.heading)
        QTest.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(0, press_enter)
    assert not RealDialogs().sure_to_quit(desk.app.front.window)
    assert asked


def test_a_message_stands_off_from_both_edges_of_a_small_window(desk: Desk) -> None:
    window = desk.app.front.window
    window.resize(480, 360)
    window.messages.say("The journal is on a disk that is not there. " * 4)
    QApplication.processEvents()
    told = next(each for each in window.findChildren(QLabel) if each.text().startswith("The journal is on"))
    assert told.width() == window.width()
    assert told.contentsRect().left() >= 12 <= told.width() - told.contentsRect().right()


def test_windows_wear_the_app_s_icon_once_the_first_was_painted(tmp_path: Path) -> None:
    QApplication.setWindowIcon(QIcon())
    desk = opened(tmp_path)
    until(lambda: not QApplication.windowIcon().isNull())
    sizes = {each.width() for each in desk.app.front.window.windowIcon().availableSizes()}
    assert sizes == {16, 24, 32, 48, 64, 128, 256}
    desk.close()
