"""What movement a figure shows of a session: the way into a pose, or up to one's feet, again and again while one may look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.sequence import Stage, Tag
from legsup.domain.session import Status

if TYPE_CHECKING:
    from legsup.domain.session import Session


def movement(session: Session) -> tuple[str, ...]:
    """Tell the poses through which the figure moves round and round; none where it rests in the step's own pose.

    A step may name them itself; one of getting in that does not shows the way from the pose before it.
    """
    beat = session.beat
    looked_at = beat.stage.is_looked_at or beat.step.tag == Tag.WAY_UP
    moves = looked_at and session.status in {Status.RUNNING, Status.WAITING}
    if not moves or beat.step.demonstrates:
        return beat.step.demonstrates if moves else ()
    if beat.stage is not Stage.ENTER or beat.index == 0:
        return ()
    before = session.plan.beats[beat.index - 1].step.pose
    return () if before == beat.step.pose else (before, beat.step.pose)
