"""A row of choices of which one holds, as many to a line as fit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets.buttons import add_choice, choice_button, one_of, show_chosen
from legsup.ui.widgets.labels import label
from legsup.ui.widgets.naming import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton


class ChoiceRow(QWidget):
    """Shows the value that it is told; ``chosen`` gives the one that the person chose. ``name`` says what is chosen."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str]], *, begins: bool = True) -> None:
        super().__init__()
        named(self, name)
        self._group = one_of(self)
        self._choices: dict[object, QPushButton] = {}
        for value, words in options:
            choice = choice_button(words, partial(self.chosen.emit, value), name=f"{name}: {words}")
            add_choice(self._group, choice)
            self._choices[value] = choice
        FlowLayout(self, (label(name, wraps=False), *self._choices.values()), begins=begins, led=True)

    def show_value(self, value: object) -> None:
        """Show what holds; a value that is not offered leaves all unchosen."""
        self._group.setExclusive(False)
        for each, choice in self._choices.items():
            show_chosen(choice, on=each == value)
        self._group.setExclusive(True)

    def offer(self, values: tuple[object, ...]) -> None:
        """Offer these alone."""
        for each, choice in self._choices.items():
            choice.setVisible(each in values)
