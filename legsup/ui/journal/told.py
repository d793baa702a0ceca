"""A painted view with places that can be pointed at, by mouse or by keys, each of which tells its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QWidget

from legsup.ui.widgets import named, read_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPalette


class Told(QWidget):
    """Owns which place is pointed at; ``told`` gives its words, none where nothing is.

    Whoever paints says how many places there are, what each tells, and which stands at a point.
    """

    told = Signal(str)
    chosen = Signal(int)

    def __init__(self, name: str, announces: Callable[[QWidget, str], None] = read_out) -> None:
        """Be called by a name; ``announces`` tells a screen reader what keys point at."""
        super().__init__()
        self._announces = announces
        named(self, name)
        self._at: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def at(self) -> int | None:
        """The place that is pointed at."""
        return self._at

    def count(self) -> int:
        """How many places there are."""
        raise NotImplementedError

    def words(self, place: int) -> str:
        """What a place tells."""
        raise NotImplementedError

    def place_at(self, point: QPointF) -> int | None:
        """Which place stands at a point."""
        raise NotImplementedError

    def step(self, key: int) -> int:
        """By how many places a key moves; 0: it is no such key. Right is where one reads on."""
        ahead = -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
        return {
            Qt.Key.Key_Right.value: ahead,
            Qt.Key.Key_Left.value: -ahead,
            Qt.Key.Key_Down.value: 1,
            Qt.Key.Key_Up.value: -1,
        }.get(key, 0)

    def point_at(self, place: int | None) -> None:
        """Point at a place, or at none, and tell its words."""
        if place == self._at:
            return
        self._at = place
        text = "" if place is None else self.words(place)
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.told.emit(text)
        if text and self.hasFocus():
            self._announces(self, text)
        self.update()

    def start(self) -> int:
        """The place where keys begin."""
        return self.count() - 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, Home and End; Return chooses."""
        key, last = event.key(), self.count() - 1
        if last < 0:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Home:
            self.point_at(0)
        elif key == Qt.Key.Key_End:
            self.point_at(last)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._at is not None:
            self.chosen.emit(self._at)
        elif by := self.step(key):
            here = self.start() - by if self._at is None else self._at
            self.point_at(min(last, max(0, here + by)))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at a place as soon as keys come here."""
        super().focusInEvent(event)
        if self._at is None and self.count() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.point_at(self.start())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing when the keys go elsewhere."""
        super().focusOutEvent(event)
        self.point_at(None)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the mouse."""
        self.point_at(self.place_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        place = self.place_at(event.position())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self.point_at(place)
            self.chosen.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing when the mouse has gone, unless keys point."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.point_at(None)

    @property
    def is_mirrored(self) -> bool:
        """Whether one reads from the right."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft


def worn() -> QPalette:
    """Give the colours that are worn: a style sheet would thin out those of a widget's own palette."""
    return QGuiApplication.palette()


def faded(role: QPalette.ColorRole, share: float) -> QColor:
    """Give a colour that is worn, of which a share (0-1) covers what is below."""
    colour = QColor(worn().color(role))
    colour.setAlphaF(share)
    return colour
