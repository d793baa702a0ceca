"""Before and after: five words for tension, by click or by digit, nothing chosen beforehand, and quiet where unanswered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from legsup.app.how_was_it import HowWasIt
from legsup.domain.session import Event
from tests.services.test_journal import record

if TYPE_CHECKING:
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")
WORDS = ["none", "a little", "some", "a lot", "very much"]


def through(desk: Desk) -> None:
    """Hold a little, and come to the end screen."""
    desk.to("legs-up")
    desk.wait(15)
    desk.conductor.send(Event.STOP)
    QApplication.processEvents()


def digit(desk: Desk, number: int) -> None:
    """Press a digit in the window."""
    QApplication.processEvents()
    QTest.keyClick(desk.app.front.window, Qt.Key(Qt.Key.Key_0.value + number))


def chosen(desk: Desk) -> list[str]:
    """Tell which words are chosen."""
    buttons = desk.app.front.window.findChildren(QPushButton)
    return [each.text() for each in buttons if each.isVisible() and each.isChecked() and each.text() in WORDS]


def test_a_digit_and_a_click_answer_and_the_next_session_begins_with_nothing_chosen(desk: Desk) -> None:
    desk.button("Begin").click()
    assert chosen(desk) == []
    digit(desk, 4)
    assert chosen(desk) == ["a lot"]
    through(desk)
    assert chosen(desk) == []
    desk.button("a little").click()
    kept = desk.journal.records()[0]
    assert (kept.before, kept.after, kept.legs, kept.note) == (3, 1, None, "")
    assert desk.journal.sums("pair")[0].name == "3-1"
    desk.button("Done").click()
    desk.button("Begin").click()
    assert chosen(desk) == []
    through(desk)
    assert chosen(desk) == []


def test_the_words_look_like_choices_and_none_is_good_or_bad(desk: Desk) -> None:
    desk.button("Begin").click()
    through(desk)
    for text in WORDS:
        choice = desk.button(text)
        assert choice.property("role") in {None, ""}, "framed as every other choice"
        assert choice.accessibleName() == f"Tension now: {text}"
        assert choice.isCheckable()


def test_legs_and_a_note_are_asked_for_only_where_that_was_chosen(desk: Desk) -> None:
    desk.button("Begin").click()
    through(desk)
    assert "Legs now:" not in desk.texts()
    desk.button("Done").click()
    desk.app.front.change("ask_legs", value=True)
    desk.app.front.change("ask_note", value=True)
    desk.button("Begin").click()
    through(desk)
    end = desk.views.page.end
    legs = [each for each in end.findChildren(QPushButton) if each.accessibleName() == "Legs now: some"]
    legs[0].click()
    field = end.findChild(QLineEdit)
    assert field is not None
    assert field.isVisible()
    field.setFocus()
    QTest.keyClicks(field, "3 cold toes")
    QTest.keyClick(field, Qt.Key.Key_Return)
    kept = desk.journal.records()[0]
    assert (kept.after, kept.legs, kept.note) == (None, 2, "3 cold toes")
    assert chosen(desk) == ["some"], "a digit in a note is a digit"


def test_unanswered_five_times_it_is_a_line_that_unfolds(desk: Desk) -> None:
    for number in range(5):
        desk.journal.put(replace(record(number), before=None, after=None))
    desk.journal.flush()
    desk.button("Begin").click()
    assert "Tension now…" in desk.texts()
    assert "some" not in desk.texts()
    through(desk)
    assert "some" not in desk.texts()
    digit(desk, 3)
    assert desk.journal.records()[0].after is None, "nothing answers that is not seen"
    desk.button("Tension now…").click()
    assert desk.app.front.window.focusWidget() is desk.button("none")
    digit(desk, 3)
    kept = [each for each in desk.journal.records() if each.after == 2]
    assert len(kept) == 1


def test_the_third_of_a_day_is_noted_in_one_calm_line(desk: Desk) -> None:
    now = datetime.now().astimezone()
    for number in (1, 2):
        desk.journal.put(replace(record(number), started=now.replace(hour=0, minute=number)))
    desk.journal.flush()
    line = "That's the third today. The one source that names a number says once or twice a day."
    desk.button("Begin").click()
    assert line in desk.texts()
    through(desk)
    assert line in desk.texts()
    desk.button("Done").click()
    desk.button("Begin").click()
    assert line not in desk.texts()
    through(desk)
    assert line not in desk.texts()


def test_a_note_stays_with_its_session_and_the_next_one_begins_with_an_empty_line(desk: Desk) -> None:
    desk.app.basis.kept.change(ask_note=True)
    for written in ("Warm feet.", ""):
        desk.button("Begin").click()
        through(desk)
        (note,) = (each for each in desk.app.front.window.findChildren(QLineEdit) if each.isVisible())
        assert note.text() == ""
        QTest.keyClicks(note, written)
        QTest.keyClick(note, Qt.Key.Key_Return)
        desk.button("Done").click()
    assert [each.note for each in desk.journal.records()] == ["", "Warm feet."]


def test_the_tray_asks_until_the_answer_the_next_session_or_midnight(desk: Desk) -> None:
    today = [date(2026, 11, 28)]
    asks = HowWasIt(desk.app.leading, desk.conductor, lambda: today[0])
    opened: list[bool] = []
    asks.asked.connect(lambda: opened.append(True))
    assert asks.action is None
    desk.button("Begin").click()
    assert asks.action is None
    through(desk)
    desk.button("Done").click()
    assert asks.action is not None
    assert asks.action.text() == "How was it?"
    asks.action.trigger()
    assert opened == [True]
    today[0] += timedelta(days=1)
    assert asks.action is None
    today[0] -= timedelta(days=1)
    desk.app.front.window.open("session")
    desk.button("none").click()
    assert asks.action is None
    desk.button("Done").click()
    desk.button("Begin").click()
    through(desk)
    assert asks.action is not None
    desk.button("Done").click()
    desk.button("Begin").click()
    assert asks.action is None
