"""The course of a session while only time passes: from stretch to stretch, each beginning where the last ended."""

from __future__ import annotations

from dataclasses import replace

from legsup.domain.cues import SIGNS, Cue, CueKind, Sign
from legsup.domain.helping import opened_with_help
from legsup.domain.holding import hold_stretch
from legsup.domain.interruption import cut_off, signed, taken_up
from legsup.domain.opening import opening_of
from legsup.domain.pausing import pause_of, pause_words, said_once_more
from legsup.domain.score import beat_stretch, is_quiet, up_stretch
from legsup.domain.session import Outcome, Pause, PausedBy, Session, Status, Tally
from legsup.domain.stretch import Stretch


def passed(session: Session, now: float) -> tuple[Session, tuple[Cue, ...]]:
    """Let time pass until ``now``: the session then, and every cue from the last reading on, in order."""
    cues: list[Cue] = []
    while session.is_active and session.stretch.end <= now:
        session = _give(session, session.stretch.end, cues)
        session = _at_end(session)
    return (_give(session, now, cues) if session.is_active else session), tuple(cues)


def enter(session: Session, index: int, *, flowed: bool = False) -> Session:
    """Go to a beat at the time of the last reading, closing the present one's account.

    ``flowed`` tells that the beat before ran to its end. A hold that was held in part goes on with what it lacks.
    """
    now = session.seen
    beat = session.plan.beats[index]
    session = replace(
        session,
        tally=settled(session, ran=flowed),
        beat_index=index,
        status=Status.WAITING if beat.is_open else Status.RUNNING,
        since=now,
        cursor=0,
        pause=None,
        went_down=session.went_down or beat.is_down,
        end_sign=session.end_sign if beat.up else None,
        stretch=Stretch(now, now),
    )
    session = replace(session, stretch=_stretch(session, now, flowed=flowed))
    return opened_with_help(session) if flowed else replace(session, help_due=False)


def paused(session: Session, by: PausedBy) -> Session:
    """Pause a session at the time of its last reading."""
    now, stretch, cursor = session.seen, session.stretch, session.cursor
    tally = settled(session)
    quiet = by is PausedBy.SLEEP or is_quiet(stretch, cursor, now)
    return replace(
        session,
        status=Status.PAUSED,
        tally=replace(tally, pauses=tally.pauses + 1),
        since=now,
        stretch=pause_of(session, by, pause_words(session, by), quiet=quiet),
        cursor=0,
        pause=Pause(stretch, cursor, now, by, session.status),
        given=said_once_more(session.given, cut_off(stretch, cursor, now)),
    )


def resumed(session: Session) -> Session:
    """Go on after a pause: a hold with a new inhale, anything else where it was; the same session if not paused.

    Words that the pause cut off are said again, once.
    """
    now, index, pause = session.seen, session.beat_index, session.pause
    if pause is None:
        return session
    if session.beat.is_hold:
        session = enter(session, index)
        return replace(session, stretch=signed(session.stretch, 0, index, now))
    words = cut_off(pause.stretch, pause.cursor, pause.since)
    stretch, cursor = taken_up(pause.stretch.shifted(now - pause.since), pause.cursor, index, now, words)
    return replace(
        session,
        status=pause.status,
        tally=settled(session),
        since=now,
        stretch=stretch,
        cursor=cursor,
        pause=None,
    )


def ended(session: Session, outcome: Outcome) -> Session:
    """End a session at the time of its last reading."""
    tally = settled(session)
    return replace(session, status=Status.ENDED, tally=tally, since=session.seen, outcome=outcome, pause=None)


def settled(session: Session, *, ran: bool = False) -> Tally:
    """Settle the account of the state that the session leaves at its last reading; ``ran`` tells that its beat is over."""
    tally = session.tally
    return Tally(
        practised=session.practised,
        held=session.held,
        holds={**tally.holds, session.beat_index: session.beat_held} if session.beat.is_hold else tally.holds,
        breaths=session.breaths,
        rested=session.rested,
        ran=tally.ran | {session.beat_index} if ran and session.beat.is_hold else tally.ran,
        legs_up=legs_up_for(session),
        pauses=tally.pauses,
    )


def legs_up_for(session: Session) -> float:
    """Tell for how many seconds the legs have been up, pauses included."""
    counts = session.is_active and session.beat.legs_up
    return session.tally.legs_up + (session.seen - session.since if counts else 0.0)


def run_out(session: Session) -> Session:
    """Go on from a running beat that is over at the last reading."""
    following = session.beat_index + 1
    if following == len(session.plan.beats):
        if session.beat.is_hold:
            ran = session.tally.ran | {session.beat_index}
            session = replace(session, tally=replace(session.tally, ran=ran))
        return ended(session, end_of(session))
    return enter(session, following, flowed=True)


def end_of(session: Session) -> Outcome:
    """Tell the outcome of a session that reached its end."""
    return Outcome.COMPLETED if session.whole else Outcome.CAME_OUT_EARLY


def _stretch(session: Session, begin: float, *, flowed: bool) -> Stretch:
    beat = session.beat
    if beat.up:
        return up_stretch(session.plan, beat, begin, whole=session.whole)
    if beat.is_hold:
        return hold_stretch(session.plan, beat, begin, session.past)
    opening = opening_of(session.plan, beat, begin, session.past)
    return beat_stretch(session.plan, beat, begin, opening, flowed=flowed, down=session.went_down)


def _give(session: Session, until: float, cues: list[Cue]) -> Session:
    """Move the last reading to ``until``, adding the cues up to it."""
    stretch, cursor = session.stretch, session.cursor
    if cursor == len(stretch.cues) or stretch.cues[cursor].at > until:
        # Where no time passed either it is the very same session.
        return session if until == session.seen else replace(session, seen=until)
    sign, end_sign = session.sign, session.end_sign
    once: list[str] = []
    while cursor < len(stretch.cues) and stretch.cues[cursor].at <= until:
        cue = stretch.cues[cursor]
        cues.append(cue)
        cursor += 1
        if cue.once is not None:
            once.append(cue.once)
        if cue.kind in SIGNS:
            sign = Sign(cue.kind, cue.at)
        elif cue.kind is CueKind.END:
            end_sign = cue.at
    given = session.given.union(once) if once else session.given
    return replace(session, seen=until, cursor=cursor, given=given, sign=sign, end_sign=end_sign)


def _at_end(session: Session) -> Session:
    """Go on from a stretch that is over."""
    match session.status:
        case Status.PAUSED:
            return _unanswered(session)
        case Status.WAITING:
            if session.beat.up:
                return ended(replace(session, answered=False), end_of(session))
            following = _unanswered(session)
            return replace(following, answered=following.is_active)
        case (
            Status.RUNNING | Status.READY | Status.ENDED
        ):  # pragma: no branch - the type checker proves that no status is missing
            return run_out(session)


def _unanswered(session: Session) -> Session:
    """Nobody answered: once down the practice goes on to the way out, or goes on there; before that it is over."""
    out = session.plan.first_come_out
    if not session.went_down or out is None:
        return ended(session, Outcome.STOPPED)
    return resumed(session) if session.is_coming_out else enter(session, out)
