"""Fields of a form: each named, for a value that is chosen, switched or set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QProgressBar

from legsup.ui.widgets.boxes import ChoiceBox, StepBox
from legsup.ui.widgets.labels import label
from legsup.ui.widgets.naming import named
from legsup.ui.widgets.sliders import ShareSlider, with_value
from legsup.ui.widgets.ticks import OVERHANG, Switch, Tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QCheckBox, QLabel, QSpinBox, QWidget

__all__ = [
    "OVERHANG",
    "ChoiceBox",
    "field_label",
    "note_field",
    "per_cent_box",
    "progress_bar",
    "share_slider",
    "show_ticked",
    "switch",
    "tick",
    "with_value",
]


def switch(name: str) -> QCheckBox:
    """Make a field for on or off."""
    made = Switch()
    named(made, name)
    return made


def tick(text: str, do: Callable[[], None], description: str = "") -> QCheckBox:
    """Make a field for one of several things that may apply, its words beside it."""
    made = Tick(text)
    named(made, text, description)
    made.toggled.connect(lambda: do())  # noqa: PLW0108 - Qt's own argument must not reach it
    return made


def words_begin(field: QCheckBox) -> int:
    """Tell how many pixels from its edge the words beside a box begin: what is told of them stands under them."""
    from PySide6.QtWidgets import QStyle, QStyleOptionButton  # noqa: PLC0415 - their enums take long to load

    field.ensurePolished()
    option = QStyleOptionButton()
    field.initStyleOption(option)
    option.rect.setSize(field.sizeHint())
    return field.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, field).left()


def show_ticked(field: QCheckBox, *, on: bool) -> None:
    """Show whether it applies; nothing is said by that."""
    with QSignalBlocker(field):
        field.setChecked(on)


def share_slider(name: str) -> ShareSlider:
    """Make a field for a share from nothing to the whole, 0-100; ``with_value`` puts its value beside it."""
    return ShareSlider(name)


def per_cent_box(name: str, least: int, most: int) -> QSpinBox:
    """Make a field for per cent, in steps of ten."""
    made = StepBox(name, least, most, 10)
    made.setSuffix(" %")
    made.setLocale(QLocale.c())  # in the digits of every other number, which come with the app's words
    return made


def note_field(name: str, most: int, description: str, *, led: bool = False) -> QLineEdit:
    """Make a field for a line of one's own, of at most so many letters; its name stands in it, or is ``led`` before it."""
    made = QLineEdit()
    # Without a description of its own a field is described by the words that stand in it, which are its name.
    named(made, name, description)
    made.setPlaceholderText("" if led else name)
    made.setMaxLength(most)
    return made


def progress_bar(name: str) -> QProgressBar:
    """Make a bar that shows how far something is."""
    made = QProgressBar()
    named(made, name)
    return made


def field_label(text: str, field: QWidget) -> QLabel:
    """Make the label beside a field."""
    made = label(text)
    made.setBuddy(field)
    return made
