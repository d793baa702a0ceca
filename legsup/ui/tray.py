"""The tray: a quick start with one click, and the session's own actions while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from legsup.ui.icons import TrayState, tray_icon
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from legsup.domain.session import Session
    from legsup.services.conductor import Conductor
    from legsup.ui.actions import SessionActions

#: Milliseconds between two looks for a tray, while there is none.
LOOK_AGAIN = 30_000


class FirstLine(Protocol):
    """Words what a click begins."""

    def __call__(self, *, exact: bool) -> str:
        """Give the words; ``exact`` says when one would be up, too."""
        ...


class Tray(QObject):
    """Keeps an icon in the tray where there is one, and makes it anew when a tray appears later.

    ``quick_start`` asks for a practice of so many minutes (0: the last choice), ``open_window`` for the window,
    ``changed`` for the questions about one's health anew, ``quit`` for the end of the app; ``ready`` tells that an icon is there. ``first_line`` gives the text of the quick start; ``exact`` asks for when one
    would be up as well, which takes a plan and is asked for when the menu is opened.
    """

    quick_start = Signal(float)
    open_window = Signal()
    changed = Signal()
    quit = Signal()
    ready = Signal()

    def __init__(
        self,
        conductor: Conductor,
        first_line: FirstLine,
        assets: Path,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._actions: SessionActions | None = None
        self._first_line = first_line
        self._assets = assets
        self._asks: Callable[[], QAction | None] | None = None
        self._icon: QSystemTrayIcon | None = None
        self._menu = QMenu()
        self._menu.aboutToShow.connect(self._about_to_show)
        self._more = QMenu(tr("More"))
        self._entry(tr("Something has changed"), self.changed.emit, self._more)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_AGAIN)
        self._look.timeout.connect(self.look)
        conductor.changed.connect(self._derive)

    @property
    def is_there(self) -> bool:
        """Whether an icon stands in a tray; Qt's own ``isVisible`` says so even where there is none."""
        return self._icon is not None and QSystemTrayIcon.isSystemTrayAvailable()

    def look(self) -> None:
        """Make the icon if there is a tray; else look again later (an icon made too early never appears)."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            from PySide6.QtCore import Qt  # noqa: PLC0415 - its hundreds of enums would weigh on every idle tray

            self._look.setTimerType(Qt.TimerType.VeryCoarseTimer)
            self._look.start()
            return
        self._look.stop()
        if self._icon is None:
            self._icon = QSystemTrayIcon(self)
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._activated)
            self._fill()
            self._derive(self._conductor.session)
            self._icon.show()
            self.ready.emit()

    def lead_with(self, actions: SessionActions) -> None:
        """Offer these in a session."""
        self._actions = actions

    def ask_with(self, asks: Callable[[], QAction | None]) -> None:
        """Offer what ``asks`` gives, while no session runs and it gives anything."""
        self._asks = asks

    def refresh(self) -> None:
        """Write the menu anew, after a choice changed."""
        if self._icon is not None:
            self._fill()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_window.emit()
        elif reason is QSystemTrayIcon.ActivationReason.MiddleClick and not self._conductor.is_active:
            self.quick_start.emit(0.0)

    def _derive(self, session: Session | None) -> None:
        if self._icon is None:
            return
        state, tip = TrayState.IDLE, "Legs Up"
        if session is not None and session.is_active:
            state = TrayState.PAUSED if session.pause is not None else TrayState.IN_SESSION
            tip = f"Legs Up · {session.beat.text.title}"
        self._icon.setIcon(tray_icon(self._assets, state))
        self._icon.setToolTip(tip)
        self._fill()

    def _about_to_show(self) -> None:
        self._fill(exact=True)

    def _fill(self, *, exact: bool = False) -> None:
        self._menu.clear()
        actions = self._actions
        if actions is not None and self._conductor.is_active:
            self._menu.addActions([actions.pause, actions.next, actions.come_out])
            self._entry(tr("Open"), self.open_window.emit)
            return
        asks = None if self._asks is None else self._asks()
        if asks is not None:
            self._menu.addAction(asks)
        self._entry(self._first_line(exact=exact), lambda: self.quick_start.emit(0.0))
        self._entry(tr("Short, 2 min"), lambda: self.quick_start.emit(2.0))
        self._menu.addMenu(self._more)
        self._menu.addSeparator()
        self._entry(tr("Open"), self.open_window.emit)
        self._entry(tr("Quit"), self.quit.emit)

    def _entry(self, text: str, do: Callable[[], None], menu: QMenu | None = None) -> None:
        menu = menu or self._menu
        entry = QAction(text, menu)
        entry.triggered.connect(lambda: do())  # noqa: PLW0108 - Qt's own argument must not reach it
        menu.addAction(entry)
