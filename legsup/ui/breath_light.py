"""The breath's way from the session to the figure: sixty times a second while it is seen, and never otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from legsup.domain.breath import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.breath import Breath
    from legsup.domain.session import Session
    from legsup.services.conductor import Conductor
    from legsup.ui.widgets.telling import TellingWidget

#: Milliseconds between two looks at the breath: 60 a second.
FRAME = 16
DIRECTIONS = {Phase.INHALE: 1, Phase.EXHALE: -1, Phase.HOLD_FULL: 0, Phase.HOLD_EMPTY: 0}


class BreathLight(QObject):
    """Tells ``show`` the breath of the conductor's session, every ``frame`` milliseconds, while ``view`` is visible."""

    def __init__(
        self,
        conductor: Conductor,
        view: TellingWidget,
        show: Callable[[Breath | None], None],
        frame: int = FRAME,
    ) -> None:
        super().__init__(view)
        self._conductor = conductor
        self._view = view
        self._show = show
        self._covered = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(frame)
        self._timer.timeout.connect(self._frame)
        view.in_sight.connect(self._follow)
        conductor.changed.connect(self._derive)

    def cover(self, *, covered: bool) -> None:
        """Stop while another window hides everything, which no event tells."""
        self._covered = covered
        self._derive(self._conductor.session)

    def _follow(self) -> None:
        """Start when the widget is shown and stop when it is hidden or minimised: what nobody sees costs nothing."""
        self._derive(self._conductor.session)

    def _derive(self, session: Session | None) -> None:
        paced = session is not None and session.breath() is not None
        if paced and self._view.isVisible() and not self._covered:
            self._timer.start()
        else:
            self._timer.stop()
        self._frame()

    def _frame(self) -> None:
        session = self._conductor.session
        self._show(session.breath(self._conductor.now) if session is not None else None)


def direction_of(breath: Breath | None) -> int:
    """Tell where the light travels: 1 toward the head, -1 toward the feet, 0 where it rests."""
    return 0 if breath is None else DIRECTIONS[breath.phase]
