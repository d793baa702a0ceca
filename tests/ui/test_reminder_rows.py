"""The rows about reminders in Settings: what fits is kept at once, what does not is told and asks for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit

if TYPE_CHECKING:
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def line(desk: Desk, name: str) -> QLineEdit:
    """A field by its name."""
    found = [each for each in desk.app.front.window.findChildren(QLineEdit) if each.accessibleName() == name]
    assert len(found) == 1
    return found[0]


def write(desk: Desk, name: str, text: str) -> QLineEdit:
    """Write a text into a field, and leave it."""
    field = line(desk, name)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return field


def test_times_are_kept_once_they_fit(desk: Desk) -> None:
    desk.app.front.window.open("settings")
    field = write(desk, "Fixed times", "9:30, 15")
    assert desk.settings.reminder_times == "9:30, 15"
    write(desk, "Fixed times", "noon")
    assert desk.settings.reminder_times == "9:30, 15"
    assert field.text() == "noon", "what was written stays to be mended"
    hint = field.parentWidget()
    assert hint is not None
    assert [
        each.property("text") for each in hint.children() if each.property("text") and each is not field
    ] == ["Times as 11:00 16:00"]
    desk.app.basis.kept.change(reminder_kind="interval")
    write(desk, "Within these hours", "10-12 14-18")
    assert desk.settings.reminder_hours == "10-12 14-18"


def test_an_empty_field_says_once_how_it_is_written(desk: Desk) -> None:
    desk.app.front.window.open("settings")
    field = write(desk, "Fixed times", "noon")
    assert desk.texts().count("Times as 11:00 16:00") == 1
    field.clear()
    assert field.placeholderText() == "Times as 11:00 16:00"
    assert desk.texts().count("Times as 11:00 16:00") == 0


def test_a_field_shows_what_was_changed_elsewhere_but_not_over_what_is_being_written(desk: Desk) -> None:
    desk.app.front.window.open("settings")
    desk.app.basis.kept.change(reminder_times="10:00")
    assert line(desk, "Fixed times").text() == "10:00"
    field = line(desk, "Fixed times")
    desk.app.front.window.activateWindow()
    field.setFocus()
    QApplication.processEvents()
    field.selectAll()
    QTest.keyClicks(field, "9")
    desk.app.basis.kept.change(reminder_times="10:30")
    assert field.text() == ("9" if field.hasFocus() else "10:30")


def test_each_choice_asks_for_its_setting(desk: Desk) -> None:
    desk.app.front.window.open("settings")
    window = desk.app.front.window
    boxes = {each.accessibleName(): each for each in window.findChildren(QComboBox)}
    for name, text, setting, value in (
        ("When", "Every so often", "reminder_kind", "interval"),
        ("Every", "60 minutes", "reminder_minutes", 60),
        ("On", "Every day", "reminder_days", "1234567"),
        ("After two practices in a day", "Seated breath", "reminder_third", "seated"),
    ):
        boxes[name].setCurrentIndex(boxes[name].findText(text))
        assert getattr(desk.settings, setting) == value
    switches = {each.accessibleName(): each for each in window.findChildren(QCheckBox)}
    switches["Remind me"].click()
    assert desk.settings.reminders


def test_what_the_other_choice_needs_is_off_and_stays_in_its_place(desk: Desk) -> None:
    desk.app.front.window.open("settings")
    window = desk.app.front.window
    boxes = {each.accessibleName(): each for each in window.findChildren(QComboBox)}
    fields = (line(desk, "Fixed times"), boxes["Every"], line(desk, "Within these hours"), boxes["On"])

    def places() -> list[int]:
        QApplication.processEvents()
        return [each.mapTo(window, each.rect().topLeft()).y() for each in fields]

    before = places()
    assert [each.isEnabled() for each in fields] == [True, False, False, True]
    assert "Dashed fields belong to the other choice." in desk.texts()
    boxes["When"].setCurrentIndex(boxes["When"].findText("Every so often"))
    assert [each.isEnabled() for each in fields] == [False, True, True, True]
    assert places() == before
