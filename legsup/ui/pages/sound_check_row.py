"""The row that plays the sound check: a button to begin and to stop, and what is heard or why nothing is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from legsup.ui.widgets import button, named, notice, rename
from legsup.ui.words import tr


class SoundCheckRow(QWidget):
    """``asked`` begins or stops the check; what runs is told from outside."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, tr("Try the sound"))
        self._button = button("", self.asked.emit)
        self._told = notice("note")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        row.addWidget(self._told, 1)
        row.addStretch()
        self.setFocusProxy(self._button)
        self.show_running(False)

    def show_running(self, running: bool) -> None:  # noqa: FBT001 - the slot of a signal
        """Name the button by what it does now."""
        text = tr("Stop the sound") if running else tr("Play three breaths")
        rename(self._button, text, tr("With the sound as it is chosen here"))
        if not running:
            self._told.say("")

    def tell(self, text: str) -> None:
        """Tell what is heard."""
        self._told.say(text)
