"""Lists and tables of lines to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from legsup.ui.widgets.naming import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
    from PySide6.QtGui import QFocusEvent, QResizeEvent


class RowList(QListView):
    """A named list of rows of one height, read from a model as it is scrolled."""

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let it be seen at which row the keys are: Qt goes to the first one unseen."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and self.currentIndex().isValid():
            self.setCurrentIndex(self.currentIndex())


#: Pixels beside the words of a cell, by the style sheet.
PADDED = 14


class _Cell(QStyledItemDelegate):
    """Measures words in the room that is theirs: Qt's own counts the padding of the style sheet as room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Tell how large a cell is, whose words go on in a further line where they need one."""
        inside = QStyleOptionViewItem(option)
        area: QRect = inside.rect  # pyright: ignore[reportAttributeAccessIssue] - the stubs do not know its fields
        inside.rect = area.adjusted(0, 0, -PADDED, 0)  # pyright: ignore[reportAttributeAccessIssue] - the same
        return super().sizeHint(inside, index)


class ReadingTable(QTableWidget):
    """A table to read, as high as its rows."""

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows."""
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                self.setItem(at, column, QTableWidgetItem(text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        wide, columns = self.viewport().width(), self.columnCount()
        for column in range(columns):
            self.setColumnWidth(column, (column + 1) * wide // columns - column * wide // columns)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Give larger words more room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """Be as high as the rows are, in which words of a narrow column take more lines."""
        self.resizeRowsToContents()
        header = self.horizontalHeader().sizeHint().height()
        high = sum(self.rowHeight(at) for at in range(self.rowCount()))
        self.setFixedHeight(header + high + 2 * self.frameWidth() + 4)


def reading_table(name: str, heads: Sequence[str]) -> ReadingTable:
    """Make a table to read, with a heading for each column."""
    made = ReadingTable(0, len(heads))
    named(made, name)
    made.setHorizontalHeaderLabels(list(heads))
    made.setItemDelegate(_Cell(made))
    made.verticalHeader().hide()
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    made.setShowGrid(False)
    # It is as high as its rows: a bar that came meanwhile would make them narrower, and higher, and go again, for ever.
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setTabKeyNavigation(False)
    # Qt's own stretching comes after the rows have been measured.
    made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    return made
