"""Where one is on the way: the parts of a practice in order, and how much of each lies behind."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from legsup.domain.stages import Stage

if TYPE_CHECKING:
    from legsup.domain.plan import Beat
    from legsup.domain.session import Session

#: What an open beat counts beside timed ones, in seconds: it waits as long as it likes.
_OPEN = 10.0


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of the way: its stage, how much of it lies behind (0-1), and whether one is in it."""

    stage: Stage
    behind: float
    present: bool = False


def along(session: Session) -> tuple[Leg, ...]:
    """Tell the parts of a session's plan in order; holds and the changes between them are one."""
    legs: list[Leg] = []
    for stage, group in groupby(session.plan.beats, key=_stage_of):
        beats = list(group)
        if not session.is_active or beats[-1].index < session.beat_index:
            legs.append(Leg(stage, 1.0))
        elif beats[0].index > session.beat_index:
            legs.append(Leg(stage, 0.0))
        else:
            past = sum(_weight(beat) for beat in beats if beat.index < session.beat_index)
            whole = sum(_weight(beat) for beat in beats)
            legs.append(Leg(stage, min(1.0, (past + _into(session)) / whole), present=True))
    return tuple(legs)


def _stage_of(beat: Beat) -> Stage:
    return Stage.HOLD if beat.stage is Stage.CHANGE else beat.stage


def _weight(beat: Beat) -> float:
    return _OPEN if beat.seconds is None else beat.seconds


def _into(session: Session) -> float:
    """Tell how far the present beat counts as gone; an open one stands at its beginning."""
    if session.beat.seconds is None:
        return 0.0
    return min(session.beat.seconds, session.beat_held if session.beat.is_hold else session.into_beat)
