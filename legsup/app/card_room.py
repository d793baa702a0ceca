"""The presenter of the safety card: makes the card of a plan, shows it, and brings it to paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.app.paper import pdf_of, save, usual_page
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.safety_card import SafetyCard, safety_card
from legsup.domain.screening.today import Urgency
from legsup.services.safety import read_screening
from legsup.ui.safety_card import SafetyCardDialog
from legsup.ui.safety_card_paper import paint_card
from legsup.ui.safety_card_text import card_document
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from legsup.app.paper import Paper
    from legsup.domain.plan import Plan
    from legsup.domain.settings import Settings
    from legsup.practice.practices import Practices

PDF_NAME = "legs-up-safety-card.pdf"


class CardRoom(QObject):
    """Owns the dialog of the card; ``told`` gives a line for the window."""

    told = Signal(str)

    def __init__(self, practices: Practices, paper: Paper, window: QWidget) -> None:
        super().__init__(window)
        self._practices = practices
        self._paper = paper
        screening = read_screening(practices.assets).screening
        signs = () if screening is None else screening.today.signs
        self._emergency = tuple(sign for sign in signs if sign.urgency is Urgency.EMERGENCY)
        self._card: SafetyCard | None = None
        self.dialog = SafetyCardDialog(window)
        self.dialog.print_asked.connect(self._print)
        self.dialog.pdf_asked.connect(self._save)

    def show(self, plan: Plan | None, settings: Settings) -> None:
        """Show the card of a plan; without one, of the practice that was chosen last."""
        if plan is None:
            plan = compile_plan(self._practices.chosen(settings), Choices(), self._practices.parts)
        self._card = safety_card(plan)
        self.dialog.show_card(self._html(columns=False))

    def _html(self, *, columns: bool) -> str:
        assert self._card is not None, "only a card that is shown is asked for"
        return card_document(self._card, self._emergency, columns=columns)

    def _print(self) -> None:
        printer = self._paper.printer(self.dialog)
        if printer is not None:
            paint_card(self._html(columns=True), printer)

    def _save(self) -> None:
        place = self._paper.place(self.dialog, PDF_NAME)
        if place:
            html = self._html(columns=True)
            pdf = pdf_of(tr("Safety card"), usual_page(), lambda page: paint_card(html, page))
            self.told.emit(save(pdf, place))
