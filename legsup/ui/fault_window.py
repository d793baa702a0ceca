"""Why the app cannot be opened, in a window that stands alone: there is no app behind it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from legsup.ui.widgets import button, column, label, named
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

#: Its width in lines of text.
WIDE = 24


class FaultWindow(QDialog):
    """Says that the app's folder cannot be used, for a ``reason``, that all in it is as it was, and what can be done."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        heading = tr("Legs Up cannot be opened")
        told = tr("Its folder cannot be used ({reason}). Nothing in it was changed.").format(reason=reason)
        remedy = tr("Once you can write in that folder, open Legs Up again.")
        self.setWindowTitle("Legs Up")
        named(self, heading, f"{told} {remedy}")
        self._close = button(tr("Close"), self.reject, "primary", f"{told} {remedy}")
        rows = column(self)
        rows.addWidget(label(heading, "heading"))
        rows.addWidget(label(told))
        rows.addWidget(label(remedy))
        rows.addStretch(1)
        rows.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need."""
        wide = WIDE * self.fontMetrics().lineSpacing()
        self.resize(wide, self.heightForWidth(wide))
        self._close.setFocus()
        super().showEvent(event)
