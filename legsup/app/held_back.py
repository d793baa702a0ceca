"""What is wrong with the journal, told at once; of a session that runs it is told at its end, as it is by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from legsup.practice.kept_journal import PASSING

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.practice.kept_journal import JournalTrouble
    from legsup.services.conductor import Conductor


class HeldBack(QObject):
    """Stands between the journal and ``show``, which opens the window; heard on Qt's thread, whichever tells."""

    def __init__(
        self, conductor: Conductor, show: Callable[[JournalTrouble, str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._show = show
        self._held: dict[JournalTrouble, str] = {}

    def tell(self, trouble: JournalTrouble, detail: str) -> None:
        """Tell it now, or at the end of the session that runs."""
        if self._conductor.is_active:
            self._held[trouble] = detail
        else:
            self._show(trouble, detail)

    def let_go(self) -> None:
        """Tell what was held back and cannot have passed by itself: a session has ended."""
        held, self._held = self._held, {}
        for trouble, detail in held.items():
            if trouble not in PASSING:
                self._show(trouble, detail)
