"""Rows of the Settings page: each a named control for one setting, which asks for another value and keeps none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from legsup.ui.side_by_side import SideBySide
from legsup.ui.widgets import card, label, landing
from legsup.ui.widgets.fields import (
    OVERHANG,
    ChoiceBox,
    field_label,
    per_cent_box,
    share_slider,
    switch,
    with_value,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QLabel

    from legsup.domain.settings import Settings

#: Pixels: the height of a row at least, as that of what one presses; and what is free at the sides of a card.
ROW, EDGE = 44, 20


class SettingsForm(QObject):
    """Adds rows under headings to a column; ``asked`` gives the name of a setting and the value asked for.

    What the rows show comes from ``derive`` alone.
    """

    asked = Signal(str, object)

    def __init__(self, rows: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: list[Callable[[Settings], None]] = []
        self._rows = rows
        self._sections: list[tuple[QLabel, QWidget]] = []
        self._section = rows

    def derive(self, settings: Settings) -> None:
        """Show the settings as they are now; nothing is asked for by that."""
        for show in self._shown:
            show(settings)

    def heading(self, text: str) -> None:
        """Begin a section: its heading, and a card for the rows that follow."""
        made = landing(text)
        made.setContentsMargins(0, 12, 0, 0)
        section = card(text)
        self._section = QVBoxLayout(section)
        # Each row keeps some of the edge itself, for what of a field hangs over.
        self._section.setContentsMargins(EDGE - OVERHANG, 14, EDGE - OVERHANG, 14)
        self._section.setSpacing(8)
        self._rows.addWidget(made)
        self._rows.addWidget(section)
        self._sections.append((made, section))

    @property
    def sections(self) -> tuple[tuple[QLabel, QWidget], ...]:
        """Every section so far: its heading and its card."""
        return tuple(self._sections)

    def note(self, text: str) -> QLabel:
        """Add a line to read."""
        made = label(text, "note")
        made.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        self._section.addWidget(made)
        return made

    def choice(self, text: str, name: str, options: Sequence[tuple[str, object]]) -> QWidget:
        """Offer one of several values, each with its words; a value that has none is shown as it is written. Gives the row."""
        box = ChoiceBox(text, options)
        box.chosen.connect(partial(self.asked.emit, name))
        return self._row(text, name, box, box.show_value)

    def switch(self, text: str, name: str) -> None:
        """Offer on or off."""
        box = switch(text)
        box.toggled.connect(self._asker(name, bool))
        self._row(text, name, box, box.setChecked)

    def slider(self, text: str, name: str) -> None:
        """Offer a share from nothing to the whole."""
        slider = share_slider(text)
        slider.valueChanged.connect(self._asker(name, _as_share))

        def show(value: float) -> None:
            slider.setValue(round(100 * value))

        self._row(text, name, slider, show, beside=with_value(slider))

    def per_cent(self, text: str, name: str, most: tuple[int, int], *, share: bool = False) -> None:
        """Offer per cent in steps of ten; ``share`` keeps them as a share of 1."""
        box = per_cent_box(text, *most)
        box.valueChanged.connect(self._asker(name, _as_share if share else int))

        def show(value: float) -> None:
            box.setValue(round(100 * value) if share else int(value))

        self._row(text, name, box, show)

    def row(self, text: str, field: QWidget) -> QWidget:
        """Add a named row, and give it."""
        name = field_label(text, field)
        name.setMinimumHeight(ROW)
        if isinstance(field, QAbstractButton):
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made = QWidget()
        made.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        SideBySide(made, name, field)
        self._section.addWidget(made)
        return made

    def _row(
        self,
        text: str,
        name: str,
        field: QWidget,
        show: Callable[..., None],
        *,
        beside: QWidget | None = None,
    ) -> QWidget:
        """Add the row of a setting; ``show`` shows a value of it, ``beside`` holds the field and what stands by it."""

        def derive(settings: Settings) -> None:
            with QSignalBlocker(field):
                show(getattr(settings, name))

        self._shown.append(derive)
        return self.row(text, beside or field)

    def _asker(self, name: str, made: Callable[[int], object]) -> Callable[[int], None]:
        """Make a slot that asks for what is made of Qt's own value."""

        def ask(value: int) -> None:
            self.asked.emit(name, made(value))

        return ask


def _as_share(per_cent: int) -> float:
    return per_cent / 100.0
