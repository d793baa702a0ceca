"""The moves of a session: what each event does where it applies.

Each gives the very same session where it does not apply.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.course import end_of, ended, enter, paused, resumed, run_out, settled
from legsup.domain.cues import CueKind
from legsup.domain.hold_length import TINY, nominal_of, one_breath
from legsup.domain.holding import hold_stretch
from legsup.domain.interruption import signed, taken_up
from legsup.domain.legs_up import legs_up_in_all, most_legs_up
from legsup.domain.pausing import asked_again
from legsup.domain.ranges import MOST_MINUTES
from legsup.domain.seat import with_seat
from legsup.domain.sequence import SEATED_FLOOR
from legsup.domain.session import Outcome, PausedBy, Session, Status

if TYPE_CHECKING:
    from legsup.domain.plan import Beat

MINUTE = 60.0
#: Adding less than this many seconds does not apply.
LEAST_ADDED = 1.0
#: Of the seconds at the desk, what reading gains by the way is not worth a new future each time.
_LEAST_READ = 1.0


def moved_on(session: Session) -> Session:
    """Go to the next step; answer an open beat; nothing before a step's floor has passed."""
    beat = session.beat
    if beat.up:
        return ended(session, end_of(session))
    if kept_by_a_floor(session):
        return session
    following = session.beat_index + 1
    if following == len(session.plan.beats):
        return ended(session, end_of(session))
    return enter(session, following)


def kept_by_a_floor(session: Session) -> bool:
    """Whether NEXT does not apply yet: the seat, or a step of its own accord, is to last a while longer."""
    unrested = session.beat.is_seat and session.rested < SEATED_FLOOR
    return not session.beat.up and (unrested or session.into_beat < session.beat.step.floor)


def moved_back(session: Session) -> Session:
    """Go to the step before, within the same part of the practice; never back to the desk.

    A hold goes on with what it still lacks, if that is a breath or more. It does not apply where the legs would be up
    for longer than the limit.
    """
    before = step_before(session)
    if before is None or before.stage.part is not session.beat.stage.part:
        return session
    if before.is_hold and _lacks(session, before) < one_breath(session.plan, session.held) - TINY:
        return session
    there = enter(session, before.index)
    longer = legs_up_in_all(there)
    if longer > most_legs_up(session) + TINY and longer > legs_up_in_all(session) + TINY:
        return session
    return there


def step_before(session: Session) -> Beat | None:
    """Give the step before the present one, whatever part it belongs to; none before the first after the desk."""
    before = session.plan.beats[session.beat_index - 1] if session.beat_index else None
    return None if before is None or before.desk else before


def with_minute(session: Session) -> Session:
    """Add a minute to a hold, or 30 s to each of a pose's two sides, as far as the limits leave room."""
    plan = session.plan
    holds = growing(session)
    if not holds:
        return session
    each = min(MINUTE, MOST_MINUTES * MINUTE - plan.holding) / len(holds)
    for index in holds:
        beat = plan.beats[index]
        if beat.step.max_seconds is not None:
            each = min(each, beat.step.max_seconds - beat.nominal)
    most = most_legs_up(session)
    while each * len(holds) >= LEAST_ADDED:
        longer = plan.with_seconds({index: plan.beats[index].nominal + each for index in holds})
        grown = replace(session, plan=with_seat(longer))
        over = legs_up_in_all(grown) - most
        if over <= TINY or not session.beat.legs_up:
            return _rewritten(grown)
        each -= max(over / len(holds), LEAST_ADDED / 2.0)
    return session


def read_on(session: Session) -> Session:
    """Let the seconds at the desk begin anew for whoever reads today's list there."""
    end = session.seen + session.beat.nominal
    if not session.beat.desk or end - session.stretch.end < _LEAST_READ:
        return session
    return replace(session, stretch=replace(session.stretch, end=end))


def growing(session: Session) -> tuple[int, ...]:
    """Tell which holds a minute would lengthen: this one, or both sides while on the first; none on the second."""
    beat = session.beat
    if not beat.is_hold:
        return ()
    if beat.step.pair is None:
        return (beat.index,)
    pair = tuple(hold.index for hold in session.plan.holds if hold.step.pair == beat.step.pair)
    return pair if beat.index == pair[0] else ()


