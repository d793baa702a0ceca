"""A layout of cards in rows: all of one width, as many to a row as fit, each row as high as its highest."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

from legsup.ui.kept_items import KeptItems

#: The least width of a card in lines of text.
LEAST = 12
#: Two to a row are never made one.
PAIR = 2
#: Pixels between two cards.
GAP = 14


class EvenGrid(KeptItems):
    """Fills the width with cards; hidden ones leave no gap."""

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
        for item, place in zip(self._shown(), self._places(rect.width()), strict=True):
            self._set(item, place.translated(rect.topLeft()), rect)

    def _least(self) -> int:
        parent = self.parentWidget()
        return 0 if parent is None else LEAST * parent.fontMetrics().height()

    def _places(self, width: int) -> list[QRect]:
        """Give the place of each shown card in a grid of a width."""
        shown = self._shown()
        columns = even_columns(len(shown), (width + GAP) // (max(1, self._least()) + GAP))
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


def even_columns(cards: int, most: int) -> int:
    """Give how many cards stand in a row, of which ``most`` fit: one fewer where the last row would hold a single card."""
    columns = max(1, most)
    alone = columns > PAIR and cards > columns and cards % columns == 1
    return columns - 1 if alone else columns
