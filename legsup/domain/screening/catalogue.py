"""All of the screening as it was read, or what was wrong with its files and what is then open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.screening.outcome import only_seated

if TYPE_CHECKING:
    from datetime import date

    from legsup.domain.fault import Fault
    from legsup.domain.screening.outcome import ScreeningOutcome
    from legsup.domain.screening.questions import Questionnaire
    from legsup.domain.screening.today import TodayState
    from legsup.domain.screening.words import ScreeningWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The questions with their matrix, the words around them, and today's state, in one language."""

    questionnaire: Questionnaire
    words: ScreeningWords
    today: TodayState


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What the files gave: the screening, or None with every fault; a damaged file never gives a yes."""

    screening: Screening | None
    faults: tuple[Fault, ...] = ()

    def standing(self, kept: ScreeningOutcome | None, today: date) -> ScreeningOutcome | None:
        """Give the outcome that counts: the kept one, or Seated breath alone while the questions cannot be read."""
        return only_seated(today) if self.screening is None else kept
