"""A layout of cards in rows: all of one width, as many to a row as fit, each row as high as its highest."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

#: The least width of a card in lines of text.
LEAST = 12
#: Pixels between two cards.
GAP = 14


class EvenGrid(QLayout):
    """Fills the width with cards; hidden ones leave no gap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item, as Qt asks."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take the width that there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """A narrow grid is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell how high the rows are at a width."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """Ask for two cards beside each other."""
        return QSize(2 * self._least() + GAP, self.heightForWidth(2 * self._least() + GAP))

    def minimumSize(self) -> QSize:
        """Shrink to one card; the height follows from the width."""
        return QSize(self._least(), 0)

    def setGeometry(self, rect: QRect) -> None:
        """Set each card in its place, in the direction in which one reads."""
        super().setGeometry(rect)
        parent = self.parentWidget()
        direction = Qt.LayoutDirection.LeftToRight if parent is None else parent.layoutDirection()
        for item, place in zip(self._shown(), self._places(rect.width()), strict=True):
            item.setGeometry(QStyle.visualRect(direction, rect, place.translated(rect.topLeft())))

    def _least(self) -> int:
        parent = self.parentWidget()
        return 0 if parent is None else LEAST * parent.fontMetrics().height()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> list[QRect]:
        """Give the place of each shown card in a grid of a width."""
        shown = self._shown()
        columns = max(1, (width + GAP) // (max(1, self._least()) + GAP))
        wide = (width - (columns - 1) * GAP) // columns
        places: list[QRect] = []
        top = 0
        for first in range(0, len(shown), columns):
            row = shown[first : first + columns]
            high = max(
                item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
                for item in row
            )
            places.extend(QRect(at * (wide + GAP), top, wide, high) for at in range(len(row)))
            top += high + GAP
        return places
