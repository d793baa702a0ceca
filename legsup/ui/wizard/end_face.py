"""The end of the asking: what is open, who says otherwise, whom to ask, and what is closed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from legsup.domain.screening.asking import Asking
from legsup.ui.screening.account_rows import AccountRows, account_text
from legsup.ui.widgets import button, label, landing, named
from legsup.ui.wizard.faces import Face
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.screening.account import Account
    from legsup.domain.screening.catalogue import Screening
    from legsup.ui.wizard.faces import Take


class EndFace(Face):
    """Tells an account; ``said_yes`` gives the column for which a clinician said yes."""

    said_yes = Signal(object)

    def __init__(self, screening: Screening, take: Take) -> None:
        super().__init__(landing("", "title"))
        self._words = screening.words
        self._told = AccountRows(screening.words)
        self._told.said_yes.connect(self.said_yes)
        self.rows.addWidget(self._told)
        self.end(button(tr("Back"), partial(take, Asking.previous_question), "quiet", tr("Change an answer")))
        for note in (screening.words.kept, screening.words.not_reviewed):
            self.rows.addWidget(label(note, "note"))

    def show_account(self, account: Account) -> None:
        """Tell it, anew where it changed."""
        heading = self._words.nothing_closed if not account.why else tr("What is open to you")
        self.heading.setText(heading)
        named(self.heading, heading, account_text(account, self._words))
        self._told.show_account(account)
