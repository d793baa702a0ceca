"""The moves of a session: what each event does where it applies.

Each gives the very same session where it does not apply.
"""

from __future__ import annotations

from dataclasses import replace

from legsup.domain.course import end_of, ended, enter, legs_up_for, paused, resumed, settled
from legsup.domain.cues import CueKind
from legsup.domain.holding import hold_stretch
from legsup.domain.ranges import MOST_MINUTES
from legsup.domain.score import with_resumed
from legsup.domain.sequence import SEATED_FLOOR, Stage
from legsup.domain.session import Outcome, PausedBy, Session, Status
from legsup.domain.stretch import Past

MINUTE = 60.0
#: Adding less than this many seconds does not apply.
LEAST_ADDED = 1.0


def moved_on(session: Session) -> Session:
    """Go to the next step; answer an open beat; nothing before a step's floor has passed."""
    beat = session.beat
    if beat.up:
        return ended(session, end_of(session))
    if _kept_by_a_floor(session):
        return session
    following = session.beat_index + 1
    if following == len(session.plan.beats):
        return ended(session, end_of(session))
    return enter(session, following)


def moved_back(session: Session) -> Session:
    """Go to the step before, within the same part of the practice; never back to the desk."""
    before = session.plan.beats[session.beat_index - 1] if session.beat_index else None
    if before is None or before.desk or before.stage.part is not session.beat.stage.part:
        return session
    return enter(session, before.index)


def with_minute(session: Session) -> Session:
    """Add a minute to a hold, or 30 s to each of a pose's two sides, as far as the limits leave room."""
    plan = session.plan
    holds = _growing(session)
    if not holds:
        return session
    each = min(MINUTE / len(holds), _room(session) / len(holds))
    for index in holds:
        beat = plan.beats[index]
        if beat.step.max_seconds is not None:
            each = min(each, beat.step.max_seconds - beat.nominal)
    if each * len(holds) < LEAST_ADDED:
        return session
    longer = plan.with_seconds({index: plan.beats[index].nominal + each for index in holds})
    return _rewritten(replace(session, plan=longer))


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
    seated = session.beat.stage is Stage.REST and not _kept_by_a_floor(session)
    return ended(session, end_of(session) if seated else Outcome.STOPPED)


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
    """Take up a session that the computer slept through, nothing counted: paused, where it was running."""
    after = _without_gap(before, after)
    if before.status is not Status.RUNNING:
        return after
    return paused(after, PausedBy.SLEEP)


def stalled(before: Session, after: Session) -> Session:
    """Take up a session after a stall, the lost seconds not counted: a hold goes on with a new inhale."""
    after = _without_gap(before, after)
    if before.status is not Status.RUNNING:
        return after
    index = after.beat_index
    if after.beat.is_hold:
        after = enter(after, index, anew=False)
    return replace(after, stretch=with_resumed(after.stretch, after.cursor, index, after.seen))


def _kept_by_a_floor(session: Session) -> bool:
    """Whether the seat, or a step of its own accord, is to last a while longer."""
    unrested = session.beat.stage is Stage.REST and session.rested < SEATED_FLOOR
    return unrested or session.into_beat < session.beat.step.floor


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


def _growing(session: Session) -> tuple[int, ...]:
    """Tell which holds a minute would lengthen: this one, or both sides while on the first; none on the second."""
    beat = session.beat
    if not beat.is_hold:
        return ()
    if beat.step.pair is None:
        return (beat.index,)
    pair = tuple(hold.index for hold in session.plan.holds if hold.step.pair == beat.step.pair)
    return pair if beat.index == pair[0] else ()


def _room(session: Session) -> float:
    """Tell the seconds left under 20 minutes, of holding and of legs up in all (pauses counted)."""
    plan, here = session.plan, session.beat_index
    most = MOST_MINUTES * MINUTE
    left = session.beat.nominal - session.beat_held
    ahead = sum(beat.nominal for beat in plan.beats[here + 1 :] if beat.legs_up)
    up = legs_up_for(session) + ahead + (left if session.beat.legs_up else 0.0)
    return min(most - plan.holding, most - up)


def _rewritten(session: Session) -> Session:
    """Write the present hold anew for its new length; the breath goes on as it was."""
    if session.status is Status.PAUSED:
        return session
    old = session.stretch
    tally = session.tally
    said = [cue.at + (cue.seconds or 0.0) for cue in old.cues[: session.cursor] if cue.kind is CueKind.SAY]
    free = max([session.seen, *said])
    past = Past(tally.held, old.held, tally.breaths, session.given, session.sign, free)
    stretch = hold_stretch(session.plan, session.beat, old.begin, past)
    cursor = sum(cue.at <= session.seen for cue in stretch.cues)
    return replace(session, stretch=stretch, cursor=cursor)
