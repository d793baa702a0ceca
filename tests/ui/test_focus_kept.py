"""In a small window the focus is where one goes on, and in sight: after a fold, a tab, a day, a record, a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QScrollArea, QStyleOptionButton, QWidget

from legsup.ui.widgets.fields import tick
from legsup.ui.widgets.folds import FoldLine
from tests.ui.desk import all_within, opened
from tests.ui.journal_year import over_a_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from legsup.ui.pages.journal_page import JournalPage
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Desk]:
    """A small window on the journal of a year."""
    with over_a_year(tmp_path) as made:
        made.app.front.window.resize(480, 360)
        settle()
        yield made


def settle() -> None:
    """Let what has changed be laid out."""
    for _ in range(3):
        QApplication.processEvents()


def in_sight(widget: QWidget | None) -> bool:
    """Whether all of a control can be seen."""
    settle()
    return widget is not None and widget.visibleRegion().boundingRect().height() == widget.height()


def page(desk: Desk) -> JournalPage:
    """The journal's page."""
    return desk.app.front.journal.page


def with_month(desk: Desk) -> JournalPage:
    """The journal's page with the month in the place of the list."""
    desk.button("Month").click()
    settle()
    assert not page(desk).rows.isVisible()
    return page(desk)


def test_a_line_that_opens_something_above_itself_stays_in_sight(desk: Desk) -> None:
    window = desk.app.front.window
    window.resize(480, 360)
    settle()
    more = next(each for each in window.findChildren(FoldLine) if each.text() == "More")
    more.setFocus()
    area = desk.app.front.today.page.findChildren(QScrollArea)[0]
    content = area.widget()
    assert content is not None
    area.verticalScrollBar().setValue(more.mapTo(content, QPoint(0, 0)).y() - 200)
    assert in_sight(more)
    QTest.keyClick(more, Qt.Key.Key_Space)
    assert in_sight(more)


def test_a_page_that_was_scrolled_shows_what_has_the_focus_when_one_comes_back(desk: Desk) -> None:
    window = desk.app.front.window
    window.resize(480, 360)
    settle()
    bar = desk.app.front.today.page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    window.open("journal")
    window.open("today")
    assert desk.button("Begin").hasFocus()
    assert in_sight(desk.button("Begin"))


def test_a_day_that_is_chosen_by_keys_leads_to_its_sessions(year: Desk) -> None:
    shown = with_month(year)
    shown.month.setFocus()
    QTest.keyClick(shown.month, Qt.Key.Key_PageUp)
    shown.month.point_at(next(at for at in range(20, 35) if "session" in shown.month.words(at)))
    QTest.keyClick(shown.month, Qt.Key.Key_Return)
    assert shown.rows.hasFocus()


@pytest.mark.parametrize("way", ["More", "Export or import…"])
def test_the_way_back_leads_to_the_month_where_that_is_shown(year: Desk, way: str) -> None:
    shown = with_month(year)
    year.button(way).click()
    next(
        each for each in shown.findChildren(QPushButton) if each.text() == "Back" and each.isVisible()
    ).click()
    assert shown.month.hasFocus()


def test_each_record_is_read_from_its_begin(year: Desk) -> None:
    shown, records = page(year), year.journal.records()
    shown.rows.opened.emit(records[0])
    settle()
    bar = shown.record.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    shown.show_front()
    shown.rows.opened.emit(records[1])
    assert in_sight(shown.record.focusProxy())


def test_the_words_beside_a_box_have_two_lines_where_one_has_no_room(qtbot: QtBot) -> None:
    box = tick("Operations, injuries, neck and back", lambda: None)
    qtbot.addWidget(box)
    usual = box.sizeHint()
    assert box.minimumSizeHint().width() < 0.8 * usual.width()
    assert box.heightForWidth(usual.width()) == usual.height()
    line = box.fontMetrics().lineSpacing()
    assert box.heightForWidth(box.minimumSizeHint().width()) == usual.height() + line
    box.resize(box.minimumSizeHint().width(), usual.height() + line)
    written = QStyleOptionButton()
    box.initStyleOption(written)
    assert written.text.split("\n") == ["Operations, injuries,", "neck and back"]  # pyright: ignore[reportUnknownMemberType, reportAttributeAccessIssue] - it has words
    assert box.text() == "Operations, injuries, neck and back"


def test_large_text_beside_a_box_is_not_cut_off(tmp_path: Path) -> None:
    desk = opened(tmp_path, text_size=200)
    window = desk.app.front.window
    window.resize(480, 360)
    next(each for each in window.findChildren(FoldLine) if each.text() == "More").click()
    settle()
    assert next(each for each in window.findChildren(QCheckBox) if "heavy" in each.text()).isVisible()
    area = desk.app.front.today.page.findChildren(QScrollArea)[0]
    content = area.widget()
    assert content is not None
    assert content.width() <= area.viewport().width()
    desk.app.front.safe.ask()
    wizard = desk.app.front.safe.wizards.wizard
    assert wizard is not None
    wizard.resize(480, 360)
    next(each for each in wizard.findChildren(QPushButton) if each.text() == "Yes or not sure").click()
    settle()
    all_within(wizard)
    desk.close()
