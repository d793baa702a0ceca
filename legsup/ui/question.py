"""A question over the window: a heading, a line or two, and two ways, of which the one that changes nothing has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import button, column, label, named

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

#: Its width in lines of text, and the least that it leaves of the window it stands over, in pixels.
WIDE, LEFT = 24, 24


class Question(QDialog):
    """``safe`` and ``other`` are the two ways; one stray key, or Esc, goes the safe one. ``goes_other`` tells which was gone.

    It waits in a loop of its own, in which a session runs on: nobody on the floor is waited for.
    """

    def __init__(self, parent: QWidget, heading: str, text: str, *, safe: str, other: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Legs Up")
        named(self, heading, text)
        self.heading, self.text = heading, text
        self._safe = button(safe, self.reject, "primary", text)
        self._other = button(other, self.accept, "", text)
        ways = QWidget()
        FlowLayout(ways, (self._safe, self._other), begins=True)
        rows = column(self)
        rows.addWidget(label(heading, "heading"))
        rows.addWidget(label(text))
        rows.addStretch(1)
        rows.addWidget(ways)

    def goes_other(self) -> bool:
        """Ask, and tell whether the other way was chosen."""
        goes = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return goes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go the way that has the focus; Qt would look for a default one."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self._safe).click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need, within the window below."""
        parent = self.parentWidget()
        wide = WIDE * self.fontMetrics().lineSpacing()
        if parent is not None:
            wide = min(wide, parent.width() - LEFT)
        self.resize(wide, self.heightForWidth(wide))
        self._safe.setFocus()
        super().showEvent(event)
