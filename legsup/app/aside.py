"""Lets something that may wait be done on a thread of its own, and what came of it be told on Qt's."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.app.from_elsewhere import tell_home

if TYPE_CHECKING:
    from collections.abc import Callable


class Aside(QObject):
    """One thing at a time; whoever asks while one is being done is not heard."""

    _done = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._then: Callable[[object], object] | None = None
        self._done.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._then is not None

    def do(self, work: Callable[[], object], then: Callable[[object], object]) -> None:
        """Have ``work`` done elsewhere and ``then`` told here what it gave; it must raise nothing."""
        if self._then is None:
            self._then = then
            threading.Thread(target=self._work, args=(work,), name="aside", daemon=True).start()

    def _work(self, work: Callable[[], object]) -> None:
        tell_home(self._done, work())

    def _tell(self, found: object) -> None:
        then, self._then = self._then, None
        if then is not None:
            then(found)
