"""The outlook of a session: when its end sign will come, and a whole plan walked through ahead of time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from legsup.domain.course import passed, resumed
from legsup.domain.cues import CueKind
from legsup.domain.machine import ready, step
from legsup.domain.moves import moved_on
from legsup.domain.session import Event, Reading, Session, Status

if TYPE_CHECKING:
    from legsup.domain.breath import Breath
    from legsup.domain.cues import Cue
    from legsup.domain.plan import Beat, Plan


@dataclass(frozen=True, slots=True)
class PlannedBeat:
    """A beat as it will run: when it starts, and its seconds (None while it waits for the person)."""

    beat: Beat
    start: float
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Walk:
    """A plan walked through from a start at 0 s, open beats answered at once: its beats, cues and total seconds."""

    beats: tuple[PlannedBeat, ...]
    cues: tuple[Cue, ...]
    seconds: float
    moments: tuple[Session, ...]

    def breath(self, at: float) -> tuple[Beat, Breath | None]:
        """Tell the beat and the paced breath at a time of the walk."""
        here = next(
            moment for moment in reversed(self.moments) if moment.since <= at or moment is self.moments[0]
        )
        return here.beat, here.breath(at)


def end_sign(session: Session) -> float:
    """Tell when the end sign comes (on the readings' clock) if only time passes and open beats are answered now.

    For a pause, as if it were over at the last reading; for a session that ends without a sign, its end. Where the sign
    was given, that is when.
    """
    if session.end_sign is not None:
        return session.end_sign
    session = resumed(session)
    while session.is_active and not session.beat.up:
        session = _onward(session)
    return session.stretch.begin if session.is_active else session.seen


def seconds_to_end_sign(session: Session) -> float:
    """Tell the seconds from the last reading to the end sign, as ``end_sign`` reckons it; below 0 once it has come.

    The one reckoning of "up by": wherever that is told, it is the present time and these seconds.
    """
    return end_sign(session) - session.seen


def seconds_left(session: Session) -> float:
    """Tell the seconds that are left until the end sign; 0 once it has come."""
    return max(0.0, seconds_to_end_sign(session))


def walk(plan: Plan) -> Walk:
    """Walk through a plan: every beat and cue from the start to the end."""
    session, _ = step(ready(plan), Event.START, Reading(0.0))
    beats: list[PlannedBeat] = []
    moments: list[Session] = []
    cues: list[Cue] = []
    while session.is_active:
        moments.append(session)
        waiting = session.status is Status.WAITING
        start, end = session.stretch.begin, session.stretch.end
        beats.append(PlannedBeat(session.beat, start, None if waiting else end - start))
        if waiting and not session.beat.up:
            cues += _said_at_once(session)
            session = moved_on(session)
            continue
        following, given = passed(session, end)
        cues += given
        if waiting:
            break  # "I'm up" is written out as if nobody answered, but counts no time
        session = following
    return Walk(tuple(beats), tuple(cues), session.seen, tuple(moments))


def _said_at_once(session: Session) -> tuple[Cue, ...]:
    """Give the cues of an open beat, which takes no time here, all at its beginning, but for what asks a sleeper."""
    given = takewhile(lambda cue: cue.kind is not CueKind.RECALL, session.stretch.cues)
    return tuple(replace(cue, at=session.stretch.begin) for cue in given)


def _onward(session: Session) -> Session:
    """Go on to the next beat, by time or, where it waits, by an answer."""
    if session.status is Status.WAITING:
        return moved_on(session)
    following, _ = passed(session, session.stretch.end)
    return following
