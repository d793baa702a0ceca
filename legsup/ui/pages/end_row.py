"""What stands under the figure when a session has ended: the tension now, an offer, and the way back to Today."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legsup.ui.pages.offer_row import OfferRow
from legsup.ui.pages.tension_row import TensionRow
from legsup.ui.widgets import button
from legsup.ui.words import tr


class EndRow(QWidget):
    """``done`` asks for Today, ``tension_after`` gives what the person says (0-4); ``offer`` is the row of an offer."""

    done = Signal()
    tension_after = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.offer = OfferRow()
        tension = TensionRow(tr("Tension now"))
        tension.answered.connect(self.tension_after)
        self._done = button(tr("Done"), self.done.emit, "primary", tr("Back to Today"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._done)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(tension)
        column.addWidget(self.offer)
        column.addLayout(row)
        self.setFocusProxy(self._done)
