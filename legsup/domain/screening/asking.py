"""The asking, as an immutable value: first page, groups, one question at a time with what it opens, and the end.

Window and terminal alike hold one ``Asking`` and replace it by what its methods give back. Nothing is lost on the way
back; whoever leaves half-way keeps the value and comes back to it. What does not apply gives the very same value.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from legsup.domain.screening.questions import Answer, Answers, Question, items

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.screening.questions import Item, Questionnaire

#: What the first page can be answered with: "yes or not sure" is one answer there.
FIRST_ANSWERS = (Answer.YES, Answer.NO, Answer.WITHHELD)


class Page(StrEnum):
    """Where the asking stands."""

    FIRST = "first"
    LIST = "list"
    GROUPS = "groups"
    QUESTION = "question"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Asking:
    """The asking of one person. Begin with ``Asking(questionnaire=…)``."""

    questionnaire: Questionnaire
    page: Page = Page.FIRST
    whole: Answer | None = None
    groups: frozenset[str] = frozenset()
    given: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    at: int = 0

    @property
    def items(self) -> tuple[Item, ...]:
        """All that is to be answered as things stand."""
        return items(self.questionnaire, self.groups, self.given)

    @property
    def current(self) -> Item | None:
        """What is asked now, one thing at a time; None on the pages without a question."""
        return self.items[self.at] if self.page is Page.QUESTION else None

    @property
    def together(self) -> tuple[Item, ...]:
        """What stands on the current question's page: the question, and what a yes to it has opened."""
        if self.page is not Page.QUESTION:
            return ()
        start, end = self._bounds()
        return self.items[start:end]

    @property
    def answers(self) -> Answers | None:
        """What was said, once all is answered."""
        if self.page is not Page.END or self.whole is None:
            return None
        return Answers(whole=self.whole, groups=self.groups, given=self.given)

    def answer(self, answer: Answer) -> Asking:
        """Answer what is asked now, and go on to what comes next."""
        if self.page is Page.FIRST and answer in FIRST_ANSWERS:
            return replace(self, whole=answer).forward()
        if (item := self.current) is not None and answer in item.answers:
            return self.say(item.id, answer).forward()
        return self

    def say(self, item: str, answer: Answer) -> Asking:
        """Answer something on the current question's page without leaving it."""
        if not any(one.id == item and answer in one.answers for one in self.together):
            return self
        said = replace(self, given=MappingProxyType({**self.given, item: answer}))
        # A no closes what a yes had opened on this page, perhaps the very item that stood open.
        stays = said.items[self.at : self.at + 1] == self.items[self.at : self.at + 1]
        return said if stays else replace(said, at=self._bounds()[0])

    def choose(self, groups: frozenset[str]) -> Asking:
        """Say which groups touch one; unknown ones are not taken."""
        if self.page is not Page.GROUPS:
            return self
        return replace(self, groups=groups & {group.id for group in self.questionnaire.groups})

    def read(self) -> Asking:
        """Say that the list was read, which alone leads on from it."""
        return replace(self, page=Page.END) if self.page is Page.LIST else self

    def forward(self) -> Asking:
        """Go on by one step, where what stands here is answered."""
        match self.page:
            case Page.FIRST:
                return self._from_first()
            case Page.GROUPS:
                return replace(self, page=Page.QUESTION, at=0) if self.groups else self
            case Page.QUESTION:
                return self._to(self.at + 1) if self.items[self.at].id in self.given else self
            case Page.LIST | Page.END:  # pragma: no branch - the type checker proves that no page is missing
                return self

    def back(self) -> Asking:
        """Go back by one step."""
        match self.page:
            case Page.FIRST:
                return self
            case Page.LIST | Page.GROUPS:
                return replace(self, page=Page.FIRST)
            case Page.QUESTION:
                return replace(self, at=self.at - 1) if self.at else replace(self, page=Page.GROUPS)
            case Page.END:  # pragma: no branch - the type checker proves that no page is missing
                return self._back_from_end()

    def next_question(self) -> Asking:
        """Go on to the next question's page, where all on this one is answered; elsewhere the same as forward."""
        if self.page is not Page.QUESTION:
            return self.forward()
        answered = all(item.id in self.given for item in self.together)
        return self._to(self._bounds()[1]) if answered else self

    def previous_question(self) -> Asking:
        """Go back to the page before, whole questions at a time; elsewhere the same as back."""
        here = replace(self, at=self._bounds()[0]) if self.page is Page.QUESTION else self
        before = here.back()
        return replace(before, at=before._bounds()[0]) if before.page is Page.QUESTION else before  # noqa: SLF001 - its own kind

    def _from_first(self) -> Asking:
        match self.whole:
            case Answer.YES:
                return replace(self, page=Page.GROUPS)
            case Answer.NO:
                return replace(self, page=Page.END)
            case Answer.WITHHELD:
                return replace(self, page=Page.LIST)
            case _:
                return self

    def _back_from_end(self) -> Asking:
        if self.whole is Answer.YES:
            return replace(self, page=Page.QUESTION, at=len(self.items) - 1)
        return replace(self, page=Page.LIST if self.whole is Answer.WITHHELD else Page.FIRST)

    def _to(self, at: int) -> Asking:
        return replace(self, page=Page.END) if at >= len(self.items) else replace(self, at=at)

    def _bounds(self) -> tuple[int, int]:
        """Where the current question's page begins and ends among the items."""
        starts = [index for index, item in enumerate(self.items) if isinstance(item, Question)]
        begin = max(start for start in starts if start <= self.at)
        return begin, next((start for start in starts if start > self.at), len(self.items))

    def __repr__(self) -> str:
        """Tell nothing, so that no log tells of anybody's health."""
        return "Asking(…)"


def typed(text: str, words: Mapping[Answer, str], offered: tuple[Answer, ...]) -> Answer | None:
    """Read an answer that was typed as a whole word; nothing, or anything else, answers nothing."""
    said = " ".join(text.split()).casefold()
    return next((answer for answer in offered if said == words[answer].casefold()), None)
