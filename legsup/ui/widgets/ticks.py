"""Boxes that are ticked, and switches that are on or off: each tells its state by a shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QCheckBox

from legsup.ui.widgets.marks import TICK, middle, paint_mark
from legsup.ui.widgets.naming import give_role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

#: How much of its box a tick takes, and of its track a switch's knob.
_TICK, _KNOB = 0.86, 0.68
#: Pixels at either side of a switch's track in which its focus is shown (``style.py``): a field's own edge is its track.
OVERHANG = 8


class Tick(QCheckBox):
    """A box with its words beside it; a tick stands in it while it holds."""

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
