"""Rows of the Settings page: each a named control for one setting, which asks for another value and keeps none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSlider, QSpinBox, QVBoxLayout, QWidget

from legsup.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from legsup.domain.settings import Settings


#: Names of more letters than this may take two lines, so that fields are not pushed to the edge.
LONG = 36


class SettingsForm(QObject):
    """Adds rows under headings to a column; ``asked`` gives the settings with one value changed."""

    asked = Signal(object)

    def __init__(self, rows: QVBoxLayout, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self.settings = settings
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setHorizontalSpacing(24)
        self._form.setVerticalSpacing(10)
        rows.addLayout(self._form)

    def heading(self, text: str) -> None:
        """Begin a group of rows."""
        made = label(text, "heading")
        made.setContentsMargins(0, 18, 0, 0)
        self._form.addRow(made)

    def note(self, text: str) -> None:
        """Add a line to read."""
        self._form.addRow(label(text, "note"))

    def choice(self, text: str, name: str, options: Sequence[tuple[str, object]]) -> None:
        """Offer one of several values, each with its words."""
        box = QComboBox()
        for option, value in options:
            box.addItem(option, value)
        box.setCurrentIndex(max(0, box.findData(getattr(self.settings, name))))
        box.currentIndexChanged.connect(lambda: self.ask(name, box.currentData()))
        self.row(text, box)

    def switch(self, text: str, name: str) -> None:
        """Offer on or off."""
        box = QCheckBox()
        box.setChecked(getattr(self.settings, name))
        box.toggled.connect(self._asker(name, bool))
        self.row(text, box)

    def slider(self, text: str, name: str) -> None:
        """Offer a share from nothing to the whole."""
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setValue(round(100 * getattr(self.settings, name)))
        slider.valueChanged.connect(self._asker(name, _as_share))
        self.row(text, slider)

    def per_cent(self, text: str, name: str, most: tuple[int, int], *, share: bool = False) -> None:
        """Offer per cent in steps of ten; ``share`` keeps them as a share of 1."""
        value = getattr(self.settings, name)
        box = QSpinBox()
        box.setRange(*most)
        box.setSingleStep(10)
        box.setSuffix(" %")
        box.setValue(round(100 * value) if share else value)
        box.valueChanged.connect(self._asker(name, _as_share if share else int))
        self.row(text, box)

    def row(self, text: str, field: QWidget) -> None:
        """Add a named row."""
        field.setAccessibleName(text)
        name = label(text)
        name.setWordWrap(len(text) > LONG)
        name.setBuddy(field)
        self._form.addRow(name, field)

    def _asker(self, name: str, made: Callable[[int], object]) -> Callable[[int], None]:
        """Make a slot that asks for what is made of Qt's own value."""

        def ask(value: int) -> None:
            self.ask(name, made(value))

        return ask

    def ask(self, name: str, value: Any) -> None:  # noqa: ANN401 - each setting has a type of its own
        """Ask for a value."""
        self.asked.emit(replace(self.settings, **{name: value}))


def _as_share(per_cent: int) -> float:
    return per_cent / 100.0
