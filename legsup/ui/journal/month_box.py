"""The month with its name and the ways to those before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legsup.ui.journal.month_view import MonthView, month_name
from legsup.ui.widgets import button, label
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from legsup.domain.journal_sums import Sum

#: Pixels about the name between the ways.
AROUND = 24


class MonthBox(QWidget):
    """Shows one month; ``turned`` asks for one so many later, ``view`` is its calendar."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.view = MonthView()
        self.view.turned.connect(self.turned)
        self._earlier = button(tr("Earlier"), lambda: self.turned.emit(-1), "quiet", tr("The month before"))
        self._later = button(tr("Later"), lambda: self.turned.emit(1), "quiet", tr("The month after"))
        # No month is later than this one: then the way there is gone, and the other stays where it stood.
        policy = self._later.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._later.setSizePolicy(policy)
        self._name = ""
        self._between = label("", "heading", centred=True, wraps=False)
        self._above = label("", "heading", centred=True)
        self._above.hide()
        head = QHBoxLayout()
        head.addWidget(self._earlier)
        head.addWidget(self._between, 1)
        head.addWidget(self._later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._above)
        column.addLayout(head)
        column.addWidget(self.view)
        column.addStretch(0)

    def show_month(self, month: date, first: int, today: date, sums: Mapping[date, Sum]) -> None:
        """Show a month whose weeks begin with ``first`` (1 Monday to 7 Sunday), and what was practised on its days."""
        self._name = month_name(month)
        self.view.show_month(month, first, today, sums)
        there = (month.year, month.month) < (today.year, today.month)
        if not there and self._later.hasFocus():
            self._earlier.setFocus()
        self._later.setVisible(there)
        self._give_room()

    def _give_room(self) -> None:
        """Show the name above the ways where it has no room between them."""
        self._above.setText(self._name)
        beside = self._earlier.sizeHint().width() + self._later.sizeHint().width()
        is_narrow = self.width() < beside + self._above.fontMetrics().horizontalAdvance(self._name) + AROUND
        self._above.setVisible(is_narrow)
        self._between.setText("" if is_narrow else self._name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the name by the room that there is."""
        super().resizeEvent(event)
        self._give_room()
