"""A session: one run of a plan, as an immutable value, and what can be told of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from legsup.domain.stretch import Past, Stretch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.breath import Breath
    from legsup.domain.cues import Sign
    from legsup.domain.plan import Beat, Plan


class Status(StrEnum):
    """What a session is doing."""

    READY = "ready"
    RUNNING = "running"
    WAITING = "waiting"
    PAUSED = "paused"
    ENDED = "ended"


class Event(StrEnum):
    """What can happen to a session."""

    START = "start"
    TICK = "tick"
    NEXT = "next"
    BACK = "back"
    PAUSE = "pause"
    TINGLE = "tingle"
    RESUME = "resume"
    ADD_MINUTE = "add_minute"
    COME_OUT = "come_out"
    STOP = "stop"
    DIZZY = "dizzy"
    HELP = "help"
    #: Today's list is pointed at or scrolled, at the desk.
    READ = "read"


class Outcome(StrEnum):
    """How a session ended; ``INTERRUPTED`` is set by the journal alone."""

    COMPLETED = "completed"
    CAME_OUT_EARLY = "came_out_early"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"


class PausedBy(Enum):
    """Who paused a session."""

    PERSON = "person"
    TINGLING = "tingling"
    SLEEP = "sleep"


@dataclass(frozen=True, slots=True)
class Reading:
    """The clocks: ``now`` seconds on a monotonic clock, ``slept`` seconds that the computer has slept so far."""

    now: float
    slept: float = 0.0


@dataclass(frozen=True, slots=True)
class Tally:
    """What has been practised up to the last change of the session's state; times in seconds.

    ``holds`` is the holding of each hold, by its index, ``rested`` the seated rest; ``ran`` holds the indexes of the
    holds that ran to their end. ``legs_up`` counts pauses too, ``pauses`` how many there were.
    """

    practised: float = 0.0
    held: float = 0.0
    holds: Mapping[int, float] = field(default_factory=dict[int, float])
    breaths: int = 0
    rested: float = 0.0
    ran: frozenset[int] = frozenset()
    legs_up: float = 0.0
    pauses: int = 0


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause: what it interrupted, how far that had been given, when, and by whom; ``status`` is gone back to."""

    stretch: Stretch
    cursor: int
    since: float
    by: PausedBy
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One run of a plan.

    ``stretch`` is what the present state brings while only time passes, ``cursor`` the next of its cues; ``since`` is
    when the present state began and ``seen`` the last reading; ``revision`` rises with whatever changes the future.
    ``answered`` turns False when an open beat closed by itself. ``led_out`` is when the person's own wish to come out led
    into the way out. ``end_sign`` is when the end sign was given. ``help_due`` tells that help was asked for where nothing
    more could be said.
    ``went_down`` tells that the person is down: from the first step in which one lies on; on a chair from the hold on.
    All times are on the clock of the readings.
    """

    plan: Plan
    status: Status = Status.READY
    beat_index: int = 0
    stretch: Stretch = field(default=Stretch(0.0, 0.0), repr=False)
    cursor: int = 0
    since: float = 0.0
    seen: float = 0.0
    slept: float = 0.0
    started: Reading | None = None
    tally: Tally = field(default_factory=Tally)
    pause: Pause | None = field(default=None, repr=False)
    went_down: bool = False
    given: frozenset[str] = frozenset()
    sign: Sign | None = None
    revision: int = 0
    answered: bool = True
    led_out: float | None = None
    help_due: bool = False
    end_sign: float | None = None
    outcome: Outcome | None = None

    @property
    def beat(self) -> Beat:
        """The beat in which the session is."""
        return self.plan.beats[self.beat_index]

    @property
    def is_active(self) -> bool:
        """Whether it was started and has not ended."""
        return self.status not in {Status.READY, Status.ENDED}

    @property
    def mark(self) -> tuple[int, int, Status]:
        """What is another whenever more than time has changed."""
        return self.revision, self.beat_index, self.status

    @property
    def is_coming_out(self) -> bool:
        """Whether it is in the way out or the rest after it."""
        return self.beat.stage.leads_out

    @property
    def practised(self) -> float:
        """Seconds run so far, but for those at the desk."""
        return self.tally.practised + (0.0 if self.beat.desk else self._ran)

    @property
    def beat_held(self) -> float:
        """Seconds for which the present hold has been held; 0 elsewhere."""
        return self.tally.holds.get(self.beat_index, 0.0) + (self._ran if self.beat.is_hold else 0.0)

    @property
    def held(self) -> float:
        """Seconds held so far in all holds."""
        return self.tally.held + (self._ran if self.beat.is_hold else 0.0)

    @property
    def into_beat(self) -> float:
        """Seconds since the present beat began, pauses left out; in a hold since its breath last began anew."""
        if self.pause is not None:
            return self.pause.since - self.pause.stretch.begin
        return self.seen - self.stretch.begin

    @property
    def hold_began(self) -> bool:
        """Whether a hold has begun."""
        return self.tally.held > 0 or (self.started is not None and self.beat.is_hold)

    @property
    def rested(self) -> float:
        """Seconds of the seated rest."""
        return self.tally.rested + (self._ran if self.beat.is_seat else 0.0)

    @property
    def breaths(self) -> int:
        """Exhales completed so far."""
        running = self.status is Status.RUNNING
        return self.tally.breaths + (self.stretch.breaths(self.seen) if running else 0)

    @property
    def elapsed(self) -> float:
        """Seconds from the start to the last reading on the wall, sleep included."""
        if self.started is None:
            return 0.0
        return self.seen - self.started.now + self.slept - self.started.slept

    @property
    def whole(self) -> bool:
        """Whether every hold ran to its end."""
        return not self.plan.cut_short and all(hold.index in self.tally.ran for hold in self.plan.holds)

    @property
    def past(self) -> Past:
        """What the next stretch must know."""
        return Past(self.held, self.beat_held, self.breaths, self.given, self.sign, holds=self.tally.holds)

    def breath(self, now: float | None = None) -> Breath | None:
        """Tell the paced breath at a time of the readings' clock (the last reading by default).

        None outside holds, without pacing, and while nothing runs. ``now`` may run ahead of the last reading by the
        little that lies between two ticks.
        """
        if self.status is not Status.RUNNING:
            return None
        return self.stretch.breath(self.seen if now is None else now)

    @property
    def _ran(self) -> float:
        return self.seen - self.since if self.status is Status.RUNNING else 0.0
