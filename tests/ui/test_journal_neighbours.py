"""From one session of the journal to the one before and after: by buttons, by keys, and without losing the focus."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from legsup.app.journal_room import JournalRoom
from legsup.ui.journal.record_model import PIECE
from tests.services.test_journal import record
from tests.ui.desk import opened, until
from tests.ui.test_journal_page import desk as desk  # noqa: PLC0414 - a fixture of that module
from tests.ui.test_journal_page import room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Desk]:
    """The app over three sessions, the one in the middle opened."""
    made = opened(tmp_path)
    made.journal.merge(record(number) for number in range(3))
    made.app.front.window.open("journal")
    QApplication.processEvents()
    room(made).page.rows.opened.emit(made.journal.records()[1])
    made.app.front.window.activateWindow()
    until(made.app.front.window.isActiveWindow)
    yield made
    made.close()


def at(desk: Desk) -> int:
    """Tell which of all sessions is shown, counted from the newest."""
    shown = room(desk).page.record.shown
    return [each.uuid for each in desk.journal.records()].index(shown.uuid)  # type: ignore[union-attr] - one is


def seen_at(widget: QWidget) -> QPoint:
    """Tell where something stands in its window, once that is laid out, from the inside outward."""
    for _ in range(5):
        QApplication.processEvents()
    return widget.mapTo(widget.window(), QPoint())


def test_buttons_lead_from_a_session_to_those_beside_it_and_the_focus_stays(three: Desk) -> None:
    earlier, later = three.button("Earlier"), three.button("Later")
    assert later.accessibleDescription() == "The session after this one"
    assert "Alt+Right" in later.toolTip()
    later.setFocus()
    place = seen_at(earlier)
    later.click()
    assert at(three) == 0
    assert later.isHidden(), "there is none after the newest"
    assert earlier.hasFocus()
    assert seen_at(earlier) == place, "none moves under a pointer"
    earlier.click()
    assert earlier.hasFocus()
    earlier.click()
    assert at(three) == 2
    assert earlier.isHidden()
    assert later.hasFocus()


def test_keys_lead_from_a_session_to_those_beside_it_either_way_of_reading(three: Desk) -> None:
    panel = room(three).page.record
    title = panel.focusProxy()
    assert title is not None
    title.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    for expected in (0, 0):
        QTest.keyClick(title, Qt.Key.Key_Right, alt)
        assert (at(three), title.hasFocus()) == (expected, True)
    for expected in (1, 2, 2):
        QTest.keyClick(title, Qt.Key.Key_Left, alt)
        assert at(three) == expected
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(title, Qt.Key.Key_Left, alt)
    assert at(three) == 1


def test_the_one_session_has_nothing_beside_it(tmp_path: Path) -> None:
    made = opened(tmp_path)
    made.journal.merge([record(0)])
    made.app.front.window.open("journal")
    room(made).page.rows.opened.emit(made.journal.records()[0])
    panel = room(made).page.record
    assert not [
        each
        for each in panel.findChildren(QPushButton)
        if each.text() in {"Earlier", "Later"} and each.isVisible()
    ]
    made.close()


def test_a_note_is_kept_when_one_goes_on_from_it_and_the_list_points_at_what_was_seen_last(
    three: Desk,
) -> None:
    field = next(each for each in room(three).page.record.findChildren(QLineEdit) if each.isVisible())
    field.setFocus()
    QTest.keyClicks(field, "calm")
    QTest.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert [each.note for each in three.journal.records()] == ["", "calm", ""]
    assert at(three) == 2
    assert field.text() == ""
    three.button("Back").click()
    assert room(three).page.rows.currentIndex().row() == 2


def test_one_goes_on_beyond_what_was_read_so_far(desk: Desk) -> None:
    model, everything = room(desk).page.rows.records, desk.journal.records()
    room(desk).page.rows.opened.emit(everything[PIECE - 1])
    assert desk.button("Earlier").isVisible()
    desk.button("Earlier").click()
    assert at(desk) == PIECE
    assert model.below(everything[-1], 1) is None
    assert model.below(replace(record(9)), 1) is None, "what is not listed has nothing beside it"


def test_on_the_first_day_of_a_month_one_turns_back_to_it_and_no_further(desk: Desk, qtbot: QtBot) -> None:
    front = desk.app.front
    first = date(2026, 12, 1)
    room = JournalRoom(desk.app.basis, front.dress, front.window, desk.dialogs, lambda: first)
    qtbot.addWidget(room.page)
    months: list[date] = []
    for by in (-1, 1, 1):
        room.page.turned.emit(by)
        months.append(room.month)
    assert months == [date(2026, 11, 1), first, first]
