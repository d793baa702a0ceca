"""A field for a short text that a rule holds: what does not fit is told beside it, and asks for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from legsup.ui.widgets.labels import notice
from legsup.ui.widgets.naming import named

if TYPE_CHECKING:
    from collections.abc import Callable

#: Pixels beside a text: frame, padding and cursor.
ROOM = 28


class _Line(QLineEdit):
    """A line that is wide enough for what it shows, whatever the size of text; the row wraps where that is too wide."""

    def minimumSizeHint(self) -> QSize:
        """The usual height, and room for the text."""
        usual = super().minimumSizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + ROOM, usual.height())


class WrittenBox(QWidget):
    """``written`` gives a text once it is entered and fits; ``hint`` says how one is written."""

    written = Signal(str)

    def __init__(self, name: str, hint: str, fits: Callable[[object], bool]) -> None:
        super().__init__()
        self._fits = fits
        self._line = _Line()
        named(self._line, name, hint)
        self._line.setPlaceholderText(hint)
        self._how = hint
        self._hint = notice("warning")
        self._line.textChanged.connect(self._judge)
        self._line.editingFinished.connect(self._enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        column.addWidget(self._hint)
        self.setFocusProxy(self._line)

    def show_text(self, text: str) -> None:
        """Show a text; one that is being written stays."""
        if self._line.hasFocus() and self._line.isModified():
            return
        with QSignalBlocker(self._line):
            self._line.setText(text)
        self._hint.say("")

    def _judge(self, text: str) -> None:
        # Where nothing is written the same words stand in the line itself.
        self._hint.say("" if not text or self._fits(text) else self._how)

    def _enter(self) -> None:
        text = self._line.text()
        if self._fits(text) and self._line.isModified():
            self._line.setModified(False)
            self.written.emit(text)
