"""Fourteen people before the questions: how often they press, what they are offered, and what no key does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QPushButton, QWidget

from legsup.domain.screening.asking import Asking, Page
from legsup.domain.screening.questions import Answer
from legsup.ui.widgets import AnswerButton
from tests.screened import QUESTIONNAIRE, SCREENING, WORDS
from tests.ui.walking import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_YES, WITHHELD = Answer.YES, Answer.WITHHELD

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def person(qapp: QApplication) -> Iterator[Person]:
    """One who sits down before the first page."""
    assert qapp is not None
    made = Person()
    yield made
    made.view.hide()
    made.view.deleteLater()


def test_nothing_is_one_press_and_all_is_open(person: Person) -> None:
    assert person.heading == "Is this pose for you?"
    for group in QUESTIONNAIRE.groups:
        assert group.title in person.texts
        assert group.about in person.texts
    person.press("No")
    assert person.presses == 1
    assert person.heading == "Nothing is closed to you."
    assert not any("Open to you" in text for text in person.texts), "a list of poses would say less than that"


#: Who is walked through: groups, answers, the most presses, and what is offered at the end.
ONES = {
    "glaucoma": (("Eyes",), ("Yes",), 4, "Seated breath."),
    "pressure controlled": (
        ("Heart and blood pressure",),
        ("Yes", "No: Is it high", "No", "No"),
        7,
        "Seated breath, Supported rest and Side-lying rest.",
    ),
    "pressure not": (
        ("Heart and blood pressure",),
        ("Yes", "Not sure: Is it high", "No", "No"),
        7,
        "Seated breath, Supported rest and Side-lying rest.",
    ),
    "heart failure": (("Heart and blood pressure",), ("No", "Yes", "No"), 6, "Seated breath."),
    "breathless lying flat": (
        ("Heart and blood pressure",),
        ("No", "No", "Yes"),
        6,
        "Seated breath and Supported rest.",
    ),
    "past clot": (
        ("Legs and feet",),
        ("Yes", "No: Is the clot", "No"),
        6,
        "Seated breath, Supported rest and Side-lying rest.",
    ),
    "hernia": (("Belly",), ("Yes", "No"), 5, "Seated breath, Supported rest and Side-lying rest."),
    "reflux": (("Belly",), ("No", "Yes"), 5, "Seated breath, Supported rest and Side-lying rest."),
    "pregnant": (("Pregnancy",), ("Yes",), 4, "Seated breath."),
    "vertigo": (
        ("Dizziness and tablets",),
        ("No", "Yes"),
        5,
        "Seated breath, Supported rest and Side-lying rest.",
    ),
    "cannot get to the floor": (
        ("Getting down and up",),
        ("Yes",),
        4,
        "Seated breath, Side-lying rest and In bed.",
    ),
}


@pytest.mark.parametrize("who", ONES)
def test_each_is_asked_of_what_touches_them_alone_and_offered_what_is_open(person: Person, who: str) -> None:
    groups, answers, presses, offered = ONES[who]
    person.touched_by(*groups)
    person.answer(*answers)
    assert person.asking.page is Page.END
    assert person.presses <= presses
    assert person.offered == f"Open to you now: {offered}"
    assert WORDS.not_reviewed in person.texts
    assert any("articles" in text or "rticle" in text or "Cleveland" in text for text in person.texts)


def test_one_who_would_rather_not_say_reads_the_list_first(person: Person) -> None:
    person.press("Rather not say")
    assert person.heading == WORDS.after_list
    assert all(group.about in person.texts for group in QUESTIONNAIRE.groups)
    person.press(WORDS.read_list)
    assert person.presses == 2
    assert WORDS.withheld_why in person.texts
    assert "Legs up the wall" in person.offered
    assert "Butterfly" not in person.offered


def test_a_heavy_period_is_no_question_of_this_list_but_of_the_day(person: Person) -> None:
    assert not any("period" in text for text in person.texts)
    person.press("No")
    assert person.heading == "Nothing is closed to you."


def test_where_nothing_applies_it_takes_at_most_twelve_presses(person: Person) -> None:
    person.touched_by("Heart and blood pressure", "Legs and feet", "Belly")
    person.answer("No", "No", "No", "No", "No", "No", "No")
    assert person.presses <= 12
    assert person.heading == "Nothing is closed to you."


def test_a_yes_opens_more_on_the_same_page_and_a_no_closes_it(person: Person) -> None:
    person.touched_by("Operations, injuries, neck and back")
    asked = person.heading
    assert (
        "An ordinary sore back is a No here. Calves on a chair and Feet a little raised are kind to it."
        in (person.texts)
    )
    person.answer("Yes")
    assert person.heading == asked
    assert "Do you have a replaced hip?" in person.texts
    opened = person.view.focusWidget()
    assert isinstance(opened, QLabel)
    assert opened.text() != asked, "the focus goes on to what was opened"
    person.answer("No: within the last six weeks", "Yes: Do you have a replaced hip")
    assert person.asking.page is Page.QUESTION
    person.answer("No: An operation, birth")
    assert person.heading == "Nothing is closed to you."


def test_a_yes_of_a_clinician_opens_a_column_with_its_date(person: Person) -> None:
    person.touched_by("Heart and blood pressure")
    person.answer("Yes", "No: Is it high", "No", "No")
    person.press("They said yes", of="May I lie with my legs up a wall for five")
    assert "Open since 3 May, when you told us they said yes." in person.texts
    assert "Legs up the wall" in person.offered


def test_the_way_back_shows_what_was_answered_and_goes_on_from_there(person: Person) -> None:
    person.touched_by("Belly")
    person.answer("Yes", "No")
    person.press("Back")
    person.press("Back")
    assert chosen(person) == ["Yes"]
    person.press("Go on")
    assert chosen(person) == ["No"]
    person.press("Go on")
    assert person.asking.page is Page.END


def chosen(person: Person) -> list[str]:
    return [
        each.text() for each in person.view.findChildren(QPushButton) if each.isChecked() and each.isVisible()
    ]


def test_leaving_half_way_loses_nothing(person: Person) -> None:
    person.touched_by("Heart and blood pressure")
    person.answer("Yes")
    come_back = Person(asking=person.asking)
    assert come_back.heading == "Has your blood pressure been found high?"
    assert chosen(come_back) == ["Yes"]
    come_back.answer("No: Is it high")
    assert come_back.heading.startswith("Do you have heart failure")
    come_back.view.deleteLater()


def test_enter_answers_nothing_wherever_the_focus_is(person: Person) -> None:
    for asking in (person.asking, person.asking.answer(FIRST_YES).choose(frozenset({"eyes"})).forward()):
        person.view.derive(asking)
        person.settle()
        buttons = [each for each in person.view.findChildren(AnswerButton) if each.isVisible()]
        assert buttons
        for button in buttons:
            assert not button.isDefault()
            assert not button.autoDefault()
            button.setFocus()
            QTest.keyClick(button, Qt.Key.Key_Return)
            QTest.keyClick(button, Qt.Key.Key_Enter)
            assert person.view.asking is asking
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    assert person.asking.page is Page.END


def test_space_and_enter_on_the_heading_answer_nothing(person: Person) -> None:
    landed = person.view.focusProxy()
    assert landed is not None
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(landed, key)
    assert person.asking.page is Page.FIRST


def test_every_control_is_named_on_every_page(person: Person) -> None:
    first = person.asking
    pages = [
        first,
        first.answer(WITHHELD),
        first.answer(FIRST_YES),
        first.answer(FIRST_YES).choose(frozenset({"healing"})).forward().say("10", FIRST_YES),
    ]
    for asking in pages:
        person.view.derive(asking)
        person.settle()
        for widget in person.view.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
                assert widget.accessibleName() or widget.inherits("QScrollArea"), widget
            if isinstance(widget, (AnswerButton, QCheckBox)) and widget.isVisible():
                assert widget.accessibleDescription() or widget.text() == WORDS.read_list


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_cut_off_on_a_small_page_in_either_direction(
    person: Person, direction: Qt.LayoutDirection
) -> None:
    person.view.setLayoutDirection(direction)
    person.view.resize(480, 320)
    person.view.derive(
        person.asking.answer(FIRST_YES).choose(frozenset({"healing"})).forward().say("10", FIRST_YES)
    )
    person.settle()
    buttons = [
        each
        for each in person.view.findChildren(QAbstractButton)
        if each.isVisible() and each.property("text")
    ]
    places = [each.mapTo(person.view, each.rect().topLeft()).x() for each in buttons]
    for each, left in zip(buttons, places, strict=True):
        assert 0 <= left <= person.view.width() - each.width()
    yes, no = (
        next(left for each, left in zip(buttons, places, strict=True) if each.text() == text)
        for text in ("Yes", "No")
    )
    assert (yes < no) is (direction is Qt.LayoutDirection.LeftToRight)


def test_the_view_keeps_nothing_but_what_it_was_given() -> None:
    one = Asking(questionnaire=SCREENING.questionnaire)
    person = Person(asking=one)
    person.view.changed.disconnect()
    person.press("No")
    assert person.view.asking is one
    assert person.heading == "Is this pose for you?"
    person.view.deleteLater()
