"""The dialog of the questions about the body: asked before the first practice, and whenever something has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from legsup.domain.screening.account import account
from legsup.domain.screening.asking import Asking, Page
from legsup.domain.screening.questions import evaluate
from legsup.domain.screening.reasons import reasons
from legsup.domain.screening.telling import Teller
from legsup.ui.widgets import answer_button, button, column, landing
from legsup.ui.wizard.asking_view import AskingView
from legsup.ui.words import day_text, tr

if TYPE_CHECKING:
    from datetime import date

    from legsup.domain.screening.catalogue import Screening
    from legsup.domain.screening.questions import Answers


def answers_in_dialog(screening: Screening, today: date, parent: QWidget) -> Answers | None:
    """Ask over a window and wait; None where it was left half-way."""
    dialog = ScreeningDialog(screening, today, parent)
    return dialog.answers if dialog.exec() == QDialog.DialogCode.Accepted else None


def still_true_in_dialog(screening: Screening, parent: QWidget) -> bool:
    """Ask over a window whether what was answered is still true; nothing but a press on yes is a yes."""
    return StillTrueDialog(screening, parent).exec() == QDialog.DialogCode.Accepted


class StillTrueDialog(QDialog):
    """Accepted when it is still true. The focus lands on the question: no Enter answers it."""

    def __init__(self, screening: Screening, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = screening.words
        self.setWindowTitle(words.heading)
        heading = landing(words.still_true, "heading")
        rows = column(self)
        for widget in (
            heading,
            answer_button(words.still_true_yes, self.accept),
            answer_button(words.something_changed, self.reject),
        ):
            rows.addWidget(widget)
        heading.setFocus()


class ScreeningDialog(QDialog):
    """Accepted once all was answered and what came of it was read; Esc leaves it, which answers nothing."""

    def __init__(self, screening: Screening, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(screening.words.heading)
        self._screening = screening
        self._today = today
        self._view = AskingView(screening)
        self._view.changed.connect(self._show)
        self._done = button(tr("Go on"), self.accept, "primary", tr("Keep what came of it"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 16)
        rows.addWidget(self._view, 1)
        rows.addWidget(self._done)
        self.resize(640, 620)
        self._show(Asking(questionnaire=screening.questionnaire))

    @property
    def answers(self) -> Answers | None:
        """What was said, once all is answered."""
        return self._view.asking.answers

    def _show(self, asking: Asking) -> None:
        self._done.setVisible(asking.page is Page.END)
        answers = asking.answers
        if answers is None:
            self._view.derive(asking)
            return
        questionnaire = self._screening.questionnaire
        teller = Teller(
            screening=self._screening,
            written=day_text,
            reasons=reasons(questionnaire, answers, self._today),
        )
        outcome = evaluate(questionnaire, answers, self._today)
        self._view.derive(asking, account(teller, outcome, self._today))
