"""The tray's menu: six lines while nothing runs, four in a session; its texts change in place, as an open menu must."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from legsup.domain.session import Session
    from legsup.services.conductor import Conductor
    from legsup.ui.actions import SessionActions


class TrayLines(Protocol):
    """Words what the menu offers."""

    def first(self, *, exact: bool) -> str:
        """Word what a click begins; ``exact`` says when one would be up, too, which takes a plan."""
        ...

    def more(self) -> Sequence[tuple[str, str]]:
        """Give every practice that may begin now: its words, and its name."""
        ...

    def reminders(self, *, exact: bool) -> tuple[str, Sequence[tuple[str, str]]]:
        """Word how reminders stand, and give what can be asked of them: its words, and its key; empty words are a gap.

        ``exact`` says when, too, which takes the country's way of writing times.
        """
        ...


class TrayMenu(QObject):
    """The menu and what it asks for; ``menu`` is what an icon shows.

    ``quick_start`` asks for a practice of so many minutes (0: the last choice), ``named`` for one by its name,
    ``reminder`` gives what is asked of reminders, by its key, ``open_window`` asks for the window, ``changed`` for the questions about one's health anew, ``quit`` for the app's end.
    """

    quick_start = Signal(float)
    named = Signal(str)
    open_window = Signal()
    changed = Signal()
    reminder = Signal(str)
    quit = Signal()

    def __init__(self, conductor: Conductor, lines: TrayLines, parent: QObject) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._lines = lines
        self._actions: SessionActions | None = None
        self._asks: Callable[[], QAction | None] = _nothing
        self._shape = ""
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self._about_to_show)
        self._more = QMenu(tr("More"))
        self._more.aboutToShow.connect(self._list_more)
        self._changed = self._entry(tr("Ask about my health again"), self.changed.emit)
        self._more.addAction(self._changed)
        self._reminders = QMenu()
        self._reminders.aboutToShow.connect(self._list_reminders)
        self._first = self._entry("", lambda: self.quick_start.emit(0.0))
        self._short = self._entry(tr("Short, 2 min"), lambda: self.quick_start.emit(2.0))
        self._open = self._entry(tr("Open"), self.open_window.emit)
        self._quit = self._entry(tr("Quit"), self.quit.emit)
        self._up_by = self._entry("", _nothing)
        self._up_by.setEnabled(False)

    def lead_with(self, actions: SessionActions) -> None:
        """Offer these in a session: the same as the window does."""
        self._actions = actions

    def ask_with(self, asks: Callable[[], QAction | None]) -> None:
        """Offer first what ``asks`` gives, while no session runs and it gives anything."""
        self._asks = asks

    def derive(self, session: Session | None, up_by: str = "", *, exact: bool = False) -> None:
        """Show what can be done now; ``up_by`` says when one will be up, in a session."""
        actions = self._actions
        if actions is not None and session is not None and session.is_active:
            waits = session.status.value == "waiting"
            self._up_by.setText(up_by)
            self._up_by.setVisible(bool(up_by))
            first = actions.next if waits else actions.pause
            self._show(
                first.text() if waits else "session", [self._up_by, first, actions.come_out, self._open]
            )
            return
        self._first.setText(self._lines.first(exact=exact))
        if self._reminders.isEmpty():  # panels leave out a menu that has none
            self._list_reminders(exact=exact)
        self._reminders.setTitle(self._lines.reminders(exact=exact)[0])
        asks = self._asks()
        lines = [
            *([] if asks is None else [asks]),
            self._first,
            self._short,
            self._more,
            self._reminders,
            None,
            self._open,
            self._quit,
        ]
        self._show("idle" if asks is None else "asks", lines)

    def _show(self, shape: str, lines: Sequence[QAction | QMenu | None]) -> None:
        """Fill the menu; nothing where it has these lines already, for panels close a menu that is filled anew."""
        if shape == self._shape:
            return
        self._shape = shape
        self.menu.clear()
        for line in lines:
            if line is None:
                self.menu.addSeparator()
            elif isinstance(line, QMenu):
                self.menu.addMenu(line)
            else:
                self.menu.addAction(line)

    def _about_to_show(self) -> None:
        if not self._conductor.is_active:
            self.derive(None, exact=True)

    def _list_more(self) -> None:
        """List the practices as they stand today, above what asks the questions anew."""
        self._more.clear()
        for words, name in self._lines.more():
            self._more.addAction(self._entry(words, lambda name=name: self.named.emit(name), self._more))
        self._more.addSeparator()
        self._more.addAction(self._changed)

    def _list_reminders(self, *, exact: bool = True) -> None:
        menu = self._reminders
        menu.clear()
        title, lines = self._lines.reminders(exact=exact)
        menu.setTitle(title)
        for words, key in lines:
            if words:
                menu.addAction(self._entry(words, lambda key=key: self.reminder.emit(key), menu))
            else:
                menu.addSeparator()

    def _entry(self, text: str, do: Callable[[], object], menu: QMenu | None = None) -> QAction:
        """Make an entry; one that belongs to a menu goes when that is cleared."""
        entry = QAction(text, menu or self)
        entry.triggered.connect(lambda: do())  # noqa: PLW0108 - Qt's own argument must not reach it
        return entry


def _nothing() -> None:
    """A line that is only read."""
