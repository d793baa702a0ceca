"""The session machine: what each event does to a session in each status, and what time brings.

``step`` is the only way a session changes, ``upcoming`` the only owner of its future; both let time pass by the one
function ``passed``. Nothing here knows a clock: the readings are handed in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain import moves
from legsup.domain.course import enter, passed, paused, resumed
from legsup.domain.helping import helped
from legsup.domain.pausing import tingled
from legsup.domain.session import Event, PausedBy, Reading, Session, Status

if TYPE_CHECKING:
    from legsup.domain.cues import Cue
    from legsup.domain.plan import Plan

#: New sleep of the computer above this many seconds is not counted; of a gap between readings no more than these are.
MOST_GAP = 5.0


def ready(plan: Plan) -> Session:
    """Give a session of a plan that has not begun."""
    return Session(plan=plan)


def step(session: Session, event: Event, reading: Reading) -> tuple[Session, tuple[Cue, ...]]:
    """Let time pass up to the reading, then let the event happen.

    Gives the session that follows and the cues of the time that passed. What the event itself brings comes with the
    next tick, and stands in ``upcoming`` until then. An event that does not apply gives the very same session, but
    for the time.
    """
    before = session.revision
    session, cues = _caught_up(session, reading)
    stood_still = session.revision != before and session.status is Status.RUNNING
    following = _happen(session, event, reading)
    if following is not session:
        following = replace(following, revision=session.revision + 1)
    if stood_still and (following is session or event in {Event.ADD_MINUTE, Event.READ}):
        following = moves.with_sign(following)
    return following, cues


def applies(event: Event, session: Session) -> bool:
    """Tell whether an event would change a session as it stands at its last reading."""
    return _happen(session, event, Reading(session.seen, session.slept)) is not session


def upcoming(session: Session, until: float) -> tuple[Cue, ...]:
    """Tell every cue from the last reading to ``until`` (on the readings' clock) if only ticks come."""
    return passed(session, until)[1]


def _caught_up(session: Session, reading: Reading) -> tuple[Session, tuple[Cue, ...]]:
    """Let the time since the last reading pass, but for what the computer slept or stood still.

    A session that took up after either has another revision.
    """
    if not session.is_active:
        return session, ()
    now = max(reading.now, session.seen)
    gap = now - session.seen
    slept = reading.slept - session.slept
    if slept > MOST_GAP:
        changed = moves.slept_through(session, replace(session, seen=now, slept=reading.slept))
        return replace(changed, revision=session.revision + 1), ()
    if gap > MOST_GAP:
        session, cues = passed(replace(session, slept=reading.slept), session.seen + MOST_GAP)
        if not session.is_active:
            return session, cues
        changed = moves.stalled(session, replace(session, seen=now))
        return replace(changed, revision=session.revision + 1), cues
    return passed(replace(session, slept=reading.slept) if slept else session, now)


# One flat table of every pair, so that it can be read against the contract at a glance.
def _happen(session: Session, event: Event, reading: Reading) -> Session:
    match (session.status, event):
        case (Status.READY, Event.START):
            return _started(session, reading)
        case (
            Status.READY,
            Event.TICK
            | Event.NEXT
            | Event.BACK
            | Event.PAUSE
            | Event.TINGLE
            | Event.RESUME
            | Event.ADD_MINUTE
            | Event.COME_OUT
            | Event.STOP
            | Event.DIZZY
            | Event.HELP
            | Event.READ,
        ):
            return session
        case (Status.RUNNING | Status.WAITING | Status.PAUSED, Event.START | Event.TICK):
            return session
        case (Status.RUNNING | Status.WAITING | Status.PAUSED, Event.NEXT):
            return moves.moved_on(session)
        case (Status.RUNNING | Status.WAITING | Status.PAUSED, Event.BACK):
            return moves.moved_back(session)
        case (Status.RUNNING, Event.PAUSE):
            return paused(session, PausedBy.PERSON)
        case (Status.RUNNING | Status.WAITING, Event.TINGLE):
            return paused(session, PausedBy.TINGLING)
        case (Status.PAUSED, Event.TINGLE):
            return tingled(session)
        case (Status.WAITING | Status.PAUSED, Event.PAUSE):
            return session
        case (Status.PAUSED, Event.RESUME):
            return resumed(session)
        case (Status.RUNNING | Status.WAITING, Event.RESUME):
            return session
        case (Status.RUNNING | Status.PAUSED, Event.ADD_MINUTE):
            return moves.with_minute(session)
        case (Status.WAITING, Event.ADD_MINUTE):
            return session
        case (Status.RUNNING | Status.WAITING | Status.PAUSED, Event.COME_OUT):
            return moves.coming_out(session)
        case (Status.RUNNING | Status.WAITING | Status.PAUSED, Event.STOP):
            return moves.stopped(session)
        case (Status.RUNNING | Status.WAITING | Status.PAUSED, Event.DIZZY):
            return moves.dizzy(session)
        case (Status.RUNNING | Status.WAITING | Status.PAUSED, Event.HELP):
            return helped(session)
        case (Status.RUNNING, Event.READ):
            return moves.read_on(session)
        case (Status.WAITING | Status.PAUSED, Event.READ):
            return session
        case (
            Status.ENDED,
            Event.START
            | Event.TICK
            | Event.NEXT
            | Event.BACK
            | Event.PAUSE
            | Event.TINGLE
            | Event.RESUME
            | Event.ADD_MINUTE
            | Event.COME_OUT
            | Event.STOP
            | Event.DIZZY
            | Event.HELP
            | Event.READ,
        ):  # pragma: no branch - the type checker proves that every pair of status and event stands above
            return session


def _started(session: Session, reading: Reading) -> Session:
    begun = replace(session, started=reading, seen=reading.now, slept=reading.slept, since=reading.now)
    return enter(begun, 0)
