"""The row of the Today page that asks whether one wants to fall asleep afterwards, where the practice allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QWidget

from legsup.ui.widgets import column, label, named
from legsup.ui.widgets.ticks import Switch
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance


class SleepRow(QWidget):
    """A switch and what it brings; hidden until a practice allows it. ``chosen`` is told what is clicked."""

    def __init__(self, chosen: SignalInstance) -> None:
        super().__init__()
        words = tr("Fall asleep afterwards")
        brings = tr("It ends on your side: no bell, no seat. The sea fades over a minute.")
        self.switch = Switch()
        self.switch.setText(words)
        named(self.switch, words, brings)
        self.switch.toggled.connect(chosen.emit)  # toggled: a screen reader does not click
        rows = column(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._brings = label(brings, "note")
        rows.addWidget(self._brings)
        self.hide()

    def show_choice(self, *, offered: bool, on: bool) -> None:
        """Show what was chosen, where it is offered."""
        with QSignalBlocker(self.switch):
            self.switch.setChecked(on)
        self._brings.setVisible(on)
        self.setVisible(offered)
