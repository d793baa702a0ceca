"""The one question that every door asks before a practice: may this begin, for this person, today?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.screening.access import Access, Level
from legsup.domain.screening.columns import Column
from legsup.domain.screening.limits import Limits
from legsup.domain.screening.outcome import Due, due, open_instead

if TYPE_CHECKING:
    from datetime import date

    from legsup.domain.breath import Pattern
    from legsup.domain.screening.outcome import ScreeningOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a person wants to begin.

    ``in_bed`` tells whether it can be done in bed, ``practised_today`` whether this column was practised today
    already, ``shortest`` the fewest minutes that it offers. Minutes are not refused: ``Open`` says how many of those
    asked for may be held; where even the fewest are too many, the practice is closed.
    """

    column: Column
    in_bed: bool = False
    pattern: Pattern | None = None
    practised_today: bool = False
    shortest: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Open:
    """It may begin, within these limits and under the conditions of its column's access."""

    limits: Limits
    access: Access

    def minutes(self, asked: float) -> float:
        """Give the minutes that may be held, of those asked for."""
        most = self.access.minutes
        return asked if most is None else min(asked, most)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFirst:
    """The questions come first; ``again``: they were answered, six months ago or more."""

    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFirst:
    """Open after a clinician's yes; meanwhile ``instead`` is open. ``answered`` is the day of the answers."""

    column: Column
    answered: date
    instead: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """Closed by the answers of a day; ``ask_from`` is the day from which a clinician may be asked.

    ``in_bed`` tells that it is open in bed alone.
    """

    column: Column
    answered: date
    instead: tuple[Column, ...]
    ask_from: date | None = None
    in_bed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EnoughToday:
    """Once a day is the most, and today's is done; ``instead`` is open."""

    column: Column
    instead: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoHolds:
    """Breath patterns with holds are closed to this person; the practice itself may begin with another."""


Verdict = Open | AnswerFirst | AskFirst | Closed | EnoughToday | NoHolds


def allowed(outcome: ScreeningOutcome | None, request: Request, today: date) -> Verdict:
    """Say what comes of a request. Without a standing outcome Seated breath alone begins, and with no held breath."""
    holds = request.pattern is not None and request.pattern.has_holds
    if outcome is None or due(outcome, today) is Due.DUE:
        if request.column is Column.SEATED and not holds:
            return Open(limits=Limits(holds=False) if outcome is None else outcome.limits, access=Access())
        return AnswerFirst(again=outcome is not None)
    if (refusal := _refusal(outcome, request, today)) is not None:
        return refusal
    if holds and not outcome.limits.holds:
        return NoHolds()
    access = outcome.of(request.column, today)
    return Open(limits=outcome.limits, access=access)


def _refusal(outcome: ScreeningOutcome, request: Request, today: date) -> Verdict | None:
    column, access = request.column, outcome.of(request.column, today)
    instead = open_instead(outcome, today, besides=column)
    in_bed_only = access.level is not Level.CLOSED and access.bed and not request.in_bed
    too_long = access.minutes is not None and request.shortest > access.minutes
    if access.level is Level.CLOSED or in_bed_only or too_long:
        ask_from = None if access.weeks is None else access.opens_to_asking(outcome.day, access.weeks)
        return Closed(
            column=column, answered=outcome.day, instead=instead, ask_from=ask_from, in_bed=in_bed_only
        )
    if not access.is_open:
        return AskFirst(column=column, answered=outcome.day, instead=instead)
    if access.once_a_day and request.practised_today:
        return EnoughToday(column=column, instead=instead)
    return None
