"""The tray's icon: there whenever there is a tray, its states told by shape, a practice one click away."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from legsup.ui.icons import TrayState, tray_icon
from legsup.ui.tray_menu import TrayLines, TrayMenu
from legsup.ui.words import UP_BY_MOVES, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from legsup.domain.session import Session
    from legsup.services.conductor import Conductor
    from legsup.ui.actions import SessionActions

#: Milliseconds between two looks for a tray, while there is none; and at login, where the panel is about to come.
LOOK_AGAIN, LOOK_SOON = 30_000, 1_000
#: Looks at login before the window is shown instead.
PATIENCE = 15
#: Milliseconds for which a message from the icon is shown.
MESSAGE = 15_000
#: There the click opens the menu by itself.
CLICK_OPENS_MENU = str(sys.platform) == "darwin"


class Tray(QObject):
    """Keeps an icon in the tray where there is one, and makes it anew when a tray appears later.

    ``ready`` tells that an icon is there, ``given_up`` that a panel which was waited for has not come yet, or shows no icons,
    ``clicked`` that a message was; what is asked for comes from ``menu``, a click on the icon included.
    """

    ready = Signal()
    clicked = Signal()
    given_up = Signal()

    def __init__(
        self,
        conductor: Conductor,
        lines: TrayLines,
        assets: Path,
        parent: QObject,
        *,
        is_hidden: Callable[[], bool],
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        """Show ``lines``; ``is_hidden`` tells that nobody shows the icons of this desktop, though a list of them is kept.

        ``is_available`` tells whether there is a tray.
        """
        super().__init__(parent)
        self._conductor = conductor
        self._assets = assets
        self._is_hidden, self._is_available = is_hidden, is_available
        self._icon: QSystemTrayIcon | None = None
        self._reckoned = 0.0
        self._patience = 0
        self._due = False
        self.menu = TrayMenu(conductor, lines, self)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_AGAIN)
        self._look.timeout.connect(self.look)
        conductor.changed.connect(self._derive)
        conductor.ticked.connect(self._move_up_by)

    @property
    def is_there(self) -> bool:
        """Whether an icon stands in a tray; Qt's own ``isVisible`` says so even where there is none."""
        return self._icon is not None and self._is_available()

    def expect(self) -> None:
        """Look at once and often, as at login: the panel may come a little later."""
        self._patience = PATIENCE
        self.look()

    def look(self) -> None:
        """Make the icon if there is a tray; else look again later (an icon made too early never appears).

        Where a panel is waited for, one that shows the icon is what is waited for.
        """
        if not self._is_available():
            self._look_later()
        elif self._icon is None:
            self._make()
            self._look_later() if self._patience else self._look.stop()
        elif self._patience and self._is_hidden():
            self._look_later()
        else:
            self._patience = 0
            self._look.stop()

    def _make(self) -> None:
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self.menu.menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.clicked)
        self._derive(self._conductor.session)
        self._icon.show()
        self.ready.emit()

    def close(self) -> None:
        """Look for no tray any more."""
        self._patience = 0
        self._look.stop()

    def lead_with(self, actions: SessionActions) -> None:
        """Offer these in a session."""
        self.menu.lead_with(actions)

    def refresh(self) -> None:
        """Write icon and menu anew, after a choice changed."""
        self._derive(self._conductor.session)

    def _look_later(self) -> None:
        if self._patience:
            self._patience -= 1
            if not self._patience:
                self.given_up.emit()
        if self._patience:
            self._look.start(LOOK_SOON)
            return
        from PySide6.QtCore import Qt  # noqa: PLC0415 - its hundreds of enums would weigh on every idle tray

        self._look.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._look.start(LOOK_AGAIN)

    def show_due(self, *, due: bool) -> None:
        """Show by the icon's shape that a reminder stands, and write the menu anew."""
        self._due = due
        self.refresh()

    def message(self, title: str, body: str) -> None:
        """Show a message from the icon, where the desktop has no notifications with buttons; a click is told by ``clicked``."""
        if self._icon is not None:
            self._icon.showMessage(title, body, self._icon.icon(), MESSAGE)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger and not CLICK_OPENS_MENU:
            self.menu.open_window.emit()
        elif reason is QSystemTrayIcon.ActivationReason.MiddleClick:
            self.menu.quick_start.emit(0.0)

    def _move_up_by(self, session: Session) -> None:
        """Move "up by" with the time of a pause, or while a step waits."""
        if session.status.value in {"paused", "waiting"} and session.seen - self._reckoned >= UP_BY_MOVES:
            self._derive(session)

    @property
    def state(self) -> TrayState:
        """What the icon tells, or would tell."""
        session = self._conductor.session
        if session is None or not session.is_active:
            return TrayState.DUE if self._due else TrayState.IDLE
        return TrayState.IN_SESSION if session.pause is None else TrayState.PAUSED

    def _derive(self, session: Session | None) -> None:
        if self._icon is None:
            return
        tip, up_by = tr("Legs Up · a few minutes, when it suits you") if self._due else "Legs Up", ""
        if session is not None and session.is_active:
            from legsup.ui.session_words import up_by_text  # noqa: PLC0415 - an idle tray has no session

            up_by = up_by_text(session)
            self._reckoned = session.seen
            tip = " · ".join(filter(None, ("Legs Up", session.beat.text.title, up_by)))
        self._icon.setIcon(tray_icon(self._assets, self.state))
        self._icon.setToolTip(tip)
        self.menu.derive(session, up_by)
