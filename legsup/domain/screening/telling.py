"""What a verdict says to the person, line by line, in window and terminal alike: who says it, then what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.screening.columns import Column
from legsup.domain.screening.door import AnswerFirst, AskFirst, Closed, EnoughToday, NoHolds, Open
from legsup.domain.screening.matrix import Clinician
from legsup.domain.screening.reasons import whom_to_ask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from legsup.domain.screening.access import Access
    from legsup.domain.screening.catalogue import Screening
    from legsup.domain.screening.door import Verdict
    from legsup.domain.screening.outcome import ScreeningOutcome
    from legsup.domain.screening.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Puts verdicts into words. ``written`` writes a day as the person's language does.

    ``reasons`` are those of answers still in memory; without them the day of the answers is named instead.
    """

    screening: Screening
    written: Callable[[date], str]
    reasons: tuple[Reason, ...] = ()

    def lines(self, verdict: Verdict, title: str, outcome: ScreeningOutcome | None) -> tuple[str, ...]:
        """Say what comes of a wish to practise what is called ``title``; ``outcome`` is the one that was asked."""
        words = self.screening.words
        match verdict:
            case Open(access=access):
                return tuple(self.conditions(access))
            case AnswerFirst(again=again):
                return (words.still_true if again else words.answer_first,)
            case AskFirst(column=column, answered=answered, instead=instead):
                return (*self.why(column, answered), self.ask(column), *self.open_now(instead, outcome))
            case Closed(column=column, answered=answered, instead=instead, ask_from=ask_from, in_bed=in_bed):
                said = words.in_bed if in_bed else words.closed.format(title=title)
                later = () if ask_from is None else (self.ask_from(ask_from),)
                return (said, *self.why(column, answered), *later, *self.open_now(instead, outcome))
            case EnoughToday(instead=instead):
                return (words.enough_today, *self.open_now(instead, outcome))
            case NoHolds():  # pragma: no branch - the type checker proves that no verdict is missing
                return (words.no_holds,)

    def conditions(self, access: Access) -> Iterator[str]:
        """Say under which conditions a column is open."""
        words = self.screening.words
        if access.said_yes is not None:
            yield words.said_yes_on.format(day=self.written(access.said_yes))
        if access.minutes is not None:
            yield words.most_minutes.format(minutes=f"{access.minutes:g}")
        if access.once_a_day:
            yield words.once_a_day
        if access.hours_after_food is not None:
            yield words.after_food.format(hours=f"{access.hours_after_food:g}")
        if access.bed:
            yield words.in_bed
        if access.left or access.quiet:
            yield (
                words.lie_agreed if access.sides_meet else words.lie_left if access.left else words.lie_quiet
            )

    def advice(self) -> tuple[str, ...]:
        """Say what else belongs to the answers, each once: a doctor today, a longer way in, an adult nearby."""
        named = [row for reason in self.reasons for row in reason.rows]
        return tuple(dict.fromkeys(text for row in named if (text := self.screening.words.advice.get(row))))

    def ask(self, column: Column) -> str:
        """Say whom to ask about a column, and what."""
        words = self.screening.words
        return words.ask.format(clinician=self._clinicians(column), question=words.may_i[column])

    def why(self, column: Column, answered: date) -> tuple[str, ...]:
        """Name who says it while the answers are in memory, later the day alone."""
        touching = [reason for reason in self.reasons if column in (*reason.closes, *reason.asks)]
        if not touching:
            return (self.screening.words.closed_later.format(day=self.written(answered)),)
        return tuple(dict.fromkeys(self._who_says(reason) for reason in touching))

    def open_now(self, instead: tuple[Column, ...], outcome: ScreeningOutcome | None) -> tuple[str, ...]:
        """Name what is open, if anything is."""
        words = self.screening.words
        titles = [self.title(column, outcome) for column in instead]
        return (words.open_now.format(open=words.listed(titles)),) if titles else ()

    def title(self, column: Column, outcome: ScreeningOutcome | None) -> str:
        """Name a column; the wall is the bed for one who keeps to it."""
        words = self.screening.words
        in_bed = column is Column.WALL and outcome is not None and outcome.of(column).bed
        return words.wall_in_bed if in_bed else words.columns[column]

    def ask_from(self, day: date) -> str:
        """Say from which day on a clinician may be asked."""
        return self.screening.words.ask_from.format(day=self.written(day))

    def _who_says(self, reason: Reason) -> str:
        for question in self.screening.questionnaire.questions:
            if reason.item in {question.id, *(sub.id for sub in question.subs)}:
                return question.why
        return self.screening.words.withheld_why

    def _clinicians(self, column: Column) -> str:
        names = self.screening.words.clinicians
        asked = whom_to_ask(self.reasons, column) or (Clinician.DOCTOR,)
        return " · ".join(names[who] for who in asked)
