"""An owner of the outcome that keeps it in memory, for tests of what is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from legsup.domain.screening.outcome import renewed, with_yes
from legsup.domain.screening.questions import evaluate
from tests.screened import CATALOGUE, DAY, QUESTIONNAIRE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from legsup.domain.screening.catalogue import Catalogue
    from legsup.domain.screening.columns import Column
    from legsup.domain.screening.outcome import Outcome
    from legsup.domain.screening.questions import Answers


@dataclass
class InMemory:
    """Keeps an outcome; ``day`` is today."""

    outcome: Outcome | None = None
    catalogue: Catalogue = CATALOGUE
    day: date = DAY
    _told: list[Callable[[], None]] = field(default_factory=list)

    def standing(self, today: date) -> Outcome | None:
        """Give what counts today."""
        return self.catalogue.standing(self.outcome, today)

    def answered(self, answers: Answers) -> None:
        """Keep what the answers come to."""
        self._keep(evaluate(QUESTIONNAIRE, answers, self.day))

    def said_yes(self, column: Column) -> None:
        """Open a column."""
        assert self.outcome is not None
        self._keep(with_yes(self.outcome, column, self.day))

    def still_true(self) -> None:
        """Renew."""
        assert self.outcome is not None
        self._keep(renewed(self.outcome, self.day))

    def follow(self, told: Callable[[], None]) -> object:
        """Tell of each change."""
        self._told.append(told)
        return None

    def _keep(self, outcome: Outcome) -> None:
        self.outcome = outcome
        for told in self._told:
            told()
