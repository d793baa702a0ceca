"""Joins keep-awake to the session: what it needs, no longer than it needs it."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from legsup.domain.awake import awake_until
from legsup.services.keep_awake import Awake, KeepAwake

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.services.conductor import Conductor


class Wakefulness(QObject):
    """Keeps the computer awake for the conductor's session; the screen too while ``screen`` says that it is needed."""

    def __init__(
        self, conductor: Conductor, screen: Callable[[], bool], keeps: KeepAwake, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._screen = screen
        self._keeps = keeps
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self.derive)
        conductor.changed.connect(self.derive)

    def derive(self, _session: object = None) -> None:
        """Keep what the session needs now."""
        until = awake_until(self._conductor.session)
        left = 0.0 if until is None else until - self._conductor.now
        self._over.stop()
        if left <= 0.0:
            self._keeps.want(Awake.NOTHING)
            return
        self._keeps.want(Awake.SCREEN if self._screen() else Awake.COMPUTER)
        if left < inf:
            self._over.start(round(1000 * left) + 1)

    def close(self) -> None:
        """Let the computer sleep again."""
        self._over.stop()
        self._keeps.close()
