"""The month with its name and the ways to those before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from legsup.ui.journal.month_view import MonthView, month_name
from legsup.ui.widgets import button, label
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from legsup.domain.journal_sums import Sum


class MonthBox(QWidget):
    """Shows one month; ``turned`` asks for one so many later, ``view`` is its calendar."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.view = MonthView()
        self.view.turned.connect(self.turned)
        self._earlier = button(tr("Earlier"), lambda: self.turned.emit(-1), "quiet", tr("The month before"))
        self._later = button(tr("Later"), lambda: self.turned.emit(1), "quiet", tr("The month after"))
        self._name = label("", "heading", centred=True, wraps=False)
        self._head = QGridLayout()
        self._head.setColumnStretch(1, 1)
        self._head.addWidget(self._earlier, 1, 0)
        self._head.addWidget(self._later, 1, 2)
        self._head.addWidget(self._name, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._head)
        column.addWidget(self.view)
        column.addStretch(0)

    def show_month(self, month: date, first: int, today: date, sums: Mapping[date, Sum]) -> None:
        """Show a month whose weeks begin with ``first`` (1 Monday to 7 Sunday), and what was practised on its days."""
        self._name.setText(month_name(month))
        self.view.show_month(month, first, today, sums)
        self._later.setEnabled((month.year, month.month) < (today.year, today.month))
        self.give_room(self.width())

    def give_room(self, wide: int) -> None:
        """Put the name above the ways where it has no room between them."""
        between = 2 * max(self._head.horizontalSpacing(), 0)
        needed = sum(each.sizeHint().width() for each in (self._earlier, self._name, self._later)) + between
        row, column, columns = (0, 0, 3) if wide < needed else (1, 1, 1)
        if self._head.getItemPosition(self._head.indexOf(self._name)) != (row, column, 1, columns):
            self._head.addWidget(self._name, row, column, 1, columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the name by the room that there is."""
        super().resizeEvent(event)
        self.give_room(self.width())
