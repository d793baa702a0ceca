"""The faces of the asking: what stands on each of its pages. They keep nothing; a press asks for a step of the asking."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.domain.screening.asking import FIRST_ANSWERS, Asking
from legsup.domain.screening.questions import Question
from legsup.ui import why_not
from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import answer_button, button, column, label, landing, show_able
from legsup.ui.widgets.fields import show_ticked, tick, words_begin
from legsup.ui.wizard.rows import ItemRow, close_rows, group_rows, listed
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLabel, QPushButton

    from legsup.domain.screening.catalogue import Screening
    from legsup.domain.screening.questions import Answer

    #: Takes a step of the asking, whatever it stands at when it is pressed.
    Take = Callable[[Callable[[Asking], Asking]], None]

#: Lines of words that are longer than so many lines are high are hard to read.
WIDEST = 43


class Face(QWidget):
    """What stands on a page, in a column that stays readable on wide screens; the focus lands on ``heading``."""

    def __init__(self, heading: QLabel) -> None:
        super().__init__()
        self.heading = heading
        outer = column(self, lines=WIDEST)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(outer.spacing())
        self.rows.addWidget(heading)
        outer.addLayout(self.rows)
        outer.addStretch(1)

    def end(self, *ways: QPushButton) -> None:
        """Close it with the ways on and back."""
        row = QWidget()
        FlowLayout(row, ways, begins=True)
        self.rows.addWidget(row)

    def derive(self, asking: Asking) -> None:
        """Show the asking as it stands; where nothing changes while it stands, nothing is to be done."""


class FirstFace(Face):
    """The whole list in groups, and whether any of it touches one."""

    def __init__(self, screening: Screening, take: Take) -> None:
        words = screening.words
        groups = screening.questionnaire.groups
        super().__init__(
            landing(words.heading, "title", f"{words.invitation} {listed(groups)} {words.first}")
        )
        self.rows.addWidget(label(words.invitation))
        self.rows.addWidget(group_rows(groups))
        self.rows.addWidget(landing(words.first))
        self.end(
            *(
                answer_button(
                    words.first_answers[answer], partial(take, _answer(answer)), description=words.first
                )
                for answer in FIRST_ANSWERS
            )
        )
        for note in (words.kept, words.not_reviewed, words.disclaimer):
            self.rows.addWidget(label(note, "note"))


class ListFace(Face):
    """The list again, to be read by one who would rather not say."""

    def __init__(self, screening: Screening, take: Take) -> None:
        words, groups = screening.words, screening.questionnaire.groups
        super().__init__(landing(words.after_list, description=listed(groups)))
        self.rows.addWidget(group_rows(groups))
        self.end(_back(take), answer_button(words.read_list, partial(take, Asking.read)))


class GroupsFace(Face):
    """Which groups touch one: as many as do."""

    def __init__(self, screening: Screening, take: Take) -> None:
        super().__init__(landing(screening.words.choose_groups))
        self._ticks = {
            group.id: tick(group.title, partial(take, _turned(group.id)), group.about)
            for group in screening.questionnaire.groups
        }
        for group in screening.questionnaire.groups:
            each = QWidget()
            rows = close_rows(each)
            rows.addWidget(self._ticks[group.id])
            about = label(group.about, "note")
            about.setIndent(words_begin(self._ticks[group.id]))
            rows.addWidget(about)
            self.rows.addWidget(each)
        self._on = _on(take)
        self.end(_back(take), self._on)

    def derive(self, asking: Asking) -> None:
        """Show which are chosen; without one there is nothing to ask."""
        for group, made in self._ticks.items():
            show_ticked(made, on=group in asking.groups)
        why = why_not.not_chosen(any_chosen=bool(asking.groups))
        show_able(self._on, tr("Go on"), self._on.accessibleDescription(), why)


class QuestionFace(Face):
    """One question, and on the same page what a yes to it opens."""

    def __init__(self, screening: Screening, take: Take, question: Question) -> None:
        answers = screening.words.answers
        self._rows = [
            ItemRow(
                item,
                answers,
                partial(_say, take, item.id),
                "heading" if isinstance(item, Question) else "strong",
            )
            for item in (question, *question.subs)
        ]
        group = next(each for each in screening.questionnaire.groups if each.id == question.group)
        super().__init__(label(group.title, "note"))
        self.heading = self._rows[0].asked
        for row in self._rows:
            self.rows.addWidget(row)
            if question.note and row is self._rows[0]:
                self.rows.addWidget(label(question.note, "note"))
        self._on = _on(take)
        self.end(_back(take), self._on)

    def derive(self, asking: Asking) -> None:
        """Show what is answered, and open what a yes has opened: there the focus goes on."""
        opened = None
        for row in self._rows:
            open_now = row.item in asking.together
            if open_now and row.isHidden() and opened is None:
                opened = row
            row.setVisible(open_now)
            row.show_answer(asking.given.get(row.item.id))
        self._on.setVisible(asking.next_question() is not asking)
        if opened is not None and self.isVisible():
            opened.asked.setFocus()


def _answer(answer: Answer) -> Callable[[Asking], Asking]:
    return lambda asking: asking.answer(answer)


def _turned(group: str) -> Callable[[Asking], Asking]:
    return lambda asking: asking.choose(asking.groups ^ {group})


def _say(take: Take, item: str, answer: Answer) -> None:
    """Answer, and go on where nothing is left to answer on the page."""
    take(lambda asking: asking.say(item, answer).next_question())


def _back(take: Take) -> QPushButton:
    return button(
        tr("Back"), partial(take, Asking.previous_question), "quiet", tr("To what was asked before")
    )


def _on(take: Take) -> QPushButton:
    return button(tr("Go on"), partial(take, Asking.next_question), "", tr("To what is asked next"))
