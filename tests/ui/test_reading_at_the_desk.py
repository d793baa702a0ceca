"""Today's list at the desk: while it is pointed at, scrolled or gone through by keys, the practice waits for whoever reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from legsup.practice.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def area(desk: Desk) -> QScrollArea:
    """Today's list in a small window, in the last second at the desk."""
    desk.app.begin(Wanted("legs-up-the-wall", pace="hands-free", desk=True, by_screen=True))
    window = desk.app.front.window
    window.resize(480, 360)
    for _ in range(3):
        QApplication.processEvents()
    desk.wait(desk.session.beat.nominal - 1.0)
    assert desk.session.beat.desk
    row = desk.views.page.desk
    return next(each for each in row.findChildren(QScrollArea) if each.isVisible())


def point(area: QScrollArea) -> None:
    for x in (20, 60):
        QTest.mouseMove(area.viewport(), QPoint(x, 30))
        QApplication.processEvents()


def scroll(area: QScrollArea) -> None:
    area.verticalScrollBar().triggerAction(area.verticalScrollBar().SliderAction.SliderSingleStepAdd)


def go_in(area: QScrollArea) -> None:
    next(each for each in area.findChildren(QAbstractButton) if each.isVisible()).setFocus()


@pytest.mark.parametrize("read", [point, scroll, go_in])
def test_the_practice_waits_for_whoever_reads(
    desk: Desk, area: QScrollArea, read: Callable[[QScrollArea], None]
) -> None:
    read(area)
    desk.wait(desk.session.beat.nominal - 1.0)
    assert desk.session.beat.desk
    desk.wait(2.0)
    assert not desk.session.beat.desk


def test_the_focus_stays_where_keys_led_it_while_the_list_is_pointed_at(
    desk: Desk, area: QScrollArea
) -> None:
    cancel = desk.button("Cancel")
    cancel.setFocus()
    point(area)
    assert desk.views.page.focusWidget() is cancel


def test_it_waits_for_no_pointer_that_only_lies_there(desk: Desk, area: QScrollArea) -> None:
    point(area)
    for _ in range(int(desk.session.beat.nominal) + 1):
        desk.wait(1.0)
        QApplication.processEvents()
    assert not desk.session.beat.desk


def test_what_is_scrolled_later_moves_nothing(desk: Desk, area: QScrollArea) -> None:
    desk.wait(2.0)
    before = desk.session
    point(area)
    scroll(area)
    assert desk.session.revision == before.revision