def coming_out(session: Session) -> Session:
    """Go to the way out; end where the person never went down; in the way out and after go on if paused."""
    if session.is_coming_out:
        return resumed(session)
    out = session.plan.first_come_out
    if not session.went_down or out is None:
        return ended(session, Outcome.CAME_OUT_EARLY)
    return replace(enter(session, out), led_out=session.seen)


def stopped(session: Session) -> Session:
    """End at once: the person is up already; once the seat's floor has passed it counts as the end."""
    rested = session.rested >= SEATED_FLOOR and not kept_by_a_floor(session)
    return ended(session, end_of(session) if rested or session.beat.up else Outcome.STOPPED)


def dizzy(session: Session) -> Session:
    """Replace what is left by the dizzy script of the present posture."""
    plan = session.plan
    kept = plan.beats[: session.beat_index + 1]
    way_out = plan.dizzy[session.beat.posture]
    beats = (*kept, *(replace(beat, index=len(kept) + n) for n, beat in enumerate(way_out)))
    cut_short = plan.cut_short or not session.whole
    changed = replace(session, plan=replace(plan, beats=beats, cut_short=cut_short), went_down=True)
    return enter(changed, len(kept))


def slept_through(before: Session, after: Session) -> Session:
    """Take up a session that the computer slept through, nothing counted: paused and asked; in a pause asked again."""
    after = _without_gap(before, after)
    match before.status:
        case Status.RUNNING:
            return paused(after, PausedBy.SLEEP)
        case Status.PAUSED:
            return asked_again(after)
        case (
            Status.WAITING | Status.READY | Status.ENDED
        ):  # pragma: no branch - the type checker proves that no status is missing
            return after


def stalled(before: Session, after: Session) -> Session:
    """Take up a session after a stall, the lost seconds not counted: a hold goes on with a new inhale, or is over."""
    after = _without_gap(before, after)
    if before.status is not Status.RUNNING or not after.beat.is_hold:
        return after
    if after.beat_held >= nominal_of(after.plan, after.beat, after.tally.holds) - TINY:
        return run_out(after)
    return enter(after, after.beat_index)


def with_sign(session: Session) -> Session:
    """Put the sign that the practice goes on first into a running session's future."""
    if session.status is not Status.RUNNING:
        return session
    stretch, cursor, index, now = session.stretch, session.cursor, session.beat_index, session.seen
    if session.beat.is_hold:
        return replace(session, stretch=signed(stretch, cursor, index, now))
    stretch, cursor = taken_up(stretch, cursor, index, now, None)
    return replace(session, stretch=stretch, cursor=cursor)


def _lacks(session: Session, hold: Beat) -> float:
    holds = session.tally.holds
    return nominal_of(session.plan, hold, holds) - holds.get(hold.index, 0.0)


def _without_gap(before: Session, after: Session) -> Session:
    """Shift what was given and counted up to the last reading to the new reading."""
    gap = after.seen - before.seen
    tally = settled(before)
    # The legs may have stayed up all the while, whatever the computer did.
    lost = gap + after.slept - before.slept
    legs_up = tally.legs_up + (lost if before.beat.legs_up else 0.0)
    # The cycles are dropped: their breaths are in the tally now, and a hold begins anew anyway.
    stretch = replace(before.stretch.shifted(gap), cycles=())
    return replace(after, stretch=stretch, since=after.seen, tally=replace(tally, legs_up=legs_up))


def _rewritten(session: Session) -> Session:
    """Write the present hold anew for its new length; the breath goes on as it was."""
    if session.status is Status.PAUSED:
        return session
    old = session.stretch
    tally = session.tally
    said = [cue.at + (cue.seconds or 0.0) for cue in old.cues[: session.cursor] if cue.kind is CueKind.SAY]
    free = max([session.seen, *said])
    past = replace(session.past, held=tally.held, beat_held=old.held, breaths=tally.breaths, earliest=free)
    stretch = hold_stretch(session.plan, session.beat, old.begin, past)
    cursor = sum(cue.at <= session.seen for cue in stretch.cues)
    return replace(session, stretch=stretch, cursor=cursor)
