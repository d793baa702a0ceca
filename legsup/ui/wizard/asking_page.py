"""The first page of the wizard: is this pose for you. The whole asking takes place within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizardPage

from legsup.domain.screening.asking import Page
from legsup.ui.screening.unreadable import unreadable_lines
from legsup.ui.widgets import column, label, landing, scrolling
from legsup.ui.wizard.asking_view import AskingView
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.screening.account import Account
    from legsup.domain.screening.asking import Asking
    from legsup.domain.screening.catalogue import Catalogue


class AskingPage(QWizardPage):
    """Leads on once all is answered; where the questions cannot be read it says so, and Seated breath remains.

    ``changed`` gives the asking that a press makes, ``said_yes`` a column, ``passed`` tells that one goes on from its end.
    """

    changed = Signal(object)
    said_yes = Signal(object)
    passed = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._view = None if catalogue.screening is None else AskingView(catalogue.screening)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        if self._view is None:
            unreadable = _Unreadable(catalogue)
            rows.addWidget(scrolling(unreadable))
            self.setFocusProxy(unreadable)
        else:
            self._view.changed.connect(self.changed)
            self._view.said_yes.connect(self.said_yes)
            rows.addWidget(self._view)
            self.setFocusProxy(self._view)

    def derive(self, asking: Asking | None, account: Account | None) -> None:
        """Show the asking; None where there is none to be shown."""
        if self._view is not None and asking is not None:
            self._view.derive(asking, account)
            self.completeChanged.emit()

    def isComplete(self) -> bool:
        """Whether one can go on."""
        return self._view is None or self._view.asking.page is Page.END

    def validatePage(self) -> bool:
        """Tell that one goes on, which is when the outcome is kept."""
        self.passed.emit()
        return True


class _Unreadable(QWidget):
    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        first, *faults = unreadable_lines(catalogue.faults)
        heading = landing(tr("Is this pose for you?"), "title", " ".join((first, *faults)))
        rows = column(self)
        rows.addWidget(heading)
        self.setFocusProxy(heading)
        rows.addWidget(label(first))
        for fault in faults:
            rows.addWidget(label(fault, "note"))
        rows.addStretch(1)
