"""What the window knows of the screening: the asking in memory, what came of it, and the day; views derive from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from legsup.domain.breath import parse_pattern
from legsup.domain.screening.account import account
from legsup.domain.screening.asking import Asking, Page
from legsup.domain.screening.columns import Column, can_be_in_bed, column_of
from legsup.domain.screening.door import Closed, Wish, allowed
from legsup.domain.screening.outcome import Due, asked_again_on, due
from legsup.domain.screening.questions import evaluate
from legsup.domain.screening.reasons import reasons
from legsup.domain.screening.telling import Teller
from legsup.domain.screening.today import Urgency
from legsup.ui.screening.safety_rows import Safety
from legsup.ui.screening.standing import Standing
from legsup.ui.screening.unreadable import unreadable_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from legsup.domain.screening.account import Account
    from legsup.domain.screening.catalogue import Catalogue, Screening
    from legsup.domain.screening.outcome import Outcome
    from legsup.domain.screening.questions import Answers
    from legsup.domain.sequence import Sequence
    from legsup.ui.screening.safety_rows import SafetyRows


class KeptOutcome(Protocol):
    """The one owner of the outcome."""

    @property
    def catalogue(self) -> Catalogue:
        """The questions and their words, or what is wrong with them."""
        ...

    @property
    def outcome(self) -> Outcome | None:
        """What is kept."""
        ...

    def standing(self, today: date) -> Outcome | None:
        """Give what counts: what is kept, or Seated breath alone while the questions cannot be read."""
        ...

    def answered(self, answers: Answers) -> None:
        """Keep what the answers come to."""
        ...

    def said_yes(self, column: Column) -> None:
        """Open a column by a clinician's yes of today."""
        ...

    def still_true(self) -> None:
        """Take "still true" for an answer of today."""
        ...

    def follow(self, told: Callable[[], None]) -> object:
        """Tell whenever it has changed."""
        ...


