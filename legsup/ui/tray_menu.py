"""The tray's menu: six lines while nothing runs, four in a session; an open one keeps its lines, and changes words in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from legsup.ui.tray_face import TrayFace
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


#: Milliseconds after which a menu is taken to be closed: not every panel tells it.
STAYS_OPEN = 60_000


class TrayMenu(QObject):
    """The menu and what it asks for; ``menu`` is what an icon shows.

    ``quick_start`` asks for a practice of so many minutes (0: the last choice), ``named`` for one by its name,
    ``reminder`` gives what is asked of reminders, by its key, ``open_window`` asks for the window, ``changed`` for the questions about one's health anew, ``quit`` for the app's end.

    Every line is made once, and shown in its time. While the menu is open its lines stay as they are, so that none moves
    under a pointer: their words go on, and what is over goes grey, below a line that says so.
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
        self._shown: list[QAction] = []
        self.menu = QMenu()
        self._more = QMenu(tr("More"))
        self._changed = self._entry(tr("Ask about my health again"), self.changed.emit)
        self._more.addAction(self._changed)
        self._reminders = QMenu()
        self._asked, self._answer, self._out = TrayFace(self), TrayFace(self), TrayFace(self)
        self._first = self._entry("", lambda: self.quick_start.emit(0.0))
        self._short = self._entry(tr("Short, 2 min"), lambda: self.quick_start.emit(2.0))
        self._up_by = self._entry("", _nothing)
        self._up_by.setEnabled(False)
        self._open = self._entry(tr("Open"), self.open_window.emit)
        self._quit = self._entry(tr("Quit"), self.quit.emit)
        self._begin = [self._first, self._short, self._more.menuAction(), self._reminders.menuAction()]
        self.menu.addActions([self._asked, *self._begin, self._up_by, self._answer, self._out])
        self._gap = self.menu.addSeparator()
        self.menu.addActions([self._open, self._quit])
        self._stays = QTimer(self, interval=STAYS_OPEN, singleShot=True)
        self._stays.timeout.connect(self._show)
        self.menu.aboutToShow.connect(self._about_to_show)
        self.menu.aboutToHide.connect(self._closed)
        # Whoever has chosen a line sees the menu no more.
        for menu in (self.menu, self._more, self._reminders):
            menu.triggered.connect(self._closed)
        self._more.aboutToShow.connect(self._list_more)
        self._reminders.aboutToShow.connect(self._list_reminders)

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
            self._derive_session(actions, session, up_by)
        else:
            self._derive_idle(exact=exact)
        if not self._stays.isActive():
            self._show()

    def _derive_session(self, actions: SessionActions, session: Session, up_by: str) -> None:
        for line in self._begin:
            line.setEnabled(False)
        self._first.setText(tr("A practice has begun"))
        self._asked.show_action(None)
        self._answer.show_action(actions.next if session.status.value == "waiting" else actions.pause)
        self._out.show_action(actions.come_out)
        self._up_by.setText(up_by or self._up_by.text())
        says = [self._up_by] if up_by else []
        outs = [] if session.beat.up else [self._out]
        self._shown = [*says, self._answer, *outs, self._open]

    def _derive_idle(self, *, exact: bool) -> None:
        for line in self._begin:
            line.setEnabled(True)
        for face in (self._answer, self._out):
            face.show_action(None)
        self._answer.setText(tr("The practice is over"))
        self._first.setText(self._lines.first(exact=exact))
        if self._reminders.isEmpty():  # panels leave out a menu that has none
            self._list_reminders(exact=exact)
        self._reminders.setTitle(self._lines.reminders(exact=exact)[0])
        asks = self._asks()
        self._asked.show_action(asks)
        asked = [] if asks is None else [self._asked]
        self._shown = [*asked, *self._begin, self._gap, self._open, self._quit]

    def _show(self) -> None:
        """Show the lines whose time it is, and hide the others."""
        for line in self.menu.actions():
            line.setVisible(line in self._shown)

    def _about_to_show(self) -> None:
        self._stays.stop()
        if not self._conductor.is_active:
            self.derive(None, exact=True)
        self._show()
        self._stays.start()

    def _closed(self) -> None:
        self._stays.stop()
        self._show()

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
