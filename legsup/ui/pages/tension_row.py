"""One row of five words for tension, before or after; never required."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import choice_button, label
from legsup.ui.words import tr


class TensionRow(QWidget):
    """Asks "none, a little, some, a lot, very much"; ``answered`` gives 0-4."""

    answered = Signal(int)

    def __init__(self, question: str) -> None:
        super().__init__()
        answers = (tr("none"), tr("a little"), tr("some"), tr("a lot"), tr("very much"))
        self._group = QButtonGroup(self)
        row = FlowLayout(self, gap=4)
        row.addWidget(label(f"{question}:", wraps=False))
        for value, text in enumerate(answers):
            choice = choice_button(
                text, partial(self.answered.emit, value), "quiet", name=f"{question}: {text}"
            )
            self._group.addButton(choice, value)
            row.addWidget(choice)
