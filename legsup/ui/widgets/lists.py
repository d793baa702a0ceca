"""Lists and tables of lines to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableWidget, QTableWidgetItem

from legsup.ui.widgets.naming import named

if TYPE_CHECKING:
    from collections.abc import Sequence


class RowList(QListView):
    """A named list of rows of one height, read from a model as it is scrolled."""

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class ReadingTable(QTableWidget):
    """A table to read, as high as its rows."""

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows."""
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                self.setItem(at, column, QTableWidgetItem(text))
        self.resizeRowsToContents()
        header = self.horizontalHeader().sizeHint().height()
        high = sum(self.rowHeight(at) for at in range(len(rows)))
        self.setFixedHeight(header + high + 2 * self.frameWidth() + 4)


def reading_table(name: str, heads: Sequence[str]) -> ReadingTable:
    """Make a table to read, with a heading for each column."""
    made = ReadingTable(0, len(heads))
    named(made, name)
    made.setHorizontalHeaderLabels(list(heads))
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setTabKeyNavigation(False)
    made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return made
