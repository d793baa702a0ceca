"""What keys point at in the journal's pictures is told, and what cannot be done there now cannot be pressed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from legsup.ui.journal.bar_chart import BarChart, Shown
from legsup.ui.journal.carry_panel import CarryPanel
from legsup.ui.journal.month_box import MonthBox
from legsup.ui.journal.told import Told
from tests.ui.desk import until

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")
BARS = [Shown(name, 60.0 * at, f"{at} min", f"{name} · {at} min") for at, name in enumerate("abc", 1)]


@pytest.mark.parametrize(("lying", "first"), [(True, "a · 1 min"), (False, "c · 3 min")])
def test_keys_begin_at_the_top_of_lying_bars_and_at_the_latest_of_upright_ones(
    qtbot: QtBot, first: str, *, lying: bool
) -> None:
    chart = BarChart("Minutes")
    qtbot.addWidget(chart)
    chart.show_bars(BARS, lying=lying, top="3 min")
    told: list[str] = []
    chart.told.connect(told.append)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert told == [first]
    assert chart.accessibleDescription() == chart.toolTip() == first


class Places(Told):
    """Two places, one above the other."""

    def count(self) -> int:
        return 2

    def words(self, place: int) -> str:
        return f"place {place}"

    def place_at(self, point: QPointF) -> int | None:
        return 0 if point.y() < self.height() / 2 else 1


def test_a_screen_reader_is_told_what_keys_point_at_and_not_what_a_mouse_passes(qtbot: QtBot) -> None:
    told: list[tuple[QWidget, str]] = []
    places = Places("Places", lambda widget, text: told.append((widget, text)))
    qtbot.addWidget(places)
    places.resize(100, 100)
    places.point_at(0)
    places.point_at(None)
    assert told == [], "the keys are elsewhere"
    places.show()
    places.activateWindow()
    places.clearFocus()
    told.clear()
    places.setFocus(Qt.FocusReason.TabFocusReason)
    until(places.hasFocus)
    QTest.keyClick(places, Qt.Key.Key_Home)
    QTest.keyClick(places, Qt.Key.Key_Home)
    assert told == [(places, "place 1"), (places, "place 0")]
    assert places.accessibleDescription() == "place 0"


def test_no_month_is_later_than_this_one_and_the_focus_is_not_lost_there(qtbot: QtBot) -> None:
    box = MonthBox()
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    (earlier,) = (each for each in box.findChildren(QAbstractButton) if each.text() == "Earlier")
    (later,) = (each for each in box.findChildren(QAbstractButton) if each.text() == "Later")
    today = date(2026, 11, 29)
    for month, may_turn in ((date(2026, 10, 1), True), (date(2026, 11, 1), False), (date(2025, 12, 1), True)):
        box.show_month(month, 1, today, {})
        assert later.isVisible() is may_turn
    later.setFocus()
    until(later.hasFocus)
    place = earlier.geometry()
    box.show_month(date(2026, 11, 1), 1, today, {})
    assert earlier.hasFocus()
    QApplication.processEvents()
    assert earlier.geometry() == place


def test_while_work_runs_it_can_be_cancelled_and_nothing_else_be_begun(qtbot: QtBot) -> None:
    panel = CarryPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_progress("Reading", 1, 2)
    able = {
        each.text() for each in panel.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()
    }
    assert able == {"Back", "Cancel"}
    panel.tell("Done.")
    assert all(each.isEnabled() for each in panel.findChildren(QAbstractButton))
