"""The list of past sessions: what is pointed at, and what is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal

from legsup.ui.journal.record_model import RecordModel
from legsup.ui.journal.record_row import RecordRow
from legsup.ui.journal.row_form import figure_size
from legsup.ui.journal.small_figures import SmallFigures
from legsup.ui.widgets.lists import RowList
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPixmap, QResizeEvent

    from legsup.domain.record import Record


class RecordRows(RowList):
    """The list; ``opened`` gives a record that was clicked, or chosen by Return."""

    opened = Signal(object)

    def __init__(self, paint: Callable[[str, QSize], QPixmap | None]) -> None:
        super().__init__(tr("Past sessions"))
        self.records = RecordModel()
        self.figures = SmallFigures(paint, self.viewport())
        self.setModel(self.records)
        self.setItemDelegate(RecordRow(self.figures, self))
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def make_figures(self) -> None:
        """Have the figures painted of what is listed, before it is seen."""
        self.ensurePolished()
        size = figure_size(self.fontMetrics().height())
        for name in self.records.sequences():
            self.figures.get(name, size)

    def point_at(self, record: Record) -> None:
        """Point at a record, where it is listed."""
        row = self.records.row_of(record)
        if row is not None:
            self.setCurrentIndex(self.records.index(row))

    def sizeHint(self) -> QSize:
        """Ask for the least height that it was given: it takes what there is, and a page is not scrolled for more."""
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), self.minimumSizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew: other widths have other rows, and Qt asks for them with another height alone."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.records.record(index))
