"""The tray's question after a session, "How was it?": there until it is answered, the next session, or midnight."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.app.leading import Leading
    from legsup.services.conductor import Conductor


class HowWasIt(QObject):
    """``asked`` tells that the person wants to say how the last session was; ``changed`` that the question came or went."""

    asked = Signal()
    changed = Signal()

    def __init__(
        self, leading: Leading, conductor: Conductor, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(leading)
        self._record = leading.record
        self._conductor = conductor
        self._today = today
        self._ended_on: date | None = None
        self._action = QAction(tr("How was it?"), self)
        self._action.triggered.connect(lambda: self.asked.emit())  # noqa: PLW0108 - Qt's own argument must not reach it
        leading.ended.connect(self._ended)

    @property
    def action(self) -> QAction | None:
        """What the tray offers now; nothing where there is nothing to ask."""
        waits = self._ended_on == self._today() and self._record.answers.after is None
        return self._action if waits and not self._conductor.is_active else None

    def _ended(self, kept: bool) -> None:  # noqa: FBT001 - the slot of a signal
        self._ended_on = self._today() if kept else None
        self.changed.emit()
