"""What the screening asks and tells at a terminal, before a practice that it does not open yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.screening.account import account
from legsup.domain.screening.door import AskFirst
from legsup.domain.screening.telling import Teller
from legsup.practice.refusal import NotOpen, QuestionsFirst
from legsup.terminal import messages
from legsup.terminal.refusal_words import refusal_text
from legsup.terminal.session.asking import answers_to, said_yes, say, still_true

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.screening.catalogue import Screening
    from legsup.practice.door import Entry
    from legsup.practice.kept_outcome import KeptOutcome


class Screened:
    """Asks what is to be asked, and has the outcome kept."""

    def __init__(self, outcome: KeptOutcome) -> None:
        self._outcome = outcome

    def opens(self, refusal: QuestionsFirst | NotOpen) -> bool:
        """Ask what could open a practice; whether anything was answered, so that the door is to be asked again."""
        match refusal:
            case QuestionsFirst(screening=screening, again=again):
                return self._ask(screening, again=again)
            case NotOpen(screening=screening, verdict=AskFirst(column=column)):
                say(refusal_text(refusal))
                return said_yes(screening) and self._keep(lambda: self._outcome.said_yes(column))
            case NotOpen():  # pragma: no branch - the type checker proves that none is missing
                return False

    def _ask(self, screening: Screening, *, again: bool) -> bool:
        still = still_true(screening) if again else False
        if still is None:
            return False
        if still:
            return self._keep(self._outcome.still_true)
        answers = answers_to(screening)
        if answers is None:
            return False
        self._keep(lambda: self._outcome.answered(answers))
        self._tell_outcome()
        return True

    def tell_conditions(self, entry: Entry) -> None:
        """Say under which conditions a practice is open, and that no hold of the breath is needed where there are some."""
        for line in self._teller.conditions(entry.opened.access):
            say(line)
        pattern = entry.plan.choices.pattern
        if pattern is not None and pattern.has_holds:
            say(self._teller.screening.words.holds_caution)

    @property
    def _teller(self) -> Teller:
        screening = self._outcome.catalogue.screening
        assert screening is not None, "what cannot be read is told before anything is asked"
        return Teller(screening=screening, written=messages.day_text, reasons=self._outcome.reasons())

    def _tell_outcome(self) -> None:
        outcome = self._outcome.standing()
        if outcome is None:
            return
        told = account(self._teller, outcome, self._outcome.today)
        closed = [messages.CLOSED.format(titles=", ".join(each.title for each in told.closed))]
        asked = [f"{each.title}: {line}" for each in told.asks for line in each.lines]
        nothing = () if told.why else (self._teller.screening.words.nothing_closed,)
        for line in (
            *nothing,
            *told.why,
            *asked,
            *(closed if told.closed else ()),
            *told.advice,
            *told.open_now,
        ):
            say(line)

    @staticmethod
    def _keep(keep: Callable[[], object]) -> bool:
        try:
            keep()
        except OSError as error:
            say(messages.OUTCOME_NOT_SAVED.format(error=error))
        return True
