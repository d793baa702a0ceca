"""A wide window is used and nothing stands far from what it belongs to; a narrow one keeps together what is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from legsup.practice.wanted import Wanted
from legsup.ui.even_grid import even_columns
from legsup.ui.journal.month_view import MonthView
from legsup.ui.journal.record_rows import RecordRows
from legsup.ui.pages.section_list import SectionList
from legsup.ui.widgets.fields import ChoiceBox
from legsup.ui.widgets.reading import Reader
from tests.ui.test_today_page import resized

if TYPE_CHECKING:
    from tests.ui.desk import Desk

Kind = TypeVar("Kind", bound=QWidget)
TENSIONS = ("none", "a little", "some", "a lot", "very much")


def found(within: QWidget, kind: type[Kind]) -> Kind:
    made = within.findChild(kind)
    assert made is not None
    return made


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


@pytest.mark.parametrize("width", [1100, 1280, 2560])
def test_the_list_of_sections_stands_by_the_sections_and_both_in_the_middle(desk: Desk, width: int) -> None:
    window = desk.app.front.window
    window.open("settings")
    resized(desk, width, 900)
    first = found(found(window, SectionList), QPushButton)
    field = found(window, ChoiceBox)
    heading = next(each for each in window.findChildren(QLabel) if each.text() == "Look")
    assert 0 < place(heading).left() - place(first).right() < 60
    left, right = place(first).left(), width - place(field).right()
    assert abs(left - right) < 60


@pytest.mark.parametrize("text_size", [100, 200])
def test_sections_are_as_wide_as_their_text_asks_for(desk: Desk, text_size: int) -> None:
    window = desk.app.front.window
    window.open("settings")
    desk.app.basis.kept.change(text_size=text_size)
    resized(desk, 2560, 1440)
    heading = next(each for each in window.findChildren(QLabel) if each.text() == "Look")
    line = found(window, ChoiceBox).fontMetrics().lineSpacing()
    assert 40 * line < heading.width() <= 48 * line


def test_the_journal_keeps_together_on_a_wide_window(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.wait(20)
    desk.actions.stop.trigger()
    window = desk.app.front.window
    window.open("journal")
    resized(desk, 2560, 1440)
    rows, month = place(found(window, RecordRows)), place(found(window, MonthView))
    assert rows.left() - month.right() < 40
    assert abs(month.left() - (2560 - rows.right())) < 40
    assert rows.width() < 1300


@pytest.mark.parametrize(("width", "height"), [(1000, 720), (1280, 800), (2560, 1440)])
def test_at_the_desk_what_is_free_is_the_figures(desk: Desk, width: int, height: int) -> None:
    desk.app.begin(Wanted(minutes=5.0, by_screen=True))
    resized(desk, width, height)
    page = desk.views.page
    tension, pause = desk.button("very much"), desk.button("Pause")
    assert place(pause).top() - place(tension).bottom() < 60
    assert place(page.figure).height() > 0.25 * height


def test_five_words_for_tension_stand_in_one_row_in_the_smallest_window(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.wait(20)
    desk.actions.stop.trigger()
    resized(desk, 480, 360)
    choices = [desk.button(each) for each in TENSIONS]
    assert len({place(each).top() for each in choices}) == 1
    asked = next(
        each
        for each in desk.app.front.window.findChildren(QLabel)
        if each.text() == "Tension now" and each.isVisible()
    )
    assert place(asked).bottom() < place(choices[0]).top()
    resized(desk, 1000, 720)
    assert place(asked).top() < place(choices[0]).bottom()
    assert place(asked).bottom() > place(choices[0]).top()


def test_above_the_words_stands_the_practice_or_the_step_whose_line_is_said(desk: Desk) -> None:
    desk.button("Begin").click()
    words = desk.views.page.spoken
    assert words.title.text() == "Legs up the wall"
    desk.to("legs-up")
    while words.words.text() == desk.session.beat.text.title:
        desk.wait(1)
    assert words.title.text() == desk.session.beat.text.title


@pytest.mark.parametrize(
    ("cards", "most", "columns"),
    [(11, 5, 4), (11, 4, 4), (11, 7, 7), (5, 2, 2), (3, 2, 2), (7, 6, 5), (6, 6, 6), (1, 4, 4), (4, 0, 1)],
)
def test_no_card_is_left_alone_in_the_last_row(cards: int, most: int, columns: int) -> None:
    assert even_columns(cards, most) == columns


@pytest.mark.parametrize("width", [1000, 2560])
def test_the_field_of_learn_stands_in_line_with_its_text(desk: Desk, width: int) -> None:
    window = desk.app.front.window
    window.open("learn")
    resized(desk, width, 800)
    field, text = place(found(window, QLineEdit)), place(found(window, Reader).viewport())
    assert abs(field.left() - text.left()) < 40
    assert field.right() <= text.right()
