"""How long the legs will have been up: the limit that no added minute and no way back may pass."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.course import legs_up_for
from legsup.domain.hold_length import hold_cycles, hold_seconds, lengths_from
from legsup.domain.ranges import MOST_MINUTES
from legsup.domain.session import Status

if TYPE_CHECKING:
    from legsup.domain.session import Session


def most_legs_up(session: Session) -> float:
    """Tell the most seconds of legs up: 20 minutes (D03), and what the plan itself has up outside its holds."""
    return MOST_MINUTES * 60.0 + session.plan.up_outside


def legs_up_in_all(session: Session) -> float:
    """Tell the seconds of legs up by the end if only time passes, pauses and the breaths that finish holds counted."""
    return legs_up_for(session) + _ahead(session)


def hold_left(session: Session) -> float:
    """Tell how long the present hold still lasts if only time passes, a pause being over now."""
    old, past = session.stretch, session.past
    if session.status is Status.PAUSED or not old.cycles:
        return hold_seconds(session.plan, session.beat, past)
    # The breath goes on as it was.
    begun = replace(past, held=session.tally.held, beat_held=old.held)
    return hold_cycles(session.plan, session.beat, old.begin, begun)[-1].end - session.seen


def _ahead(session: Session) -> float:
    plan, beat = session.plan, session.beat
    left = hold_left(session) if beat.is_hold else max(0.0, beat.nominal - session.into_beat)
    up = left if beat.legs_up else 0.0
    held = session.held + (left if beat.is_hold else 0.0)
    holds = session.tally.holds
    if beat.is_hold:
        holds = {**holds, beat.index: session.beat_held + left}
    later = lengths_from(plan, beat.index + 1, held, holds)
    return up + sum(seconds for following, seconds in later if following.legs_up)
