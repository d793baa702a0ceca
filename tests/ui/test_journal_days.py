"""Days of the journal, by week and by month: their dots, either reading direction, and keys."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from legsup.domain.journal_sums import Sum
from legsup.ui.journal.bar_chart import BarChart, Shown
from legsup.ui.journal.month_view import MonthView
from legsup.ui.journal.week_row import WeekRow
from tests.ui.journal_year import TODAY, over_a_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with over_a_year(tmp_path) as made:
        yield made


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def picture(view: QWidget) -> QImage:
    return view.grab().toImage()


def test_days_without_practice_have_no_dot_and_today_is_not_missed() -> None:
    week = WeekRow()
    begin = TODAY - timedelta(days=TODAY.weekday())
    week.show_week(begin, TODAY, {})
    week.resize(week.sizeHint())
    assert week.accessibleName() == "This week: no practice yet"
    empty = picture(week)
    week.show_week(begin, TODAY, {begin: Sum(begin.isoformat(), 1, 300.0, 240.0)})
    assert picture(week) != empty
    assert "4 min · 1 session" in week.words(0)
    assert "min" not in week.words(1)


def test_views_are_mirrored_where_one_reads_from_the_right() -> None:
    begin = date(2026, 11, 23)
    sums = {begin: Sum(begin.isoformat(), 1, 300.0, 240.0)}
    for view in (WeekRow(), MonthView()):
        if isinstance(view, WeekRow):
            view.show_week(begin, begin, sums)
        else:
            view.show_month(begin, 1, begin, sums)
        view.resize(view.sizeHint())
        ordinary = picture(view)
        point = QPointF(
            4.0, view.height() - view.fontMetrics().height() * (1.0 if isinstance(view, WeekRow) else 4.0)
        )
        left = view.place_at(point)
        view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        assert picture(view) != ordinary
        mirrored = view.place_at(QPointF(7 * view.width() / 7 - 4.0, point.y()))
        assert left == mirrored
    chart = BarChart("x")
    chart.resize(400, 200)
    chart.show_bars([Shown("a", 1.0, "1", "a 1"), Shown("b", 3.0, "3", "b 3")], lying=False, top="3")
    assert chart.place_at(QPointF(5.0, 50.0)) == 0
    ordinary = picture(chart)
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert picture(chart) != ordinary
    assert chart.place_at(QPointF(395.0, 50.0)) == 0


def test_keys_lead_through_a_calendar_and_choose_a_day_that_was_practised_on() -> None:
    begin = date(2026, 11, 23)
    view = MonthView()
    view.show_month(begin, 1, begin, {begin: Sum(begin.isoformat(), 1, 300.0, 240.0)})
    days: list[date] = []
    view.day_chosen.connect(days.append)
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert days == [begin], "today is where keys begin"
    press(view, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert days == [begin], "nothing was practised there"
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert days == [begin, begin]


@pytest.mark.parametrize("size", [(1000, 720), (1280, 800), (700, 900), (480, 360)])
def test_the_days_have_their_names_once_in_a_week_or_in_a_month(desk: Desk, size: tuple[int, int]) -> None:
    window, page = desk.app.front.window, desk.app.front.journal.page
    window.resize(*size)
    QApplication.processEvents()
    assert page.month.isVisible() is not page.week.isVisible()
    if page.week.isVisible():
        desk.button("Month").click()
        assert page.month.isVisible()
        assert not page.week.isVisible()


def test_without_a_month_the_week_takes_the_room_that_there_is(desk: Desk) -> None:
    window, page = desk.app.front.window, desk.app.front.journal.page
    for size in ((1280, 800), (480, 360)):
        window.resize(*size)
        QApplication.processEvents()
    assert not page.month.isVisible()
    assert page.week.place_at(QPointF(page.week.width() - 3, 5)) == 6