class ScreeningRoom(QObject):
    """Holds the answers while the app runs, and a heavy day while it lasts; all else is the kept outcome's.

    ``changed`` tells that what is shown is to be derived anew, ``asked`` that the questions are wanted, ``instead`` that
    Seated breath is.
    """

    changed = Signal()
    asked = Signal()
    instead = Signal()

    def __init__(self, kept: KeptOutcome, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._kept = kept
        self._today = today
        self._asking: Asking | None = None
        self._own: tuple[Answers, Outcome] | None = None
        self._heavy: date | None = None
        self._calls = False
        kept.follow(self.changed.emit)

    @property
    def catalogue(self) -> Catalogue:
        """The questions and their words, or what is wrong with them."""
        return self._kept.catalogue

    @property
    def today(self) -> date:
        """What day it is."""
        return self._today()

    @property
    def outcome(self) -> Outcome | None:
        """What the answers came to, as it stands today."""
        return self._kept.standing(self.today)

    @property
    def asking(self) -> Asking | None:
        """The asking where it stands, begun if it is not; None where the questions cannot be read."""
        screening = self.catalogue.screening
        if self._asking is None and screening is not None:
            self._asking = Asking(questionnaire=screening.questionnaire)
        return self._asking

    @property
    def is_half_way(self) -> bool:
        """Whether somebody began to answer and left."""
        return self._asking is not None and self._asking.page not in {Page.FIRST, Page.END}

    @property
    def needs_answers(self) -> bool:
        """Whether no answers stand today."""
        outcome = self.outcome
        return outcome is None or due(outcome, self.today) is Due.DUE

    def begin_anew(self) -> None:
        """Begin the asking at its first page; what was answered is still marked, and who left half-way is there again."""
        if self._asking is not None and self._asking.page is Page.END:
            self._take(replace(self._asking, page=Page.FIRST, at=0))

    def take(self, asking: Asking) -> None:
        """Take the asking that a press made."""
        self._take(asking)

    def keep(self) -> None:
        """Keep what the answers come to, once all are given."""
        answers = None if self._asking is None else self._asking.answers
        if answers is not None and not self._is_kept(answers):
            self._kept.answered(answers)
            self._remember(answers)

    def say_yes(self, column: Column) -> None:
        """Open a column by a clinician's yes; who says so at the end of the asking has said that it is done."""
        self.keep()
        self._kept.said_yes(column)
        self._remember(None if self._own is None else self._own[0])

    def account(self) -> Account | None:
        """Give the account of the answers, once all are given."""
        screening, asking = self.catalogue.screening, self._asking
        answers = None if asking is None else asking.answers
        if screening is None or answers is None:
            return None
        kept = self._kept.outcome if self._is_kept(answers) else None
        came = kept or evaluate(screening.questionnaire, answers, self.today)
        return account(self._teller(screening, answers), came, self.today)

    def standing(self, sequence: Sequence, pattern: str) -> Standing:
        """Tell how a practice stands today, in a pattern of breath."""
        outcome, screening = self.outcome, self.catalogue.screening
        wish = Wish(
            column=column_of(sequence), in_bed=can_be_in_bed(sequence), pattern=parse_pattern(pattern)
        )
        verdict = allowed(outcome, wish, self.today)
        if screening is None:
            lines = () if wish.column is Column.SEATED else unreadable_lines(())
            return Standing(verdict, lines)
        if self._is_heavy and wish.column is Column.RAISED_HIPS:
            acts = (sign.act for sign in screening.today.signs if sign.urgency is Urgency.CHOICE)
            return Standing(Closed(column=wish.column, answered=self.today, instead=()), tuple(acts), True)
        answers = None if self._own is None else self._own[0]
        teller = self._teller(screening, answers if answers and self._is_kept(answers) else None)
        return Standing(verdict, teller.lines(verdict, sequence.text["en"].title, outcome))

    def safety(self, standing: Standing | None) -> Safety:
        """Tell what stands beside a Begin; ``standing`` is that of the chosen practice."""
        outcome, screening = self.outcome, self.catalogue.screening
        when = Due.NOT_YET if outcome is None or screening is None else due(outcome, self.today)
        soon = ""
        if outcome is not None and screening is not None and when is Due.SOON:
            soon = screening.words.soon.format(day=written(asked_again_on(outcome)))
        return Safety(standing=standing, due=when, soon=soon, heavy=self._is_heavy, calls=self._calls)

    def serve(self, rows: SafetyRows) -> None:
        """Do what the rows beside a Begin ask for."""
        rows.said_yes.connect(self.say_yes)
        rows.answer_again.connect(self.ask_anew)
        rows.instead.connect(self.instead)
        rows.still_true.connect(self._kept.still_true)
        rows.not_today.connect(self.show_calls)
        rows.heavy_turned.connect(self._turn_heavy)

    def ask_anew(self) -> None:
        """Want the questions asked anew: something has changed."""
        self.begin_anew()
        self.asked.emit()

    def show_calls(self, shown: bool = True) -> None:  # noqa: FBT001, FBT002 - a slot takes what Qt gives
        """Show whom to call, or no longer; nothing starts, and nothing follows from it."""
        self._calls = shown
        self.changed.emit()

    def _turn_heavy(self) -> None:
        self._heavy = None if self._is_heavy else self.today
        self.changed.emit()

    @property
    def _is_heavy(self) -> bool:
        return self._heavy == self.today

    def _take(self, asking: Asking) -> None:
        self._asking = asking
        self.changed.emit()

    def _is_kept(self, answers: Answers) -> bool:
        """Whether the outcome that is kept came of these answers; another window or terminal may have kept others."""
        return self._own is not None and self._own == (answers, self._kept.outcome)

    def _remember(self, answers: Answers | None) -> None:
        outcome = self._kept.outcome
        self._own = None if answers is None or outcome is None else (answers, outcome)
        self.changed.emit()

    def _teller(self, screening: Screening, answers: Answers | None) -> Teller:
        found = () if answers is None else reasons(screening.questionnaire, answers, self.today)
        return Teller(screening=screening, written=written, reasons=found)


def written(day: date) -> str:
    """Write a day as people say it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
