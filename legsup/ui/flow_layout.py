"""A layout that sets widgets in rows like words in lines, so that nothing is cut off on a small window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt

from legsup.ui.kept_items import KeptItems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QLayoutItem, QWidget


class FlowLayout(KeptItems):
    """Rows of widgets at their own sizes, ``gap`` pixels apart: centred, or from where lines begin (``begins``).

    Where it is ``led``, its first widget says what the others are: it stands above them where one row holds not all,
    if that takes no more rows.
    """

    def __init__(
        self,
        parent: QWidget,
        widgets: Iterable[QWidget] = (),
        gap: int = 10,
        *,
        begins: bool = False,
        led: bool = False,
    ) -> None:
        super().__init__(parent)
        self._led = led
        self._begins = begins
        self._gap = gap
        self._least = 0
        for widget in widgets:
            self.addWidget(widget)

    @property
    def gap(self) -> int:
        """Pixels between two widgets, and between two rows."""
        return self._gap

    def keep_height(self, least: int) -> None:
        """Make no row lower than so many pixels: what is lower than a row stands in its middle."""
        if least != self._least:
            self._least = least
            self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more than is needed."""
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        """Tell how high the rows are at a width."""
        left, top, right, bottom = self._margins()
        rows = self._rows(width - left - right)
        return top + bottom + sum(self._height(row) for row in rows) + self._gap * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        """Ask for one row."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in sizes), default=self._least)))

    def minimumSize(self) -> QSize:
        """Shrink as far as the widest item."""
        sizes = [item.sizeHint() for item in self._shown()]
        widest = max((size.width() for size in sizes), default=0)
        return self._with_margins(QSize(widest, max((size.height() for size in sizes), default=self._least)))

    def setGeometry(self, rect: QRect) -> None:
        """Set each row in its place, in the direction in which one reads."""
        super().setGeometry(rect)
        rect = rect.marginsRemoved(self.contentsMargins())
        top = rect.top()
        for row in self._rows(rect.width()):
            height = self._height(row)
            left = rect.left() + (0 if self._begins else (rect.width() - self._width(row)) // 2)
            for item in row:
                size = item.sizeHint()
                place = QRect(QPoint(left, top + (height - size.height()) // 2), size)
                self._set(item, place, rect)
                left += size.width() + self._gap
            top += height + self._gap

    def _margins(self) -> tuple[int, int, int, int]:
        margins = self.contentsMargins()
        return margins.left(), margins.top(), margins.right(), margins.bottom()

    def _with_margins(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        shown = self._shown()
        rows = self._filled(shown, width)
        if self._led and len(rows) > 1:
            apart = [shown[:1], *self._filled(shown[1:], width)]
            return apart if len(apart) <= len(rows) else rows
        return rows

    def _filled(self, items: list[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        for item in items:
            if rows and self._width([*rows[-1], item]) <= width:
                rows[-1].append(item)
            else:
                rows.append([item])
        return rows

    def _width(self, row: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in row) + self._gap * (len(row) - 1)

    def _height(self, row: list[QLayoutItem]) -> int:
        return max(self._least, *(item.sizeHint().height() for item in row))
