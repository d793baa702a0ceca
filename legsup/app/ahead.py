"""Makes the Journal page ready before it is asked for: once the window stands painted and at rest, a piece at a turn."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.services.conductor import Conductor
    from legsup.ui.main_window import MainWindow

#: Milliseconds for which the window is at rest before a piece, so that what moves in it goes on between them.
REST = 250


class Ahead(QObject):
    """Loads, makes and fills the page of ``window``; what is not ready when it is asked for is made then.

    A window that is out of sight, or shows a practice, is left alone for good: nothing is made in an idle tray.
    """

    def __init__(
        self, window: MainWindow, conductor: Conductor, fill: Callable[[], None], rest: int = REST
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conductor = conductor
        self._pieces = [
            lambda: import_module("legsup.app.journal_room"),
            lambda: window.make("journal"),
            fill,
        ]
        self._next = QTimer(self, interval=rest, singleShot=True)
        self._next.timeout.connect(self._make)
        self._next.start()

    @property
    def is_done(self) -> bool:
        """Whether nothing more is made."""
        return not self._pieces

    def stop(self) -> None:
        """Make nothing more."""
        self._pieces.clear()
        self._next.stop()

    def _make(self) -> None:
        if not self._window.isVisible() or self._conductor.is_active:
            self.stop()
            return
        self._pieces.pop(0)()
        if self._pieces:
            self._next.start()
