"""The message above a page: it pushes the page down, or lies over it where the page has room for that, and moves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

from legsup.ui.kept_items import KeptItems
from legsup.ui.widgets import show_over

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from legsup.ui.message_line import MessageLine

#: The share of the height that messages take at most; where all do not fit, the latest stands alone.
MOST = 0.5


class MessageOver(KeptItems):
    """Two widgets, the message and the pages; ``free`` tells how many pixels at a page's top may be covered.

    It is given how many pixels of its height the page has lost to the message now.
    """

    def __init__(
        self, parent: QWidget, message: MessageLine, pages: QWidget, free: Callable[[int], int]
    ) -> None:
        super().__init__(parent)
        self._message, self._pages, self._free = message, pages, free
        self.addWidget(pages)
        self.addWidget(message)
        message.raise_()

    def hasHeightForWidth(self) -> bool:
        """The pages make do with what there is."""
        return False

    def setGeometry(self, rect: QRect) -> None:
        """Set both in their places."""
        lost = self._pages.y() - rect.y() if self.geometry().size() == rect.size() else 0
        super().setGeometry(rect)
        self._message.fit(rect.width(), round(MOST * rect.height()))
        high = 0 if self._message.isHidden() else self._message.heightForWidth(rect.width())
        over = 0 < high <= self._free(lost)
        show_over(self._message, on=over)
        self._message.setGeometry(QRect(rect.topLeft(), QSize(rect.width(), high)))
        self._pages.setGeometry(rect if over else rect.adjusted(0, high, 0, 0))

    def sizeHint(self) -> QSize:
        """Ask for what the pages want."""
        return self._pages.sizeHint()

    def minimumSize(self) -> QSize:
        """Shrink as far as the pages."""
        return self._pages.minimumSizeHint()
