"""The screening in the window: beside Begin and at the desk, in Settings and in the tray; nothing closed is begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from legsup.domain.screening.questions import Answer
from legsup.domain.session import Event
from legsup.practice.wanted import Wanted
from legsup.ui.wizard.asking_page import AskingPage
from legsup.ui.wizard.wizard import Wizard
from tests.screened import SCREENING, UNTOUCHED, WORDS, answered
from tests.ui.desk import opened, until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")

TODAY = SCREENING.today


def card(desk: Desk, title: str) -> QAbstractButton:
    buttons = desk.app.front.today.page.findChildren(QAbstractButton)
    return next(each for each in buttons if each.accessibleName() == title)


def test_whoever_is_here_for_the_first_time_is_led_and_comes_back_after_leaving(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None, welcomed=False)
    desk.answer("Yes or not sure")
    desk.answer("Later")
    assert desk.wizard is None
    assert desk.conductor.session is None
    desk.button("Begin").click()
    desk.answer("Back")
    desk.answer("No")
    desk.answer("Next")
    desk.answer("Next")
    desk.answer("Begin 2 minutes")
    assert desk.session.plan.title == "Legs up the wall"
    assert desk.session.plan.minutes == 2.0
    assert desk.settings.welcomed
    desk.close()


def test_the_first_run_comes_again_at_the_next_start_until_it_is_finished(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None, welcomed=False)
    desk.answer("No")
    desk.answer("Next")
    desk.answer("Later")
    desk.close()
    desk = opened(tmp_path, kept=None, welcomed=False)
    found = desk.wizard
    assert found is not None
    assert not found.findChildren(AskingPage)
    desk.close()


def test_a_wizard_that_was_closed_is_gone_with_its_figures(tmp_path: Path) -> None:
    desk = opened(tmp_path, welcomed=False)
    assert desk.wizard is not None
    desk.app.front.safe.wizards.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert desk.app.front.window.findChildren(Wizard) == []
    desk.close()


def test_the_questions_are_asked_over_a_window_that_is_seen(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None)
    desk.app.front.window.hide()
    desk.app.begin(Wanted(pace="my-pace"))
    assert desk.wizard is not None
    assert desk.app.front.window.isVisible()
    desk.close()


def test_todays_list_stands_beside_begin_and_not_today_starts_nothing(desk: Desk) -> None:
    assert TODAY.heading in desk.texts()
    desk.button(TODAY.not_today).click()
    assert any(TODAY.rest_now in text for text in desk.texts())
    assert desk.conductor.session is None
    desk.app.front.window.open("journal")
    desk.app.front.window.open("today")
    assert not any(TODAY.rest_now in text for text in desk.texts())


def test_cards_say_what_is_closed_and_begin_gives_way_to_what_is_open(desk: Desk) -> None:
    desk.app.basis.outcome.answered(answered("8"))
    QApplication.processEvents()
    assert card(desk, "Legs up the wall").text() == "Legs up the wall\nClosed for now"
    assert "Open to you now" in card(desk, "Legs up the wall").accessibleDescription()
    assert card(desk, "Feet a little raised").text() == "Feet a little raised\nAsk first"
    assert card(desk, "Seated breath").text() == "Seated breath"
    assert not [each for each in desk.texts() if each == "Begin"]
    assert desk.app.front.today.page.focusProxy() is not None
    desk.button("Seated breath instead").click()
    assert desk.session.plan.title == "Seated breath"


def test_a_clinician_s_yes_gives_begin_back(desk: Desk) -> None:
    desk.app.basis.outcome.answered(answered("2"))
    QApplication.processEvents()
    desk.button(WORDS.said_yes).click()
    QApplication.processEvents()
    assert desk.button("Begin").isVisible()
    assert card(desk, "In bed").text() == "In bed"
    assert card(desk, "Butterfly").text() == "Butterfly\nAsk first"


def test_answer_again_asks_and_what_is_said_is_shown(desk: Desk) -> None:
    desk.app.basis.outcome.answered(answered("8"))
    QApplication.processEvents()
    desk.button("Answer again").click()
    desk.answer("No")
    desk.answer("Done")
    assert desk.button("Begin").isVisible()
    assert card(desk, "Legs up the wall").text() == "Legs up the wall"


def test_a_heavy_day_hides_raised_hips_among_the_cards(desk: Desk) -> None:
    desk.app.basis.outcome.answered(UNTOUCHED)
    tick = next(
        each
        for each in desk.app.front.today.page.findChildren(QAbstractButton)
        if each.property("text") == TODAY.heavy_day
    )
    supported = card(desk, desk.practices.titles["supported-cushion"])
    tick.click()
    assert supported.isHidden()
    tick.click()
    assert not supported.isHidden()


def test_todays_list_stands_at_the_desk_and_not_today_leaves_it(desk: Desk) -> None:
    desk.app.basis.outcome.answered(UNTOUCHED)
    assert desk.app.begin(Wanted(by_screen=True)) is None
    assert desk.session.beat.desk
    assert TODAY.heading in desk.texts()
    assert desk.views.page.desk.shows_list
    desk.button(TODAY.not_today).click()
    assert not desk.session.is_active
    assert any(TODAY.rest_now in text for text in desk.texts())
    assert desk.journal.records() == []
    desk.app.begin(Wanted(by_screen=True))
    desk.button(TODAY.something_changed).click()
    assert not desk.session.is_active
    assert desk.wizard is not None
    desk.answer("Not now")


def test_past_the_desk_the_list_makes_room(desk: Desk) -> None:
    desk.app.basis.outcome.answered(UNTOUCHED)
    desk.app.begin(Wanted(by_screen=True))
    desk.app.front.window.resize(480, 360)
    QApplication.processEvents()
    assert not desk.views.page.figure.isVisible()
    desk.wait(14)
    assert not desk.views.page.desk.shows_list
    assert desk.views.page.figure.isVisible()
    assert TODAY.heading not in desk.texts()


def test_something_has_changed_stands_in_settings_with_what_is_open(desk: Desk) -> None:
    desk.app.basis.outcome.answered(answered("16"))
    desk.app.front.window.open("settings")
    assert any(
        text.startswith("Open to you now: Seated breath") and "asked again from" in text
        for text in desk.texts()
    )
    desk.button("Answer them again").click()
    assert desk.wizard is not None
    desk.answer("Not now")


def test_something_has_changed_stands_in_the_tray_and_asks_nobody_on_the_floor(desk: Desk) -> None:
    desk.app.basis.outcome.answered(UNTOUCHED)
    desk.button("Begin").click()
    desk.app.tray.menu.changed.emit()
    assert desk.wizard is None
    desk.actions.stop.trigger()
    desk.app.tray.menu.changed.emit()
    assert desk.wizard is not None
    desk.answer("Not now")


def test_no_more_minutes_are_offered_than_the_outcome_allows(desk: Desk) -> None:
    desk.app.basis.outcome.answered(answered("3"))
    assert desk.app.front.safe.most_minutes() is None
    QApplication.processEvents()
    desk.button(WORDS.said_yes).click()
    assert desk.app.front.safe.most_minutes() == 3.0


def test_the_list_beside_begin_scrolls_and_is_never_cut_off(desk: Desk) -> None:
    desk.app.front.window.resize(480, 360)
    area = desk.app.front.today.page.findChildren(QScrollArea)[0]
    until(lambda: area.verticalScrollBar().maximum() > 0 == area.horizontalScrollBar().maximum())


def test_an_outcome_that_cannot_be_written_is_told_and_holds(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None)
    desk.app.basis.places.outcome.mkdir(parents=True)
    desk.app.front.safe.room.ask_anew()
    desk.answer("No", "Done")
    desk.button("Begin").click()
    assert desk.session.is_active, "it holds until the app ends"
    desk.conductor.send(Event.STOP)
    desk.app.front.safe.room.ask_anew()
    desk.answer("Yes or not sure")
    asking = desk.app.front.safe.room.asking
    assert asking is not None
    desk.app.front.safe.room.take(asking.choose(frozenset({"eyes"})).forward().answer(Answer.YES))
    desk.answer("Done")
    assert any(text.startswith("What is open to you could not be saved (") for text in desk.texts())
    desk.close()
