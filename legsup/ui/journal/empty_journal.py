"""What stands in the journal before anything was practised: what will be here, and the way to a practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legsup.ui.widgets import button, keep_readable, label
from legsup.ui.widgets.cards import CardPicture
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize

#: In lines of text: the width of the figure, and that of the words.
FIGURE, WORDS = 24, 36
#: Pixels between figure, words and the way on.
GAP = 18


class EmptyJournal(QWidget):
    """``paint`` paints the figure of a practice in a size; ``today_asked`` wants to choose one."""

    today_asked = Signal()

    def __init__(self, paint: Callable[[str, QSize], QPixmap | None]) -> None:
        super().__init__()
        self._paint = paint
        self._figure = CardPicture()
        keep_readable(self._figure, FIGURE)
        said = label(
            tr("What you practise will stand here, on this computer alone, day by day."), centred=True
        )
        keep_readable(said, WORDS)
        self._way = button(tr("Choose a practice"), self.today_asked.emit, "", tr("Back to Today"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, GAP, 0, GAP)
        rows.setSpacing(GAP)
        rows.addStretch(2)
        for each in (self._figure, said):
            rows.addLayout(_in_the_middle(each))
        rows.addWidget(self._way, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)

    def show_practice(self, name: str) -> None:
        """Show the figure of a practice, in the colours of now."""
        self._figure.show_picture(lambda size: self._paint(name, size) or QPixmap())

    def give_room(self, *, roomy: bool) -> None:
        """Show the figure where there is room for it: the words come first."""
        self._figure.setVisible(roomy)


def _in_the_middle(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 100)
    row.addStretch(1)
    return row
