"""Fields of a form: each named, for a value that is chosen, switched or set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSignalBlocker

from legsup.ui.widgets.boxes import ChoiceBox, StepBox
from legsup.ui.widgets.labels import label
from legsup.ui.widgets.naming import named
from legsup.ui.widgets.sliders import ShareSlider, with_value
from legsup.ui.widgets.ticks import Switch, Tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QCheckBox, QLabel, QSpinBox, QWidget

__all__ = [
    "ChoiceBox",
    "field_label",
    "per_cent_box",
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
    made.setLocale(QLocale.c())  # in the digits of every other number, which come with the app's words
    made.setSuffix(f" {QLocale().percent()}")
    return made


def field_label(text: str, field: QWidget) -> QLabel:
    """Make the label beside a field."""
    made = label(text)
    made.setBuddy(field)
    return made
