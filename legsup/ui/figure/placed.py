"""Which way round a pose lies: it is drawn for a wall on the right, and for the right side where it has sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.body.pose import mirrored, turned_round
from legsup.domain.sequence import Side

if TYPE_CHECKING:
    from legsup.domain.body.pose import Pose


def placed(pose: Pose, side: str | None, *, flipped: bool) -> Pose:
    """Give a pose as it is to be painted for a side, in a picture that is ``flipped`` where the wall is on the left."""
    if pose.keeps_side:
        return turned_round(pose) if flipped else pose
    return mirrored(pose) if turns_over(side, flipped=flipped) else pose


def turns_over(side: str | None, *, flipped: bool) -> bool:
    """Whether a pose that is drawn for the right side is to be seen for the other one."""
    return side is not None and (side == Side.LEFT) is not flipped
