"""Boxes that give one of several values, and a number in steps; a wheel that rolls over them changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyle, QStyleOptionComboBox, QStylePainter

from legsup.ui.as_read import as_read
from legsup.ui.widgets.marks import DOWN, MINUS, PLUS, middle, paint_mark
from legsup.ui.widgets.naming import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QWheelEvent

#: Pixels beside a number.
AIR = 10
#: Pixels of width of the button for less, and of that for more.
BUTTON = 44
#: Letters that a narrow box shows at least.
NARROW = 12
#: A mark's side in heights of the text, and pixels of the room at a box's end in which the arrow stands.
_MARK, _ROOM = 0.7, 36


class ChoiceBox(QComboBox):
    """One of several values, each with its words; ``chosen`` gives the value that the person chose.

    A ``narrow`` box is not widened by long words, as the name of a file.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, options: Sequence[tuple[str, object]] = (), *, narrow: bool = False
    ) -> None:
        super().__init__()
        named(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(NARROW)
        if narrow:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._add(options)
        self.currentIndexChanged.connect(lambda: self.chosen.emit(self.currentData()))

    def offer(self, options: Sequence[tuple[str, object]], value: object) -> None:
        """Offer other values, and show one of them; nothing is chosen by that."""
        with QSignalBlocker(self):
            self.clear()
            self._add(options)
            self.show_value(value)

    def show_value(self, value: object) -> None:
        """Show a value; one that has no words is shown as it is written. Nothing is chosen by that."""
        with QSignalBlocker(self):
            if self.findData(value) < 0:
                self.addItem(str(value), value)
            self.setCurrentIndex(self.findData(value))

    def minimumSizeHint(self) -> QSize:
        """Shrink as far as a few letters, however long the values are."""
        least = super().minimumSizeHint()
        few = NARROW * self.fontMetrics().averageCharWidth() + 2 * _ROOM
        return QSize(min(least.width(), few), least.height())

    @property
    def shown(self) -> str:
        """The words as they stand in the box: where they are too long for it, dots say that they go on."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        box, words = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(box, option, words, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box as the style sheet dresses it, its words as far as there is room, and its arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown  # pyright: ignore[reportAttributeAccessIssue] - the stubs leave it out
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        room = QRect(self.width() - _ROOM, 0, _ROOM, self.height())
        place = as_read(self.layoutDirection(), self.rect(), room)
        ink = self.palette().color(QPalette.ColorRole.Text)
        paint_mark(self, DOWN, middle(QRectF(place), _MARK * self.fontMetrics().height()), ink)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _add(self, options: Sequence[tuple[str, object]]) -> None:
        for words, value in options:
            self.addItem(words, value)


class StepBox(QSpinBox):
    """A number in a range, with a button for less and one for more."""

    def __init__(self, name: str, least: int, most: int, step: int) -> None:
        super().__init__()
        named(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(least, most)
        self.setSingleStep(step)
        # The style sheet's own padding beside the number is not kept.
        self.lineEdit().setTextMargins(AIR, 0, AIR, 0)

    def sizeHint(self) -> QSize:
        """Ask for the widest value beside both buttons, whose room the style sheet does not count."""
        hint = super().sizeHint()
        texts = (self.textFromValue(each) + self.suffix() for each in (self.minimum(), self.maximum()))
        words = max(self.fontMetrics().horizontalAdvance(text) for text in texts)
        return QSize(words + 3 * AIR + 2 * BUTTON, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Shrink no further."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box as the style sheet dresses it, and the marks of its buttons."""
        from PySide6.QtWidgets import QStyle, QStyleOptionSpinBox  # noqa: PLC0415 - their enums take long to load

        super().paintEvent(event)
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        can = self.stepEnabled()
        step, control = QSpinBox.StepEnabledFlag, QStyle.SubControl
        for mark, button, able in (
            (PLUS, control.SC_SpinBoxUp, step.StepUpEnabled),
            (MINUS, control.SC_SpinBoxDown, step.StepDownEnabled),
        ):
            place = self.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, button, self)
            if able in can:
                ink = self.palette().color(QPalette.ColorRole.Text)
                paint_mark(self, mark, middle(QRectF(place), _MARK * self.fontMetrics().height()), ink)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
