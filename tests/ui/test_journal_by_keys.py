"""The journal by keys alone: into the list, into a session, and back out of wherever one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.journal_year import over_a_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from legsup.app.journal_room import JournalRoom
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with over_a_year(tmp_path) as made:
        yield made


def room(desk: Desk) -> JournalRoom:
    return desk.app.front.journal


def test_the_keys_are_seen_to_be_at_a_row_as_soon_as_they_come_to_the_list(desk: Desk) -> None:
    rows = room(desk).page.rows
    desk.button("More").setFocus()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert rows.selectionModel().isSelected(rows.currentIndex())
    assert rows.currentIndex().row() == 0


def test_return_opens_the_record_that_is_chosen(desk: Desk) -> None:
    rows = room(desk).page.rows
    rows.setCurrentIndex(rows.records.index(0, 0))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert desk.button("Practise this again").isVisible()


@pytest.mark.parametrize("door", ["More", "Export or import…"])
def test_esc_leads_back_to_the_sessions(desk: Desk, door: str) -> None:
    page = room(desk).page
    desk.button(door).click()
    assert not page.rows.isVisible()
    QTest.keyClick(focused(desk), Qt.Key.Key_Escape)
    assert page.rows.isVisible()


def test_esc_leads_out_of_a_session_and_its_note(desk: Desk) -> None:
    rows = room(desk).page.rows
    rows.setCurrentIndex(rows.records.index(0, 0))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    note = next(each for each in room(desk).page.record.findChildren(QLineEdit) if each.isVisible())
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert rows.isVisible()
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    assert rows.isVisible()


def focused(desk: Desk) -> QWidget:
    found = desk.app.front.window.focusWidget()
    assert found is not None
    return found
