"""What is said in a window where the app cannot be opened and no terminal shows why."""

from __future__ import annotations

import io

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from legsup.app.fault_told import is_read, say_in_window
from legsup.ui.fault_window import FaultWindow
from tests.ui.desk import all_within, until

pytestmark = pytest.mark.usefixtures("qapp")


class Terminal(io.StringIO):
    """A stream at which somebody sits."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_only_a_terminal_is_read() -> None:
    assert is_read((None, io.StringIO(), Terminal()))
    assert not is_read((None, io.StringIO(), io.StringIO()))
    shut = Terminal()
    shut.close()
    assert not is_read((shut,))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_the_window_says_why_and_what_to_do_and_a_key_closes_it(key: Qt.Key) -> None:
    window = FaultWindow("/a/folder/legs-up: Read-only file system")
    window.show()
    window.activateWindow()
    close = window.findChildren(QPushButton)[0]
    until(close.hasFocus)
    all_within(window)
    texts = " ".join(each.text() for each in window.findChildren(QLabel))
    assert "Legs Up cannot be opened" in texts
    assert "Read-only file system" in texts
    assert "Once you can write in that folder" in texts
    QTest.keyClick(close, key)
    assert not window.isVisible()
    window.deleteLater()


def test_where_no_window_is_seen_nobody_is_waited_for(qapp: QApplication) -> None:
    seen: list[QWidget] = []

    def close() -> None:
        found = QApplication.activeModalWidget()
        if found is not None:
            seen.append(found)
            found.close()

    QTimer.singleShot(0, close)
    say_in_window(qapp, "Read-only file system")
    QApplication.processEvents()
    assert seen == []
