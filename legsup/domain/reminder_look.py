"""A look at whether to remind now: what came due is given once, held back, or let go, by what goes on around."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from legsup.domain.reminding import STANDS, Memory, Reminders, mended, next_moment

if TYPE_CHECKING:
    from legsup.domain.ports import Zone

#: Seconds between two looks at most: so late at most a sleep, a clock set anew or another zone is seen.
LOOK = 300.0
#: Seconds without a touch after which the chair is empty; and after which the absence was a break, seen by looks, so that
#: up to a look's time may be counted too much.
AWAY, LONG = 300.0, 900.0
#: Seconds after which one that came due while the computer slept, or was off, is let go.
LATE = 3600.0
#: Practices of a day after which no more legs up is proposed.
ENOUGH = 2


class Verdict(Enum):
    """What is to be done now."""

    NOTHING = auto()
    GIVE = auto()
    GIVE_SEATED = auto()
    CLEAR = auto()


@dataclass(frozen=True, slots=True)
class Around:
    """What goes on around the computer; None where it cannot be read.

    ``presenting``: a full-screen program or a presentation holds the screen awake. ``listening``: a program has the
    microphone. ``idle``: seconds since the last touch. ``slept``: seconds slept since the last look. ``practised``: when
    the last practice ended, ``practices`` how many were finished today.
    """

    in_session: bool = False
    presenting: bool | None = None
    listening: bool | None = None
    idle: float | None = None
    slept: float = 0.0
    practised: float = 0.0
    practices: int = 0


def is_due(chosen: Reminders, memory: Memory, now: float, zone: Zone) -> bool:
    """Whether one has come due, so that it is worth to look around."""
    at = next_moment(chosen, _lately(chosen, mended(memory, now), now), zone)
    return memory.due is None and at is not None and at <= now


def look(chosen: Reminders, memory: Memory, around: Around, now: float, zone: Zone) -> tuple[Memory, Verdict]:
    """Tell what is to be done now, and what is to be remembered."""
    memory = _noted(mended(memory, now), around, now, by_interval=not chosen.times)
    if memory.due is not None:
        if around.in_session or now - memory.due >= STANDS:
            return replace(memory, due=None), Verdict.CLEAR
        return memory, Verdict.NOTHING
    at = next_moment(chosen, _lately(chosen, memory, now), zone)
    if at is None or at > now:
        return memory, Verdict.NOTHING
    if _is_held(memory, around):
        return replace(memory, held=now), Verdict.NOTHING
    return (memory, Verdict.NOTHING) if memory.away is not None else _come(chosen, memory, around, at, now)


def next_look(chosen: Reminders, memory: Memory, now: float, zone: Zone) -> float:
    """Tell when to look again, at the latest in five minutes."""
    if memory.due is not None:
        return min(memory.due + STANDS, now + LOOK)
    at = next_moment(chosen, _lately(chosen, memory, now), zone)
    return now + LOOK if at is None or at <= now else min(at, now + LOOK)


def _lately(chosen: Reminders, memory: Memory, now: float) -> Memory:
    """Forget of fixed times what is too late, so that one of the last hour is seen behind it."""
    if not chosen.times or memory.held is not None:
        return memory
    return replace(memory, since=max(memory.since, now - LATE))


def _come(chosen: Reminders, memory: Memory, around: Around, at: float, now: float) -> tuple[Memory, Verdict]:
    """Give one that came due at ``at``, or let it go; in either case it is done with."""
    enough = around.practices >= ENOUGH
    done = replace(memory, since=now, later=None, held=None)
    if around.in_session or now - max(at, memory.held or 0.0) > LATE or (enough and not chosen.seated):
        return done, Verdict.NOTHING
    return replace(done, due=now), Verdict.GIVE_SEATED if enough else Verdict.GIVE


def _is_held(memory: Memory, around: Around) -> bool:
    return memory.meeting_until is not None or bool(around.presenting) or bool(around.listening)


def _noted(memory: Memory, around: Around, now: float, *, by_interval: bool) -> Memory:
    """Take up what happened since the last look: a practice, a long absence, a long sleep."""
    if around.practised > memory.practised:
        # One of a clock that ran ahead must not hold back the next for days.
        ended = min(around.practised, now)
        memory = replace(memory, practised=ended, since=max(memory.since, ended), later=None)
    if by_interval and around.slept >= LONG:
        memory = replace(memory, since=now, later=None)
    if around.idle is None:
        return replace(memory, away=None)
    if around.idle >= AWAY:
        return replace(memory, away=now - around.idle if memory.away is None else memory.away)
    if memory.away is not None and now - memory.away >= LONG:
        memory = replace(memory, since=now, later=None)
    return replace(memory, away=None)
