"""The questions of the screening, what can be answered to them, and which rows of the matrix the answers add."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from legsup.domain.screening.matrix import WITHHELD_ROW
from legsup.domain.screening.outcome import outcome_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legsup.domain.screening.matrix import Row
    from legsup.domain.screening.outcome import ScreeningOutcome


class Answer(StrEnum):
    """What a person can say; the last three answer the question of age."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    WITHHELD = "withheld"
    UNDER_18 = "under-18"
    ADULT = "18-60"
    OVER_60 = "over-60"


#: What answers most questions; "not sure" counts as yes.
USUAL_ANSWERS = (Answer.YES, Answer.NO, Answer.UNSURE, Answer.WITHHELD)
AGES = (Answer.UNDER_18, Answer.ADULT, Answer.OVER_60, Answer.WITHHELD)
YES = frozenset({Answer.YES, Answer.UNSURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Questions that belong together on the first page: a title, and what they are about in one sentence."""

    id: str
    title: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubQuestion:
    """What is asked more closely after a yes. A yes here is always the stricter answer."""

    id: str
    ask: str
    rows: tuple[str, ...]
    answers: tuple[Answer, ...] = USUAL_ANSWERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a group.

    ``rows`` are added by a yes, ``ages`` gives the rows of each age instead. ``why`` says who says it, ``says`` holds
    the ids of the facts behind it (none where it is the app's own caution), ``note`` explains what is meant.
    """

    id: str
    group: str
    ask: str
    why: str
    rows: tuple[str, ...] = ()
    ages: Mapping[Answer, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    says: tuple[str, ...] = ()
    note: str | None = None
    subs: tuple[SubQuestion, ...] = ()

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What can be answered."""
        return AGES if self.ages else USUAL_ANSWERS


Item = Question | SubQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """The groups, the questions in their order, and the matrix that they point into, in one language."""

    groups: tuple[Group, ...]
    questions: tuple[Question, ...]
    rows: Mapping[str, Row]

    @property
    def named_rows(self) -> frozenset[str]:
        """Name the rows that some answer adds."""
        items: list[Item] = [item for question in self.questions for item in (question, *question.subs)]
        ages = [rows for question in self.questions for rows in question.ages.values()]
        return frozenset(row for rows in (*(item.rows for item in items), *ages) for row in rows)

    def asked(self, groups: frozenset[str]) -> tuple[Question, ...]:
        """Give the questions of some groups."""
        return tuple(question for question in self.questions if question.group in groups)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Answers:
    """What one person said, kept in memory only: about the whole list, which groups touch them, and item by item."""

    whole: Answer
    groups: frozenset[str] = frozenset()
    given: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))

    def __repr__(self) -> str:
        """Tell nothing, so that no log tells of anybody's health."""
        return "Answers(…)"


def items(
    questionnaire: Questionnaire, groups: frozenset[str], given: Mapping[str, Answer]
) -> tuple[Item, ...]:
    """Give what is to be answered, in order: the questions of the groups, and after a yes what it opens."""
    found: list[Item] = []
    for question in questionnaire.asked(groups):
        found.append(question)
        if given.get(question.id) in YES:
            found.extend(question.subs)
    return tuple(found)


def rows_of(questionnaire: Questionnaire, answers: Answers) -> tuple[str, ...]:
    """Name the rows that the answers add up to.

    Raises:
        ValueError: something that was to be answered was not; silence is no answer.
    """
    if answers.whole is Answer.NO:
        return ()
    if answers.whole is Answer.WITHHELD:
        return (WITHHELD_ROW,)
    asked = items(questionnaire, answers.groups, answers.given)
    if not asked or any(item.id not in answers.given for item in asked):
        raise ValueError("something was not answered")
    return tuple(dict.fromkeys(row for item in asked for row in added_rows(item, answers.given[item.id])))


def evaluate(questionnaire: Questionnaire, answers: Answers, day: date) -> ScreeningOutcome:
    """Add up the rows of all answers.

    Raises:
        ValueError: something that was to be answered was not; silence is no answer.
    """
    return outcome_of((questionnaire.rows[row] for row in rows_of(questionnaire, answers)), day)


def added_rows(item: Item, answer: Answer) -> tuple[str, ...]:
    """Name the rows that one answer adds.

    Behind a yes already given, silence on how bad it is counts as the worse.
    """
    rows: tuple[str, ...] = ()
    if answer in YES or (answer is Answer.WITHHELD and isinstance(item, SubQuestion)):
        rows = item.rows
    if isinstance(item, Question):
        rows += item.ages.get(answer, ())
    return (*rows, WITHHELD_ROW) if answer is Answer.WITHHELD else rows
