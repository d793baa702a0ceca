"""Tells in the window what is wrong with the journal: what passes goes once it has passed, damage stays until it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.app.journal_words import journal_words
from legsup.practice.kept_journal import PASSING, JournalTrouble

if TYPE_CHECKING:
    from legsup.ui.main_window import MainWindow

#: What is over with these.
_OVER = {JournalTrouble.FREE, JournalTrouble.WRITTEN}


class JournalTold:
    """One message at most of what may pass stands in a window, beside whatever else does."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._passing = ""

    def tell(self, trouble: JournalTrouble, detail: str) -> None:
        """Say it."""
        text = journal_words(trouble).format(detail=detail)
        if trouble in PASSING | _OVER:
            self._window.messages.take_back(self._passing)
            self._passing = text if trouble in PASSING else ""
        self._window.messages.say_as_well(text, passes=trouble is JournalTrouble.WRITTEN)
