"""What stands under the figure when a session has ended: the tension now, an offer, and the way back to Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legsup.domain.record import MOST_NOTE
from legsup.ui.pages.offer_row import OfferRow
from legsup.ui.pages.tension_row import TensionRow
from legsup.ui.widgets import button, label, scrolling
from legsup.ui.widgets.fields import note_field
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


#: Pixels kept for Done's edges, and for a bar to scroll by.
EDGES, SCROLL_BAR = 10, 14


class EndRow(QWidget):
    """``done`` asks for Today; ``tension_after`` and ``legs_after`` give what the person says (0-4), ``noted`` their note.

    ``offer`` is the row of an offer.
    """

    done = Signal()
    tension_after = Signal(int)
    legs_after = Signal(int)
    noted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.offer = OfferRow()
        self._frequency = label("", "note", centred=True)
        self._day = label("", "note", centred=True)
        self._tension = TensionRow(tr("Tension now"), keys=True)
        self._tension.answered.connect(self.tension_after)
        self._legs = TensionRow(tr("Legs now"))
        self._legs.answered.connect(self.legs_after)
        self._note = note_field(
            tr("A note, if you like"), MOST_NOTE, tr("Kept with this practice in the journal")
        )
        self._note.editingFinished.connect(self._write)
        self._written = ""
        self._room = 0
        self._done = button(tr("Done"), self.done.emit, "primary", tr("Back to Today"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._done)
        row.addStretch(1)
        self._asked = QWidget()
        rows = QVBoxLayout(self._asked)
        rows.setContentsMargins(0, 0, 0, 0)
        for each in (self._frequency, self._tension, self._legs):
            rows.addWidget(each)
        rows.addLayout(_centred(self._note))
        rows.addWidget(self.offer)
        rows.addWidget(self._day)
        rows.addStretch(1)
        self._area = scrolling(self._asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addLayout(row)
        self.setFocusProxy(self._done)
        self.begin(folded=False, legs=False, note=False)

    def begin(self, *, folded: bool, legs: bool, note: bool) -> None:
        """Ask anew for the session that begins: as a line where it is ``folded``; for legs and a note where they are chosen."""
        self._tension.begin(folded=folded)
        self._legs.begin(folded=False)
        self._note.clear()
        self._written = ""
        self._chosen = (legs, note)
        self.show_asking(kept=True)

    def show_asking(self, *, kept: bool, frequency: str = "", day: str = "") -> None:
        """Ask where the session was kept, say a line on how often one practises, and when this was."""
        legs, note = self._chosen
        self._tension.setVisible(kept)
        self._legs.setVisible(kept and legs)
        self._note.setVisible(kept and note)
        self._frequency.setText(frequency)
        self._frequency.setVisible(bool(frequency))
        self._day.setText(day)
        self._day.setVisible(bool(day))
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for room anew: narrow rows are higher."""
        super().resizeEvent(event)
        self.fit()

    def fit(self, room: int | None = None) -> None:
        """Ask for as much room as all that is asked needs; where there is less, it scrolls and Done stays.

        ``room`` is the height in pixels that there is for both; without it that of the last time is used.
        """
        if room is not None:
            self._room = room
        rows = self._asked.layout()
        assert rows is not None
        wide = max(1, self.width() - SCROLL_BAR)
        needed = rows.totalHeightForWidth(wide) if rows.hasHeightForWidth() else rows.sizeHint().height()
        most = self._room - self._done.sizeHint().height() - EDGES
        least = 2 * self.fontMetrics().lineSpacing()
        self._area.setFixedHeight(min(needed, max(least, most)))

    def _write(self) -> None:
        if self._note.text() != self._written:
            self._written = self._note.text()
            self.noted.emit(self._written)


def _centred(field: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(24, 0, 24, 0)
    row.addStretch(1)
    row.addWidget(field, 3)
    row.addStretch(1)
    return row
