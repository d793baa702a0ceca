"""The figure that breathes on a page, with nobody led: at a pattern, while it is seen and its window is in front."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from legsup.domain.breath import Cycle, Pattern, breath_in
from legsup.ui.breath_light import DIRECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.ui.figure.widget import BodyFigure

#: Milliseconds between two looks at the breath: 25 a second are soft enough for a light that nobody follows.
FRAME = 40
#: Where the light stands while nothing moves: on its way in.
RESTING = 0.62


class LivingFigure(QObject):
    """Lets ``figure`` breathe; the light stands where it is to be still, or nobody can see it.

    A window that lies behind others cannot be told from one that is seen, so that the breath rests with whichever is
    not in front.
    """

    def __init__(self, figure: BodyFigure, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(figure)
        self.figure = figure
        self._clock = clock
        self._pattern: Pattern | None = None
        self._still = False
        self._begun = clock()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self.frame)
        figure.in_sight.connect(self._derive)
        figure.window().installEventFilter(self)
        figure.show_breath(RESTING, 1)
        self._derive()

    @property
    def is_breathing(self) -> bool:
        """Whether it moves by itself."""
        return self._timer.isActive()

    def breathe(self, pattern: Pattern | None, *, still: bool) -> None:
        """Breathe at a pattern; None, or ``still``, lets the light stand."""
        self.figure.set_still(still)
        if (pattern, still) != (self._pattern, self._still):
            self._pattern, self._still = pattern, still
            self._begun = self._clock()
            if pattern is None or still:
                self.figure.show_breath(RESTING, 1)
        self._derive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rest with what cannot be seen, and go on with what can."""
        if event.type() in {
            QEvent.Type.WindowActivate,
            QEvent.Type.WindowDeactivate,
            QEvent.Type.WindowStateChange,
        }:
            self._derive()
        return super().eventFilter(watched, event)

    def _derive(self) -> None:
        window = self.figure.window()
        seen = self.figure.isVisible() and window.isActiveWindow() and not window.isMinimized()
        if seen and self._pattern is not None and not self._still:
            if not self._timer.isActive():
                # It goes on from where the light stands: half-way in.
                self._begun = self._clock() - self._pattern.inhale / 2
                self._timer.start()
        else:
            self._timer.stop()

    def frame(self) -> None:
        """Show the breath as it is now."""
        if self._pattern is None:
            return
        into = (self._clock() - self._begun) % self._pattern.seconds
        breath = breath_in(Cycle(0.0, self._pattern), into)
        self.figure.show_breath(breath.awareness, DIRECTIONS[breath.phase])
