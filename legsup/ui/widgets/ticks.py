"""Boxes that are ticked, and switches that are on or off: each tells its state by a shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from legsup.ui.widgets.marks import TICK, middle, paint_mark
from legsup.ui.widgets.naming import give_role
from legsup.ui.widgets.wrapping import broken

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QStyleOptionButton

#: How much of its box a tick takes, and of its track a switch's knob.
_TICK, _KNOB = 0.86, 0.68
#: Pixels at either side of a switch's track in which its focus is shown (``style.py``): a field's own edge is its track.
OVERHANG = 8


class Tick(QCheckBox):
    """A box with its words beside it, in two lines where one has no room; a tick stands in it while it holds."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as two lines allow."""
        lines = self._lines(self._measure(self.text()) - 1).split("\n")
        return QSize(self._beside() + max(map(self._measure, lines)), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Have room for a second line where there is one."""
        further = self._lines(width - self._beside()).count("\n")
        return self.sizeHint().height() + further * self.fontMetrics().lineSpacing()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Write the words in their lines."""
        super().initStyleOption(option)
        option.text = self._lines(self.width() - self._beside())

    def _lines(self, width: int) -> str:
        return broken(self.text(), width, self._measure)

    def _measure(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def _beside(self) -> int:
        """Tell how many pixels of its width the words do not have."""
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # noqa: PLC0415 - their enums take long to load

        self.ensurePolished()
        option = QStyleOptionButton()
        super().initStyleOption(option)
        wide = option.rect.width()
        return wide - self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box as the style sheet dresses it, and the tick."""
        super().paintEvent(event)
        if self.isChecked():
            box = _indicator(self)
            ink = self.palette().color(QPalette.ColorRole.HighlightedText)
            paint_mark(self, TICK, middle(box, _TICK * box.height()), ink)


class Switch(QCheckBox):
    """A knob in a track: at the far end, with a tick in it, while it is on."""

    def __init__(self) -> None:
        super().__init__()
        give_role(self, "switch")
        self.setProperty("overhang", OVERHANG)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words as the style sheet dresses them, then track and knob."""
        super().paintEvent(event)
        track = _indicator(self).adjusted(1, 1, -1, -1)
        on = self.isChecked()
        role = QPalette.ColorRole
        colours = self.palette()
        accent, quiet = colours.color(role.Highlight), colours.color(role.WindowText)
        ground = colours.color(role.HighlightedText) if on else quiet
        knob = middle(track, _KNOB * track.height())
        at_end = on is (self.layoutDirection() is Qt.LayoutDirection.LeftToRight)
        away = (track.width() - track.height()) / 2
        knob.translate(away if at_end else -away, 0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent if on else quiet, 2))
        painter.setBrush(accent if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(knob)
        painter.end()
        if on:
            paint_mark(self, TICK, middle(knob, 0.7 * knob.height()), accent)


def _indicator(box: QCheckBox) -> QRectF:
    from PySide6.QtWidgets import QStyle, QStyleOptionButton  # noqa: PLC0415 - their enums take long to load

    option = QStyleOptionButton()
    box.initStyleOption(option)
    return QRectF(box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box))
