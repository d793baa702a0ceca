"""Pages to read: titles stand in line with what is below them, and the keys of a page lead to its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QScrollArea

from legsup.ui.pages.settings_page import SettingsPage
from legsup.ui.widgets import label
from tests.ui.desk import opened

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_title_begins_where_the_headings_begin(tmp_path: Path, text_size: int) -> None:
    desk = opened(tmp_path, text_size=text_size)
    window = desk.app.front.window
    window.open("settings")
    window.resize(1000, 720)
    QApplication.processEvents()
    picture = window.grab().toImage()
    begins: list[int] = []
    for text in ("Settings", "Practice"):
        each = next(
            each for each in window.findChildren(QLabel) if each.text() == text and each.property("role")
        )
        place = QRect(each.mapTo(window, QPoint(0, 0)), each.size())
        page = picture.pixel(place.left(), place.bottom())
        columns = range(place.left(), place.right())
        rows = range(place.top(), place.bottom())
        begins.append(next(x for x in columns if any(picture.pixel(x, y) != page for y in rows)))
    assert abs(begins[0] - begins[1]) <= text_size // 100
    desk.close()


def test_a_title_has_room_for_a_foot_that_reaches_before_its_line(qtbot: QtBot) -> None:
    title = label("Settings", "title")
    qtbot.addWidget(title)
    title.setFont(QFont("DejaVu Sans", 22, QFont.Weight.DemiBold))
    assert title.indent() == 0
    title.setText("Journal")
    before = -title.fontMetrics().leftBearing("J")
    assert before > 0
    assert title.indent() == before


def test_home_and_end_lead_to_the_ends_of_a_page(desk: Desk) -> None:
    desk.app.front.window.open("settings")
    shown = desk.app.front.window.findChildren(SettingsPage)[0]
    area = shown.findChildren(QScrollArea)[0]
    bar = area.verticalScrollBar()
    switch = next(each for each in shown.findChildren(QCheckBox) if each.isVisible())
    for key, place in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(switch, key)
        assert bar.value() == place
    assert bar.maximum() > 0
