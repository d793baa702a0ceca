"""Whoever has a keyboard alone reaches everything that can be pressed, in the order of the page, and sees where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QScrollArea, QSlider, QWidget

from tests.screened import answered

if TYPE_CHECKING:
    from tests.ui.desk import Desk

#: More stops than any page has.
MANY = 80


def walked(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """What Tab comes by, once round; each is seen while it has the focus."""
    found: list[QWidget] = []
    QTest.keyClick(window.focusWidget(), key)
    while len(found) < MANY:
        focused = window.focusWidget()
        if focused in found:
            break
        found.append(focused)
        QTest.keyClick(focused, key)
        QApplication.processEvents()
        now = window.focusWidget()
        assert min(now.height(), 40) <= now.visibleRegion().boundingRect().height(), now.accessibleName()
    return found


def to_press(window: QWidget) -> list[QAbstractButton | QComboBox | QSlider]:
    """What can be pressed now."""
    kinds = (QAbstractButton, QComboBox, QSlider)
    every = [each for kind in kinds for each in window.findChildren(kind)]
    return [each for each in every if each.isVisible() and each.isEnabled()]


def assert_all_are_reached(window: QWidget) -> None:
    found = walked(window)
    for each in to_press(window):
        group = each.group() if isinstance(each, QAbstractButton) else None
        row = [each] if group is None else group.buttons()
        assert set(row) & set(found), f"{each.accessibleName()} is not reached"
    assert rows(walked(window, Qt.Key.Key_Backtab)) == rows(found), "and back by the same way"


def rows(found: list[QWidget]) -> set[QObject]:
    """What was come by; of a row of choices the row, since another may have become the chosen one."""
    return {row_of(each) for each in found}


def row_of(stop: QWidget) -> QObject:
    """The row of choices of which it is one, else itself."""
    group = stop.group() if isinstance(stop, QAbstractButton) else None
    return group or stop


@pytest.mark.parametrize("page", ["today", "journal", "settings"])
def test_tab_reaches_everything_of_a_page_within_sight(desk: Desk, page: str) -> None:
    window = desk.app.front.window
    window.resize(1000, 480)
    tab = next(each for each in window.findChildren(QAbstractButton) if each.objectName() == page)
    tab.setFocus()
    QTest.keyClick(tab, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert_all_are_reached(window)


@pytest.mark.parametrize("step", ["first", "hold", "end"])
def test_tab_reaches_everything_of_a_session(desk: Desk, step: str) -> None:
    desk.button("Begin").click()
    if step != "first":
        desk.to("legs-up")
    if step == "end":
        desk.wait(20)
        desk.actions.stop.trigger()
    QApplication.processEvents()
    assert_all_are_reached(desk.app.front.window)


@pytest.mark.parametrize("closes", ["", "8"])
@pytest.mark.parametrize("size", [(1000, 720), (480, 360)])
def test_on_today_tab_goes_down_the_page(desk: Desk, size: tuple[int, int], closes: str) -> None:
    if closes:
        desk.app.basis.outcome.answered(answered(closes))
    desk.app.front.window.resize(*size)
    for _ in range(4):  # a page that is made narrower takes a few turns to find its height
        QApplication.processEvents()
    page = desk.app.front.today.page
    area = page.findChild(QScrollArea)
    assert area is not None
    content = area.widget()
    assert content is not None
    found = [each for each in walked(desk.app.front.window) if content.isAncestorOf(each)]
    tops = [each.mapTo(content, QPoint()).y() for each in found]
    # It began in the middle, at Begin, and came round.
    first = tops.index(min(tops))
    assert tops[first:] + tops[:first] == sorted(tops)


def test_tab_enters_a_row_of_choices_at_the_chosen_one(desk: Desk) -> None:
    window = desk.app.front.window
    chosen = desk.button("15 min → 9")
    chosen.click()
    desk.button("Today").setFocus()
    QTest.keyClick(desk.button("Today"), Qt.Key.Key_Tab)
    assert window.focusWidget() is chosen
    QTest.keyClick(chosen, Qt.Key.Key_Tab)
    assert window.focusWidget() is desk.button("Begin")
    QTest.keyClick(desk.button("Begin"), Qt.Key.Key_Backtab)
    assert window.focusWidget() is chosen


@pytest.mark.parametrize("page", ["journal", "settings"])
def test_whoever_goes_by_keys_from_tab_to_tab_goes_on_from_there(desk: Desk, page: str) -> None:
    window = desk.app.front.window
    tab = next(each for each in window.findChildren(QAbstractButton) if each.objectName() == page)
    tab.setFocus()
    QTest.keyClick(tab, Qt.Key.Key_Space)
    assert window.focusWidget() is tab


def test_a_click_on_a_tab_leads_to_the_page(desk: Desk) -> None:
    window = desk.app.front.window
    window.resize(1100, 720)
    QTest.mouseClick(desk.button("Settings"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is desk.button("Practice")


def test_the_tab_of_the_open_page_leads_back_to_what_stands_first(desk: Desk) -> None:
    desk.button("Journal").click()
    desk.button("Export or import…").click()
    assert desk.button("Spreadsheet (CSV)").isVisible()
    QTest.mouseClick(desk.button("Journal"), Qt.MouseButton.LeftButton)
    assert desk.button("Choose a practice").isVisible()
    assert desk.button("Journal").isChecked()
