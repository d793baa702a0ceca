"""The dialog that shows who should not do this pose, before the first practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from legsup.ui.widgets import button, column, label, scrolling
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.screening import DoNotDoList


def ask_in_dialog(do_not_do: DoNotDoList, parent: QWidget) -> bool:
    """Show the list over a window and wait for the answer: whether nothing on it applies."""
    return ScreeningDialog(do_not_do, parent).exec() == QDialog.DialogCode.Accepted


class ScreeningDialog(QDialog):
    """Accepted when nothing on the list applies. The focus is on neither answer's side: the first Tab meets the text."""

    def __init__(self, do_not_do: DoNotDoList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Before the first practice"))
        self.setAccessibleDescription(do_not_do.heading)
        content = QWidget()
        rows = column(content)
        rows.addWidget(label(do_not_do.heading, "heading"))
        for row in do_not_do.rows:
            rows.addWidget(label(f"• {row}"))
        rows.addWidget(label(do_not_do.instead, "note"))
        rows.addWidget(label(do_not_do.note, "note"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 16)
        outer.addWidget(scrolling(content), 1)
        answers = QWidget()
        answer = column(answers)
        answer.setContentsMargins(24, 4, 24, 0)
        answer.addWidget(label(do_not_do.question, "heading"))
        no = button(do_not_do.no, self.reject)
        answer.addWidget(no)
        answer.addWidget(button(do_not_do.yes, self.accept, "primary"))
        outer.addWidget(answers)
        no.setFocus()
        self.resize(640, 620)
