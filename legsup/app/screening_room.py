"""What the window knows of the screening: the asking in memory, what came of it, and the day; views derive from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.domain.screening.account import account
from legsup.domain.screening.asking import Asking, Page
from legsup.domain.screening.columns import Column, can_be_in_bed, column_of, columns_of
from legsup.domain.screening.door import Open, Request, allowed
from legsup.domain.screening.outcome import Due, asked_again_on, due
from legsup.domain.screening.questions import evaluate
from legsup.domain.screening.reasons import reasons
from legsup.domain.screening.telling import Teller
from legsup.domain.screening.today import Urgency
from legsup.ui.screening.safety_rows import Safety
from legsup.ui.screening.standing import Standing
from legsup.ui.screening.unreadable import unreadable_lines
from legsup.ui.words import day_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from legsup.domain.screening.account import Account
    from legsup.domain.screening.catalogue import Catalogue
    from legsup.domain.screening.outcome import ScreeningOutcome
    from legsup.domain.screening.questions import Answers
    from legsup.domain.sequence import Sequence
    from legsup.practice.kept_outcome import KeptOutcome
    from legsup.ui.screening.safety_rows import SafetyRows


class ScreeningRoom(QObject):
    """Holds an asking while the app runs; all else is the kept outcome's. ``held`` names what was held today.

    ``keep`` does what keeps an outcome, and tells the person where that cannot be written. ``changed`` tells that what
    is shown is to be derived anew, ``asked`` that the questions are wanted, ``instead`` that Seated breath is.
    """

    changed = Signal()
    asked = Signal()
    instead = Signal()

    def __init__(
        self,
        kept: KeptOutcome,
        held: Callable[[], frozenset[str]],
        keep: Callable[[Callable[[], object]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kept = kept
        self._held = held
        self._keep = keep
        self._asking: Asking | None = None
        self._own: tuple[Answers, ScreeningOutcome] | None = None
        self._calls = False
        kept.follow(self.changed.emit)

    @property
    def catalogue(self) -> Catalogue:
        """The questions and their words, or what is wrong with them."""
        return self._kept.catalogue

    @property
    def today(self) -> date:
        """What day it is."""
        return self._kept.today

    @property
    def outcome(self) -> ScreeningOutcome | None:
        """What the answers came to, as it stands today."""
        return self._kept.standing()

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

    def take(self, asking: Asking) -> None:
        """Take the asking that a press made."""
        self._asking = asking
        self.changed.emit()

    def keep(self) -> None:
        """Keep what the answers come to, once all are given."""
        answers = None if self._asking is None else self._asking.answers
        if answers is not None and not self._is_kept(answers):
            self._keep(lambda: self._kept.answered(answers))
            self._remember(answers)

    def say_yes(self, column: Column) -> None:
        """Open a column by a clinician's yes; who says so at the end of the asking has said that it is done."""
        self.keep()
        self._keep(lambda: self._kept.said_yes(column))
        self._remember(None if self._own is None else self._own[0])

    def account(self) -> Account | None:
        """Give the account of the answers, once all are given."""
        screening, asking = self.catalogue.screening, self._asking
        answers = None if asking is None else asking.answers
        if screening is None or answers is None:
            return None
        kept = self._kept.look() if self._is_kept(answers) else None
        came = kept or evaluate(screening.questionnaire, answers, self.today)
        found = reasons(screening.questionnaire, answers, self.today)
        teller = Teller(screening=screening, written=day_text, reasons=found)
        return account(teller, came, self.today)

    def standing(self, sequence: Sequence) -> Standing:
        """Tell how a practice stands today."""
        return self.standings((sequence,))[sequence.id]

    def standings(self, sequences: Iterable[Sequence]) -> dict[str, Standing]:
        """Tell how each practice stands today, by its id."""
        outcome, held = self.outcome, columns_of(self._held())
        return {each.id: self._standing(each, outcome, held) for each in sequences}

    def safety(self, standing: Standing | None) -> Safety:
        """Tell what stands beside a Begin; ``standing`` is that of the chosen practice."""
        outcome, screening = self.outcome, self.catalogue.screening
        when = Due.NOT_YET if outcome is None or screening is None else due(outcome, self.today)
        soon = ""
        if outcome is not None and screening is not None and when is Due.SOON:
            soon = screening.words.soon.format(day=day_text(asked_again_on(outcome)))
        return Safety(
            standing=standing,
            due=when,
            soon=soon,
            heavy=self._kept.is_heavy_day,
            calls=self._calls,
            faults=tuple(str(fault) for fault in self._kept.faults),
        )

    def serve(self, rows: SafetyRows) -> None:
        """Do what the rows beside a Begin ask for."""
        rows.said_yes.connect(self.say_yes)
        rows.answer_again.connect(self.ask_anew)
        rows.instead.connect(self.instead)
        rows.still_true.connect(self._say_still_true)
        rows.not_today.connect(self.show_calls)
        rows.heavy_turned.connect(self._turn_heavy)

    def ask_anew(self) -> None:
        """Want the questions asked anew: something has changed.

        What was answered is still marked, and who left half-way is there again.
        """
        if self._asking is not None and self._asking.page is Page.END:
            self.take(replace(self._asking, page=Page.FIRST, at=0))
        self.asked.emit()

    def show_calls(self, shown: bool = True) -> None:  # noqa: FBT001, FBT002 - a slot takes what Qt gives
        """Show whom to call, or no longer; nothing starts, and nothing follows from it."""
        self._calls = shown
        self.changed.emit()

    def _standing(
        self, sequence: Sequence, outcome: ScreeningOutcome | None, held: frozenset[Column]
    ) -> Standing:
        """Tell how one stands; a pattern with holds is no obstacle, they are left out of the plan."""
        screening = self.catalogue.screening
        column = column_of(sequence)
        request = Request(
            column=column,
            in_bed=can_be_in_bed(sequence),
            practised_today=column in held,
            shortest=sequence.minutes.shortest,
        )
        verdict = allowed(outcome, request, self.today)
        if screening is None:
            return Standing(verdict, () if isinstance(verdict, Open) else unreadable_lines(()))
        if self._kept.is_heavy_day and column is Column.RAISED_HIPS:
            acts = tuple(sign.act for sign in screening.today.signs if sign.urgency is Urgency.CHOICE)
            return Standing(verdict, acts, hidden=True)
        teller = Teller(screening=screening, written=day_text, reasons=self._kept.reasons())
        return Standing(verdict, teller.lines(verdict, sequence.title, outcome))

    def _say_still_true(self) -> None:
        self._keep(self._kept.still_true)

    def _turn_heavy(self) -> None:
        self._kept.hide_raised_hips_today(hidden=not self._kept.is_heavy_day)

    def _is_kept(self, answers: Answers) -> bool:
        """Whether the outcome that is kept came of these answers; another window or terminal may have kept others."""
        return self._own is not None and self._own == (answers, self._kept.look())

    def _remember(self, answers: Answers | None) -> None:
        outcome = self._kept.look()
        self._own = None if answers is None or outcome is None else (answers, outcome)
        self.changed.emit()
