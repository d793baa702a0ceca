"""The conductor: owns THE session, lets time come to it, and tells what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.plan import Plan
    from legsup.domain.ports import Clock
    from legsup.domain.session import Event, Session

#: Milliseconds between ticks while a session is active, seen or hidden; the machine wants one a second at least.
TICK_INTERVAL = 250


class Conductor(QObject):
    """The one session of the app.

    Each signal gives the session: ``changed`` whenever more than time changed (an event, a new beat, another status),
    ``cued`` when cues were given, as words that are to be shown, and ``ticked`` after every step, its last one too, when
    the others have heard of it.
    """

    changed = Signal(object)
    cued = Signal(object)
    ticked = Signal(object)

    def __init__(self, clock: Clock, parent: QObject | None = None, *, interval: int = TICK_INTERVAL) -> None:
        """Read ``clock`` every ``interval`` milliseconds while a session is active."""
        super().__init__(parent)
        self._clock = clock
        self._session: Session | None = None
        self._is_unheard: Callable[[], bool] = _never
        self._timer = QTimer(self)
        self._timer.setInterval(interval)
        self._timer.timeout.connect(self.tick)

    @property
    def session(self) -> Session | None:
        """The session as of the last tick; None before the first."""
        return self._session

    @property
    def now(self) -> float:
        """Seconds on the clock by which the session runs; between two ticks it runs ahead of the session."""
        return self._clock.read().now

    @property
    def is_active(self) -> bool:
        """Whether a session was started and has not ended."""
        return self._session is not None and self._session.is_active

    def listen(self, is_unheard: Callable[[], bool]) -> None:
        """Let nothing go on while ``is_unheard`` says that the session stands still because nothing is heard."""
        self._is_unheard = is_unheard

    def refuses(self, event: Event) -> bool:
        """Whether an event would not happen now, whoever asks for it, because nothing is heard."""
        session = self._session
        if session is None or not self._is_unheard():
            return False
        from legsup.domain.unheard import waits_for_sound  # noqa: PLC0415 - see _step

        return waits_for_sound(event, session)

    def start(self, plan: Plan) -> None:
        """Begin a session of a plan; nothing happens while one is active."""
        if self.is_active:
            return
        from legsup.domain.machine import ready  # noqa: PLC0415 - see _step
        from legsup.domain.session import Event  # noqa: PLC0415 - the same

        self._session = ready(plan)
        self._timer.start()
        self.send(Event.START)

    def send(self, event: Event) -> None:
        """Let an event happen now unless it is refused, and take what it brings at once."""
        if self.refuses(event):
            return
        self._step(event)
        self.tick()

    def tick(self) -> None:
        """Let time pass up to now."""
        if self._session is None:
            return
        from legsup.domain.session import Event  # noqa: PLC0415 - see _step

        self._step(Event.TICK)

    def _step(self, event: Event) -> None:
        before = self._session
        if before is None:
            return
        # The machine is loaded with the first session: an idle tray starts sooner without it.
        from legsup.domain.machine import step  # noqa: PLC0415

        after, cues = step(before, event, self._clock.read())
        self._session = after
        if not after.is_active:
            self._timer.stop()
        if before.mark != after.mark:
            self.changed.emit(after)
        if cues:
            self.cued.emit(after)
        if before.is_active or after.is_active:
            self.ticked.emit(after)


def _never() -> bool:
    """Nobody has said that nothing is heard."""
    return False
