"""Whom to ask once, and whether they said yes: two buttons, of which neither is pressed by habit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import answer_button, label, one_of, show_chosen

if TYPE_CHECKING:
    from legsup.domain.screening.columns import Column
    from legsup.domain.screening.words import ScreeningWords


class YesRow(QWidget):
    """Stands while nobody has said yes; ``said_yes`` gives the column for which somebody has."""

    said_yes = Signal(object)

    def __init__(self, words: ScreeningWords, column: Column, lines: tuple[str, ...]) -> None:
        super().__init__()
        said = " ".join(lines)
        yes = answer_button(words.said_yes, lambda: self.said_yes.emit(column), stays=True, description=said)
        not_yet = answer_button(words.not_asked, lambda: None, stays=True, description=said)
        show_chosen(not_yet, on=True)
        one_of(self, yes, not_yet)
        buttons = QWidget()
        FlowLayout(buttons, (yes, not_yet), begins=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for line in lines:
            rows.addWidget(label(line))
        rows.addWidget(buttons)
