"""Taking the journal out and in: what can be done, what would come of it, and how far it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import button, label, notice, scrolling, show_role
from legsup.ui.widgets.fields import progress_bar
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


class CarryPanel(QWidget):
    """``export_asked`` gives a kind of file, ``agreed`` and ``cancelled`` answer what is asked, ``back`` asks for the list."""

    export_asked = Signal(str)
    import_asked = Signal()
    month_asked = Signal()
    forget_asked = Signal()
    agreed = Signal()
    cancelled = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ways = [
            button(tr("Spreadsheet (CSV)"), partial(self.export_asked.emit, "csv")),
            button(tr("Everything (JSON)"), partial(self.export_asked.emit, "json")),
            button(tr("Calendar (ICS)"), partial(self.export_asked.emit, "ics")),
            button(tr("This month as PDF"), self.month_asked.emit),
        ]
        self._in = button(
            tr("Import a file…"), self.import_asked.emit, "", tr("CSV or JSON, as it was exported")
        )
        self._forget = button(
            tr("Delete everything…"), self.forget_asked.emit, "", tr("Tells first what will go")
        )
        self._told = notice("strong")
        self._details = notice("note")
        self._bar = progress_bar(tr("Progress"))
        self._yes = button("", self.agreed.emit, "primary")
        self._no = button(tr("Cancel"), self.cancelled.emit)
        self._asked_by: QPushButton | None = None
        self._answers = _row(self._yes, self._no)
        head = QHBoxLayout()
        head.addWidget(button(tr("Back"), self.back.emit, "", tr("Back to the sessions")))
        head.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 12, 0)
        column.setSpacing(12)
        column.addWidget(label(tr("Export"), "heading"))
        column.addWidget(label(tr("Everything in the journal; none of your answers about health."), "note"))
        column.addWidget(_row(*self._ways))
        column.addWidget(label(tr("Import"), "heading"))
        column.addWidget(label(tr("Or drop a file on the window. First you see what it would add."), "note"))
        column.addWidget(_row(self._in))
        column.addWidget(label(tr("Delete"), "heading"))
        column.addWidget(_row(self._forget))
        for each in (self._told, self._details, self._bar, self._answers):
            column.addWidget(each)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(head)
        self._area = scrolling(inside)
        outer.addWidget(self._area, 1)
        self.setFocusProxy(self._ways[0])
        self.tell("")

    def tell(self, text: str, details: str = "") -> None:
        """Say what came of it; the focus is again where it was asked for."""
        left = self.focusWidget()
        self._show(text, details)
        if self._asked_by is not None and left in {None, self._yes, self._no}:
            self._asked_by.setFocus()
        self._asked_by = None

    def ask(self, text: str, details: str, yes: str) -> None:
        """Say what would be done, and ask whether to."""
        self._remember()
        self._show(text, details)
        self._yes.setText(yes)
        self._yes.setAccessibleName(yes)
        # What cannot be undone is never what is seen first.
        loses = self._asked_by is self._forget
        show_role(self._yes, "" if loses else "primary")
        show_role(self._no, "primary" if loses else "")
        self._yes.show()
        self._answers.show()
        self._no.setFocus()

    def show_progress(self, text: str, done: int, of: int) -> None:
        """Say how far it is; it can be cancelled."""
        self._show(text, "")
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._bar.show()
        self._answers.show()
        self._yes.hide()
        # Before its button is disabled, which would send the focus wandering to another page's tab.
        self._remember()
        self._no.setFocus()
        for each in self._all():
            each.setEnabled(False)

    def _remember(self) -> None:
        """Note which button was pressed last."""
        self._asked_by = next((each for each in self._all() if each.hasFocus()), self._asked_by)

    def _show(self, text: str, details: str) -> None:
        self._told.say(text)
        self._details.say(details)
        self._bar.hide()
        self._answers.hide()
        for each in self._all():
            each.setEnabled(True)
        if text:
            QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        """Bring what is told into sight once it has its place, from its beginning; and what answers it before all."""
        for each in (self._details, self._told, self._bar, self._answers):
            if each.isVisible():
                self._area.ensureWidgetVisible(each, 0, 8)

    def _all(self) -> tuple[QPushButton, ...]:
        return (*self._ways, self._in, self._forget)


def _row(*ways: QWidget) -> QWidget:
    made = QWidget()
    FlowLayout(made, ways, begins=True)
    return made
