"""A person before the questions on the screen: presses what can be seen, and is shown what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from legsup.domain.screening.account import account
from legsup.domain.screening.asking import Asking
from legsup.domain.screening.outcome import with_yes
from legsup.domain.screening.questions import Answer, evaluate
from legsup.domain.screening.reasons import reasons
from legsup.domain.screening.telling import Teller
from legsup.ui.wizard.asking_view import AskingView
from tests.screened import DAY, QUESTIONNAIRE, SCREENING, WORDS

if TYPE_CHECKING:
    from legsup.domain.screening.columns import Column
    from legsup.domain.screening.outcome import ScreeningOutcome


@dataclass
class Person:
    """One who answers; ``presses`` counts what was pressed, ``came`` is what the answers came to."""

    view: AskingView = field(default_factory=lambda: AskingView(SCREENING))
    asking: Asking = field(default_factory=lambda: Asking(questionnaire=QUESTIONNAIRE))
    came: ScreeningOutcome | None = None
    presses: int = 0

    def __post_init__(self) -> None:
        """Sit down before it."""
        self.view.changed.connect(self._take)
        self.view.said_yes.connect(self._said_yes)
        self.view.derive(self.asking)
        self.view.show()
        self.settle()

    def _take(self, asking: Asking) -> None:
        self.asking = asking
        answers = asking.answers
        self.came = None if answers is None else evaluate(QUESTIONNAIRE, answers, DAY)
        self._show()

    def _said_yes(self, column: Column) -> None:
        assert self.came is not None
        self.came = with_yes(self.came, column, DAY)
        self._show()

    def _show(self) -> None:
        answers = self.asking.answers
        if self.came is None or answers is None:
            self.view.derive(self.asking)
            return
        teller = Teller(
            screening=SCREENING,
            written=lambda day: f"{day.day} May",
            reasons=reasons(QUESTIONNAIRE, answers, DAY),
        )
        self.view.derive(self.asking, account(teller, self.came, DAY))

    def settle(self) -> None:
        """Let what was taken away go."""
        QApplication.sendPostedEvents(None, 52)  # deferred deletes
        QApplication.processEvents()

    def press(self, text: str, *, of: str = "") -> None:
        """Press the button of a text, of what is asked if that is said."""
        found = [
            each
            for each in self.view.findChildren(QPushButton)
            if each.text() == text and each.isVisible() and of in each.accessibleDescription()
        ]
        assert len(found) == 1, f"{len(found)} buttons {text!r} {of!r}"
        self.presses += 1
        found[0].click()
        self.settle()

    def tick(self, title: str) -> None:
        """Say that a group touches one."""
        found = next(each for each in self.view.findChildren(QCheckBox) if each.text() == title)
        self.presses += 1
        found.click()
        self.settle()

    def touched_by(self, *groups: str) -> None:
        """Say yes to the whole, and which groups it is."""
        self.press(WORDS.first_answers[Answer.YES])
        for group in groups:
            self.tick(group)
        self.press("Go on")

    def answer(self, *given: str) -> None:
        """Answer what is asked, one after another: "Yes", or "No: the beginning of what is asked"."""
        for each in given:
            text, _, of = each.partition(": ")
            self.press(text, of=of)

    @property
    def heading(self) -> str:
        """Where the focus lands."""
        landed = self.view.focusProxy()
        assert isinstance(landed, QLabel)
        return landed.text()

    @property
    def texts(self) -> list[str]:
        """All that can be read."""
        found = [each for each in self.view.findChildren(QWidget) if each.isVisible()]
        return [str(each.property("text")) for each in found if each.property("text")]

    @property
    def offered(self) -> str:
        """What is said to be open."""
        return next(text for text in self.texts if text.startswith("Open to you now"))
