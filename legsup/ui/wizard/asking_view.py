"""The asking on the screen: a face for each of its pages, derived from the one value that it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from legsup.domain.screening.asking import Asking, Page
from legsup.domain.screening.questions import Question
from legsup.ui.widgets import scrolling
from legsup.ui.wizard.end_face import EndFace
from legsup.ui.wizard.faces import Face, FirstFace, GroupsFace, ListFace, QuestionFace

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.screening.account import Account
    from legsup.domain.screening.catalogue import Screening


class AskingView(QWidget):
    """Shows an asking; ``changed`` gives the asking that a press makes of it, ``said_yes`` a clinician's yes by column.

    The focus lands on what is new, never on an answer.
    """

    changed = Signal(object)
    said_yes = Signal(object)

    def __init__(self, screening: Screening) -> None:
        super().__init__()
        self._screening = screening
        self._asking = Asking(questionnaire=screening.questionnaire)
        self._face: Face | None = None
        self._area: QScrollArea | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    @property
    def asking(self) -> Asking:
        """What it was given last."""
        return self._asking

    def derive(self, asking: Asking, account: Account | None = None) -> None:
        """Show an asking, at its end with the account of what came of it."""
        before, self._asking = _place(self._asking), asking
        face = self._face
        if face is None or _place(asking) != before:
            face = self._turn_to(self._made(asking))
        face.derive(asking)
        if isinstance(face, EndFace) and account is not None:
            face.show_account(account)

    def _take(self, step: Callable[[Asking], Asking]) -> None:
        self.changed.emit(step(self._asking))

    def _turn_to(self, face: Face) -> Face:
        area, old = scrolling(face), self._area
        self._face, self._area = face, area
        self._rows.addWidget(area)
        self.setFocusProxy(face.heading)
        face.heading.setFocus()
        if old is not None:
            old.hide()
            old.deleteLater()
        return face

    def _made(self, asking: Asking) -> Face:
        screening = self._screening
        match asking.page:
            case Page.FIRST:
                return FirstFace(screening, self._take)
            case Page.LIST:
                return ListFace(screening, self._take)
            case Page.GROUPS:
                return GroupsFace(screening, self._take)
            case Page.QUESTION:
                question = asking.together[0]
                assert isinstance(question, Question), "a page begins with its question"
                return QuestionFace(screening, self._take, question)
            case Page.END:  # pragma: no branch - the type checker proves that no page is missing
                end = EndFace(screening, self._take)
                end.said_yes.connect(self.said_yes)
                return end


def _place(asking: Asking) -> tuple[Page, str]:
    """Name what is shown: another place has another face."""
    return asking.page, asking.together[0].id if asking.together else ""
