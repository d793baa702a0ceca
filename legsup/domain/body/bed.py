"""The bed as a place: the poses of a floor shown on a mattress, and standing ones beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.body.pose import Prop, PropKind

if TYPE_CHECKING:
    from legsup.domain.body.pose import Pose

#: A bed stands so far above the floor, in body heights; its mattress is the ground of those who lie on it.
BED_HEIGHT = 0.27
#: Hips higher than this stand; they stand so far in front of the bed's middle.
_STANDING, _BESIDE = 0.4, 0.52


def in_bed(pose: Pose) -> Pose:
    """Give a pose with a bed instead of its mat: lying and sitting ones on it, standing ones on the floor beside it.

    A pose that shows no mat, on a chair say, stays as it is.
    """
    if all(prop.kind is not PropKind.MAT for prop in pose.props):
        return pose
    props = tuple(Prop(PropKind.BED) if prop.kind is PropKind.MAT else prop for prop in pose.props)
    if pose.root[1] <= _STANDING:
        return replace(pose, props=props)
    x, y, _ = pose.root
    return replace(pose, props=props, root=(x, y - BED_HEIGHT, _BESIDE), ground=-BED_HEIGHT)
