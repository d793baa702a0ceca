"""Joins what is asked before and after a session to its record; never required, quieter where nobody answers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject

from legsup.domain.tension import FOLDED_AFTER, is_folded, is_noted
from legsup.ui.words import clock_time, day_text, tr

if TYPE_CHECKING:
    from legsup.app.basis import Basis
    from legsup.app.leading import Leading
    from legsup.domain.session import Session
    from legsup.ui.pages.session_page import SessionPage


class Asking(QObject):
    """Asks on one Session page for the sessions of one leader."""

    def __init__(self, basis: Basis, leading: Leading, page: SessionPage) -> None:
        super().__init__(page)
        self._basis = basis
        self._page = page
        self._frequency = ""
        record = leading.record
        page.desk.tension_before.connect(record.note_before)
        page.end.tension_after.connect(record.note_after)
        page.end.legs_after.connect(record.note_legs)
        page.end.noted.connect(record.note_words)
        leading.began.connect(self._begin)
        leading.ended.connect(self._end)

    def _begin(self) -> None:
        """Ask anew, nothing chosen beforehand."""
        basis = self._basis
        settings = basis.kept.now
        latest = [] if basis.trying else basis.journal.newest(FOLDED_AFTER)[0]
        folded = is_folded(latest)
        today = datetime.now().astimezone().date()
        self._frequency = ""
        if not basis.trying and is_noted(basis.journal.practised_on(today)):
            self._frequency = tr(
                "That's the third today. The one source that names a number says once or twice a day."
            )
        self._page.desk.begin(folded=folded)
        self._page.end.begin(folded=folded, legs=settings.ask_legs, note=settings.ask_note)
        self._page.show_frequency(self._frequency)

    def _end(self, kept: bool) -> None:  # noqa: FBT001 - the slot of a signal
        session: Session | None = self._basis.conductor.session
        held = session is not None and session.held > 0.0
        now = QDateTime.currentDateTime()
        today = datetime.now().astimezone().date()
        day = f"{day_text(today)} · {clock_time(now)}" if held and kept else ""
        self._page.end.show_asking(kept=kept, frequency=self._frequency if held else "", day=day)
