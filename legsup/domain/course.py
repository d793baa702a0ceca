"""The course of a session while only time passes: from stretch to stretch, each beginning where the last ended."""

from __future__ import annotations

from dataclasses import replace

from legsup.domain.cues import SIGNS, Cue, Sign
from legsup.domain.holding import hold_stretch
from legsup.domain.interruption import cut_off, said_again
from legsup.domain.score import beat_stretch, opening_of, pause_stretch, up_stretch, with_resumed
from legsup.domain.session import Outcome, Pause, PausedBy, Session, Status, Tally
from legsup.domain.stretch import Stretch


def passed(session: Session, now: float) -> tuple[Session, tuple[Cue, ...]]:
    """Let time pass until ``now``: the session then, and every cue from the last reading on, in order."""
    cues: list[Cue] = []
    while session.is_active and session.stretch.end <= now:
        session = _give(session, session.stretch.end, cues)
        session = _at_end(session)
    return (_give(session, now, cues) if session.is_active else session), tuple(cues)


def enter(session: Session, index: int, *, flowed: bool = False, anew: bool = True) -> Session:
    """Go to a beat at the time of the last reading, closing the present one's account.

    ``flowed`` tells that the beat before ran to its end; not ``anew`` goes on with a hold that was interrupted.
    """
    now = session.seen
    tally = settled(session)
    if anew:
        tally = replace(tally, beat_held=0.0)
    beat = session.plan.beats[index]
    session = replace(
        session,
        beat_index=index,
        status=Status.WAITING if beat.is_open else Status.RUNNING,
        tally=tally,
        since=now,
        cursor=0,
        pause=None,
        went_down=session.went_down or beat.is_down,
        stretch=Stretch(now, now),
    )
    return replace(session, stretch=_stretch(session, now, flowed=flowed))


def paused(session: Session, by: PausedBy) -> Session:
    """Pause a running session at the time of its last reading."""
    pause = Pause(session.stretch, session.cursor, session.seen, by)
    stretch = pause_stretch(session.plan, session.beat, session.seen, by, down=session.went_down)
    words = cut_off(session.stretch, session.cursor, session.seen)
    return replace(
        session,
        status=Status.PAUSED,
        tally=settled(session),
        since=session.seen,
        stretch=stretch,
        cursor=0,
        pause=pause,
        given=session.given if words is None or words.once is None else session.given - {words.once},
    )


def resumed(session: Session) -> Session:
    """Go on after a pause: a hold with a new inhale, anything else where it was; the same session if not paused.

    Words that the pause cut off are said again.
    """
    now, index, pause = session.seen, session.beat_index, session.pause
    if pause is None:
        return session
    if session.beat.is_hold:
        session = enter(session, index, anew=False)
        return replace(session, stretch=with_resumed(session.stretch, 0, index, now))
    stretch = with_resumed(pause.stretch.shifted(now - pause.since), pause.cursor, index, now)
    words = cut_off(pause.stretch, pause.cursor, pause.since)
    if words is not None:
        stretch = said_again(stretch, pause.cursor, words, now)
    tally = settled(session)
    return replace(
        session,
        status=Status.RUNNING,
        tally=tally,
        since=now,
        stretch=stretch,
        cursor=pause.cursor,
        pause=None,
    )


def ended(session: Session, outcome: Outcome) -> Session:
    """End a session at the time of its last reading."""
    tally = settled(session)
    return replace(session, status=Status.ENDED, tally=tally, since=session.seen, outcome=outcome, pause=None)


def settled(session: Session) -> Tally:
    """Settle the account of the state that the session leaves at its last reading."""
    return Tally(
        practised=session.practised,
        held=session.held,
        beat_held=session.beat_held,
        breaths=session.breaths,
        rested=session.rested,
        ran=session.tally.ran,
        legs_up=legs_up_for(session),
    )


def legs_up_for(session: Session) -> float:
    """Tell for how many seconds the legs have been up, pauses included."""
    counts = session.is_active and session.beat.legs_up
    return session.tally.legs_up + (session.seen - session.since if counts else 0.0)


def _stretch(session: Session, begin: float, *, flowed: bool) -> Stretch:
    beat = session.beat
    if beat.up:
        return up_stretch(session.plan, beat, begin, whole=session.whole)
    if beat.is_hold:
        return hold_stretch(session.plan, beat, begin, session.past)
    opening = opening_of(session.plan, beat, session.given)
    return beat_stretch(beat, begin, opening, flowed=flowed)


def _give(session: Session, until: float, cues: list[Cue]) -> Session:
    """Move the last reading to ``until``, adding the cues up to it."""
    stretch, cursor = session.stretch, session.cursor
    if cursor == len(stretch.cues) or stretch.cues[cursor].at > until:
        # Where no time passed either it is the very same session.
        return session if until == session.seen else replace(session, seen=until)
    given, sign = session.given, session.sign
    while cursor < len(stretch.cues) and stretch.cues[cursor].at <= until:
        cue = stretch.cues[cursor]
        cues.append(cue)
        cursor += 1
        if cue.once is not None:
            given |= {cue.once}
        if cue.kind in SIGNS:
            sign = Sign(cue.kind, cue.at)
    return replace(session, seen=until, cursor=cursor, given=given, sign=sign)


def _at_end(session: Session) -> Session:
    """Go on from a stretch that is over."""
    if session.status is Status.PAUSED:
        return _after_pause(session)
    if session.status is Status.WAITING:
        unanswered = replace(session, answered=False)
        return ended(unanswered, end_of(session) if session.beat.up else Outcome.STOPPED)
    if session.beat.is_hold:
        ran = session.tally.ran | {session.beat_index}
        session = replace(session, tally=replace(session.tally, ran=ran))
    following = session.beat_index + 1
    if following == len(session.plan.beats):
        return ended(session, end_of(session))
    return enter(session, following, flowed=True)


def end_of(session: Session) -> Outcome:
    """Tell the outcome of a session that reached its end."""
    return Outcome.COMPLETED if session.whole else Outcome.CAME_OUT_EARLY


def _after_pause(session: Session) -> Session:
    """A pause that nobody ended: on the floor the practice goes on to the way out, on one's feet it is over."""
    out = session.plan.first_come_out
    if not session.went_down or out is None:
        return ended(session, Outcome.STOPPED)
    if session.is_coming_out:
        return resumed(session)
    return enter(session, out)
