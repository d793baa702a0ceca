"""The performance of a session in the terminal: time and keys go in, what is shown, heard and kept comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from legsup.app.terminal.keys import Wish
from legsup.domain.cues import CueKind
from legsup.domain.machine import ready, step
from legsup.domain.session import Event, Status

if TYPE_CHECKING:
    from legsup.app.terminal.keys import Keys
    from legsup.domain.cues import Cue
    from legsup.domain.plan import Plan
    from legsup.domain.ports import Clock
    from legsup.domain.session import Session

#: Least seconds between two ticks.
LEAST_WAIT = 0.005

_EVENTS = {
    Wish.NEXT: Event.NEXT,
    Wish.BACK: Event.BACK,
    Wish.MINUTE: Event.ADD_MINUTE,
    Wish.DIZZY: Event.DIZZY,
    Wish.TINGLE: Event.TINGLE,
    Wish.UP: Event.STOP,
    Wish.HANG_UP: Event.STOP,
}


class Show(Protocol):
    """What shows a session."""

    @property
    def every(self) -> float:
        """Seconds between two looks at the session, while nothing else happens."""
        ...

    def show(self, session: Session, cues: tuple[Cue, ...]) -> None:
        """Show the session as it stands now, and what the time since the last call brought."""
        ...

    def help(self) -> None:
        """Tell the keys."""
        ...


class Follower(Protocol):
    """What goes along with a session: its sound, its record."""

    def follow(self, session: Session) -> None:
        """Take up the session as it stands."""
        ...


class Performance:
    """One session from its start to its end.

    ``alone`` tells that nobody can press anything and nobody lies with the legs up: "I'm up" is then taken as said.
    """

    def __init__(
        self, clock: Clock, keys: Keys, show: Show, followers: tuple[Follower, ...], *, alone: bool = False
    ) -> None:
        self._clock = clock
        self._keys = keys
        self._show = show
        self._followers = followers
        self._alone = alone
        self._leaving = False

    def run(self, plan: Plan, speed: float = 1.0) -> Session:
        """Lead through a plan and give the ended session; ``speed`` above 1 waits less, for a clock that runs faster."""
        session = self._happen(ready(plan), Event.START)
        while session.is_active:
            session = self._happen(session, Event.TICK)
            if self._is_answered(session):
                session = self._happen(session, Event.NEXT)
                continue
            wish = self._keys.wait(max(LEAST_WAIT, self._quiet(session) / speed))
            if wish is Wish.HELP:
                self._show.help()
            elif wish is not None and session.is_active:
                session = self._happen(session, self._event(session, wish))
        return session

    def _happen(self, before: Session, event: Event) -> Session:
        session, cues = step(before, event, self._clock.read())
        for follower in self._followers:
            follower.follow(session)
        self._show.show(session, cues)
        return session

    def _event(self, session: Session, wish: Wish) -> Event:
        """Tell what a wish means now."""
        if wish is Wish.ANSWER:
            match session.status:
                case Status.PAUSED:
                    return Event.RESUME
                case Status.WAITING:
                    return Event.NEXT
                case _:
                    return Event.PAUSE
        if wish is Wish.OUT:
            again = self._leaving and session.is_coming_out
            self._leaving = True
            return Event.STOP if again else Event.COME_OUT
        return _EVENTS[wish]

    def _is_answered(self, session: Session) -> bool:
        """Whether nobody is there to say "I'm up" and the words of the end have been given."""
        if not (self._alone and session.is_active and session.beat.up):
            return False
        said = [cue for cue in session.stretch.cues[: session.cursor] if cue.kind is CueKind.SAY]
        return bool(said) and session.seen >= said[0].at + (said[0].seconds or 0.0)

    def _quiet(self, session: Session) -> float:
        """Tell the seconds until something is due: the next cue, the end of the stretch, or the next look."""
        cues, cursor = session.stretch.cues, session.cursor
        due = cues[cursor].at if cursor < len(cues) else session.stretch.end
        return min(self._show.every, due - session.seen)
