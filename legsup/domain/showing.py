"""What a figure shows of a session, or of a sequence: the way into a pose, or to one's feet, again and again, or a hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.postures import Posture
from legsup.domain.roll import Roll
from legsup.domain.sequence import Side, Stage, Tag
from legsup.domain.session import Status

if TYPE_CHECKING:
    from legsup.domain.sequence import Sequence, Step
    from legsup.domain.session import Session


def movement(session: Session) -> tuple[str, ...]:
    """Tell the poses through which the figure moves round and round; none where it rests in the step's own pose.

    A step may name them itself; one of getting in that does not shows the way from the pose before it. Where that was
    a way to come, shown to one who stands and looks, nobody has gone it: then there is no pose to come from.
    """
    beat = session.beat
    looked_at = beat.stage.is_looked_at or beat.step.tag == Tag.WAY_UP
    moves = looked_at and session.status in {Status.RUNNING, Status.WAITING}
    if not moves or beat.step.demonstrates:
        return beat.step.demonstrates if moves else ()
    if beat.stage is not Stage.ENTER or beat.index == 0:
        return ()
    before = session.plan.beats[beat.index - 1]
    only_shown = before.stage is Stage.PREPARE and before.step.demonstrates
    return () if only_shown or before.step.pose == beat.step.pose else (before.step.pose, beat.step.pose)


def pose_shown(session: Session) -> str | None:
    """Tell in which pose the figure rests: that of the step; at the end that of the seat, however one got there.

    Who falls asleep is left lying.
    """
    if session.status is not Status.ENDED:
        return session.beat.step.pose
    beats = session.plan.beats
    return next(
        (beat.step.pose for beat in reversed(beats) if beat.step.tag == Tag.SEAT), beats[-1].step.pose
    )


def stays(session: Session) -> bool:
    """Whether the figure stays as it is: in a pause nothing moves on, and nobody is shown elsewhere than they were."""
    return session.status is Status.PAUSED


def side_shown(session: Session) -> Side | None:
    """Tell for which side a beat's pose is drawn: that of the step, or the left where the words say to roll to the left.

    So is the step after it in the way out, as one presses up from there. Which side is the quiet or the agreed one is
    not known.
    """
    beat = session.beat
    if beat.side is not None or session.plan.choices.roll is not Roll.LEFT:
        return beat.side
    before = session.plan.beats[max(0, beat.index - 1)]
    from_side = beat.stage is Stage.COME_OUT and before.posture is Posture.SIDE
    return Side.LEFT if from_side or beat.posture is Posture.SIDE else None


def way_in(sequence: Sequence) -> tuple[str, ...]:
    """Tell the poses of the way into a sequence, as its first step that demonstrates shows them; perhaps none."""
    return next((step.demonstrates for step in sequence.steps if step.demonstrates), ())


def hold_of(sequence: Sequence) -> Step:
    """Give the first hold, in whose pose a sequence is shown; every sequence has one."""
    return next(step for step in sequence.steps if step.stage is Stage.HOLD)
