"""An account of the outcome, laid out: what is open first, then who says otherwise, whom to ask, what is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.ui.screening.yes_row import YesRow
from legsup.ui.widgets import label

if TYPE_CHECKING:
    from legsup.domain.screening.account import Account
    from legsup.domain.screening.words import ScreeningWords


class AccountRows(QWidget):
    """Shows the account it was given last; ``said_yes`` gives the column for which a clinician said yes."""

    said_yes = Signal(object)

    def __init__(self, words: ScreeningWords) -> None:
        super().__init__()
        self._words = words
        self._told: Account | None = None
        self._body = QWidget()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self._body)

    def show_account(self, account: Account) -> None:
        """Tell it, where it is another than before."""
        if account == self._told:
            return
        self._told = account
        body = self._laid_out(account)
        self._rows.replaceWidget(self._body, body)
        body.show()
        self._body.hide()
        self._body.deleteLater()
        self._body = body

    def _laid_out(self, account: Account) -> QWidget:
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        for line in (*account.open_now, *account.advice, *account.why):
            rows.addWidget(label(line))
        for told in account.asks:
            rows.addWidget(label(told.title, "strong"))
            row = YesRow(self._words, told.column, told.lines)
            row.said_yes.connect(self.said_yes)
            rows.addWidget(row)
        for told in account.conditions:
            rows.addWidget(label(told.title, "strong"))
            rows.addWidget(label(" ".join(told.lines)))
        for told in account.closed:
            lines = (self._words.closed.format(title=told.title), *told.lines)
            rows.addWidget(label(" ".join(lines), "note"))
        return body


def account_text(account: Account, words: ScreeningWords) -> str:
    """Give an account as one text, for those to whom the page is read."""
    asks = [line for told in account.asks for line in (f"{told.title}.", *told.lines)]
    under = [line for told in account.conditions for line in (f"{told.title}.", *told.lines)]
    closed = [
        line for told in account.closed for line in (words.closed.format(title=told.title), *told.lines)
    ]
    return " ".join((*account.open_now, *account.advice, *account.why, *asks, *under, *closed))
