"""Whether what was answered half a year ago still holds: one line, which waits unanswered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import answer_button, label

if TYPE_CHECKING:
    from legsup.domain.screening.words import ScreeningWords


class StillTrueRow(QWidget):
    """``still_true`` says that it holds, ``changed`` asks the questions anew."""

    still_true = Signal()
    changed = Signal()

    def __init__(self, words: ScreeningWords) -> None:
        super().__init__()
        self._soon = label("", "note")
        answers = QWidget()
        FlowLayout(
            answers,
            (
                label(words.still_true, "strong", wraps=False),
                answer_button(words.still_true_yes, self.still_true.emit, description=words.still_true),
                answer_button(words.something_changed, self.changed.emit, description=words.still_true),
            ),
            begins=True,
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._soon)
        rows.addWidget(answers)

    def announce(self, soon: str) -> None:
        """Say from when on it is asked; nothing once it is due."""
        self._soon.setText(soon)
        self._soon.setVisible(bool(soon))
