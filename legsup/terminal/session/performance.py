"""The performance of a session in the terminal: time and keys go in, what is shown, heard and kept comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from legsup.domain.cues import CueKind
from legsup.domain.machine import ready, step
from legsup.domain.session import Event
from legsup.domain.unheard import waits_for_sound
from legsup.domain.wish import Wish, event_of
from legsup.terminal import messages

if TYPE_CHECKING:
    from legsup.domain.cues import Cue
    from legsup.domain.plan import Plan
    from legsup.domain.ports import Clock
    from legsup.domain.session import Session
    from legsup.domain.sound import SoundHealth
    from legsup.terminal.session.keys import Keys

#: Least seconds between two ticks.
LEAST_WAIT = 0.005


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

    def tell(self, note: str) -> None:
        """Tell something beside the session, until another note comes; an empty one takes it away."""
        ...


class Follower(Protocol):
    """What goes along with a session: its record, its sound."""

    def follow(self, session: Session) -> None:
        """Take up the session as it stands."""
        ...


class Ear(Follower, Protocol):
    """What is heard: nobody is sent to the floor in silence."""

    @property
    def waits(self) -> bool:
        """Whether the session stands still because nothing is heard."""
        ...

    def health(self) -> SoundHealth:
        """Tell how the loudspeaker is doing."""
        ...

    def wish(self, session: Session) -> Event | None:
        """Tell what a session is to do about its sound."""
        ...

    def with_screen(self) -> None:
        """Ask for no sound any more: the person follows with their eyes."""
        ...


class Performance:
    """One session from its start to its end.

    ``alone`` tells that nobody can press anything and nobody lies with the legs up: "I'm up" is then taken as said.
    """

    def __init__(
        self,
        clock: Clock,
        keys: Keys,
        show: Show,
        followers: tuple[Follower, ...],
        ear: Ear | None = None,
        *,
        alone: bool = False,
    ) -> None:
        self._clock = clock
        self._keys = keys
        self._show = show
        self._followers = followers
        self._ear = ear
        self._alone = alone

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
            if wish is not None:
                session = self._asked(session, wish)
        return session

    def _asked(self, session: Session, wish: Wish) -> Session:
        """Let happen what a wish means now; where nothing is heard, to go on is to follow with one's eyes."""
        if self._ear is not None and self._ear.waits and wish is Wish.ANSWER:
            self._ear.with_screen()
        event = event_of(wish, session, self._clock.read().now)
        unheard = self._ear is not None and self._ear.waits
        if event is None or (unheard and waits_for_sound(event, session)):
            return session
        return self._happen(session, event)

    def _happen(self, before: Session, event: Event) -> Session:
        session, cues = step(before, event, self._clock.read())
        for follower in self._followers:
            follower.follow(session)
        if self._ear is not None:
            self._ear.follow(session)
        self._show.show(session, cues)
        return session if self._ear is None else self._heard(session, self._ear)

    def _heard(self, session: Session, ear: Ear) -> Session:
        """Do what the sound asks for, and tell why a session stands still for it."""
        event = ear.wish(session)
        if ear.waits:
            reason = ear.health().reason or messages.NO_LOUDSPEAKER
            self._show.tell(messages.WAITS_FOR_SOUND.format(reason=reason))
        else:
            self._show.tell("")
        return session if event is None else self._happen(session, event)

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
