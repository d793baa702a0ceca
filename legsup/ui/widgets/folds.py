"""Folds: one calm line that opens what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.ui.as_read import as_read
from legsup.ui.widgets.buttons import PressButton
from legsup.ui.widgets.marks import DOWN, UP, middle, paint_mark
from legsup.ui.widgets.naming import give_role, named
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

#: Pixels at the line's end, in which its arrow stands.
_ROOM = 32


class FoldLine(PressButton):
    """The line itself: its arrow points down while what it opens is folded away, and up while it is open.

    ``turned`` tells that it was opened or folded.
    """

    turned = Signal(bool)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAutoDefault(False)
        give_role(self, "fold")
        self._is_open = False
        self.clicked.connect(self._turn)
        self.rename(text)

    def rename(self, text: str) -> None:
        """Write another line."""
        self.setText(text)
        named(self, text, tr("Folds it away again") if self._is_open else tr("Opens what is folded away"))

    def open(self, *, on: bool = True) -> None:
        """Open what it opens, or fold it away."""
        if on is not self._is_open:
            self._turn()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self.rename(self.text())
        self.update()
        self.turned.emit(self._is_open)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line as the style sheet dresses it, and its arrow."""
        super().paintEvent(event)
        ends = QRect(self.width() - _ROOM, 0, _ROOM, self.height())
        place = as_read(self.layoutDirection(), self.rect(), ends)
        ink = self.palette().color(QPalette.ColorRole.ButtonText)
        paint_mark(
            self,
            UP if self._is_open else DOWN,
            middle(QRectF(place), 0.7 * self.fontMetrics().height()),
            ink,
        )


class Fold(QWidget):
    """A line, and below it what it opens; ``turned`` tells that it was opened or folded."""

    turned = Signal(bool)

    def __init__(self, text: str, body: QWidget) -> None:
        super().__init__()
        self.line = FoldLine(text)
        self.body = body
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.line, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(body)
        body.hide()
        self.line.turned.connect(self._turn)

    def open(self, *, on: bool = True) -> None:
        """Open it, or fold it again."""
        self.line.open(on=on)

    def rename(self, text: str) -> None:
        """Write another line."""
        self.line.rename(text)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - a slot takes what Qt gives
        self.body.setVisible(on)
        self.turned.emit(on)
