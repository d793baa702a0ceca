"""Fields of a form: each named, for a value that is chosen, switched or set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QProgressBar, QSlider, QSpinBox

from legsup.ui.widgets.labels import label
from legsup.ui.widgets.naming import named

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QLabel, QWidget

#: Names of more letters than this may take two lines, so that fields are not pushed to the edge.
LONG = 36
#: Letters that a narrow box shows at least.
NARROW = 12


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
        if narrow:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(NARROW)
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

    def _add(self, options: Sequence[tuple[str, object]]) -> None:
        for words, value in options:
            self.addItem(words, value)


def switch(name: str) -> QCheckBox:
    """Make a field for on or off."""
    made = QCheckBox()
    named(made, name)
    return made


def tick(text: str, do: Callable[[], None], description: str = "") -> QCheckBox:
    """Make a field for one of several things that may apply, its words beside it."""
    made = QCheckBox(text)
    named(made, text, description)
    made.toggled.connect(lambda: do())  # noqa: PLW0108 - Qt's own argument must not reach it
    return made


def show_ticked(field: QCheckBox, *, on: bool) -> None:
    """Show whether it applies; nothing is said by that."""
    with QSignalBlocker(field):
        field.setChecked(on)


def share_slider(name: str) -> QSlider:
    """Make a field for a share from nothing to the whole, 0-100."""
    made = QSlider(Qt.Orientation.Horizontal)
    named(made, name)
    made.setRange(0, 100)
    return made


def per_cent_box(name: str, least: int, most: int) -> QSpinBox:
    """Make a field for per cent, in steps of ten."""
    made = QSpinBox()
    named(made, name)
    made.setRange(least, most)
    made.setSingleStep(10)
    made.setSuffix(" %")
    return made


def note_field(name: str, most: int) -> QLineEdit:
    """Make a field for a line of one's own, of at most so many letters."""
    made = QLineEdit()
    named(made, name)
    made.setPlaceholderText(name)
    made.setMaxLength(most)
    return made


def progress_bar(name: str) -> QProgressBar:
    """Make a bar that shows how far something is."""
    made = QProgressBar()
    named(made, name)
    return made


def field_label(text: str, field: QWidget) -> QLabel:
    """Make the label beside a field."""
    made = label(text, wraps=len(text) > LONG)
    made.setBuddy(field)
    return made
