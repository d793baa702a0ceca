"""The skeleton: bones of constant length, from joint angles to frames and points in the room.

Lengths are shares of body height after the segment tables of Drillis and Contini (1966), rounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from legsup.domain.body.joints import SIDES
from legsup.domain.body.pose import mirrored as mirror
from legsup.domain.body.space import Rotation, Vector, about_x, about_y, about_z, placed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.body.pose import Pose

HIP_HALF = 0.050
SHOULDER_HALF = 0.104
#: Bone lengths in body heights. Upright they add up to 1 from the sole to the crown.
LENGTHS = {
    "pelvis": 0.062,
    "waist": 0.098,
    "chest": 0.140,
    "neck": 0.058,
    "head": 0.112,
    "upper_arm": 0.172,
    "forearm": 0.148,
    "hand": 0.100,
    "thigh": 0.245,
    "shin": 0.246,
    "foot": 0.110,
}
#: How far the ankle stands above the sole, and the crown above the head's joint.
ANKLE_HEIGHT = 0.039

Axes = tuple[Vector, Vector, Vector]


class Bone(NamedTuple):
    """A bone in the room: where its upper end is, where its axes point (ahead, above, to the right), where it ends."""

    start: Vector
    axes: Axes
    end: Vector


def skeleton(pose: Pose) -> dict[str, Bone]:
    """Set up every bone of a pose, by name; those of the limbs begin with ``left_`` or ``right_``."""
    bones, chest, trunk = _up_to_chest(pose)
    for side in SIDES:
        bones |= _arm(chest, trunk, pose, side)
    at = chest.end
    for name in ("neck", "head"):
        trunk = trunk.then(_spine_turn(pose, name))
        bones[name] = _bone(at, trunk, LENGTHS[name])
        at = bones[name].end
    for side in SIDES:
        bones |= leg(pose, side)
    return bones


def arm(pose: Pose, side: str) -> dict[str, Bone]:
    """Set up one arm alone."""
    _, chest, trunk = _up_to_chest(pose)
    return _arm(chest, trunk, pose, side)


def leg(pose: Pose, side: str) -> dict[str, Bone]:
    """Set up one leg alone."""
    out = -1.0 if side == "left" else 1.0
    hip = placed(pose.facing.axes(), pose.root, (0.0, 0.0, out * HIP_HALF))
    turn = pose.facing.then(_limb_turn(pose, side, "hip"))
    thigh = _bone(hip, turn, -LENGTHS["thigh"])
    turn = turn.then(about_z(-pose.angle(f"{side}_knee_bend")))
    shin = _bone(thigh.end, turn, -LENGTHS["shin"])
    axes = turn.then(about_z(pose.angle(f"{side}_ankle_bend"))).axes()
    toes = placed(axes, shin.end, (LENGTHS["foot"], -ANKLE_HEIGHT * 0.8, 0.0))
    return {f"{side}_thigh": thigh, f"{side}_shin": shin, f"{side}_foot": Bone(shin.end, axes, toes)}


def skeleton_points(pose: Pose, *, mirrored: bool = False) -> Mapping[str, Vector]:
    """Give the joints of a pose as points in the room, by name; ``mirrored`` swaps left and right."""
    bones = skeleton(mirror(pose) if mirrored else pose)
    points = {"pelvis": bones["pelvis"].start, "crown": bones["head"].end}
    points |= {name: bones[name].start for name in ("waist", "chest", "neck", "head")}
    for side in SIDES:
        points |= arm_points(bones, side) | leg_points(bones, side)
    return points


def arm_points(bones: Mapping[str, Bone], side: str) -> dict[str, Vector]:
    """Give the joints of an arm."""
    return {
        f"{side}_shoulder": bones[f"{side}_upper_arm"].start,
        f"{side}_elbow": bones[f"{side}_forearm"].start,
        f"{side}_wrist": bones[f"{side}_hand"].start,
        f"{side}_fingertips": bones[f"{side}_hand"].end,
    }


def leg_points(bones: Mapping[str, Bone], side: str) -> dict[str, Vector]:
    """Give the joints of a leg, and the middle of its sole."""
    foot = bones[f"{side}_foot"]
    return {
        f"{side}_hip": bones[f"{side}_thigh"].start,
        f"{side}_knee": bones[f"{side}_shin"].start,
        f"{side}_ankle": foot.start,
        f"{side}_toes": foot.end,
        f"{side}_sole": placed(foot.axes, foot.start, (0.055, -ANKLE_HEIGHT, 0.0)),
    }


def _up_to_chest(pose: Pose) -> tuple[dict[str, Bone], Bone, Rotation]:
    """Set up the spine as far as the arms; give the chest apart, and how it is turned."""
    trunk = pose.facing
    pelvis = _bone(pose.root, trunk, LENGTHS["pelvis"])
    trunk = trunk.then(_spine_turn(pose, "waist"))
    waist = _bone(pelvis.end, trunk, LENGTHS["waist"])
    trunk = trunk.then(_spine_turn(pose, "chest"))
    chest = _bone(waist.end, trunk, LENGTHS["chest"])
    return {"pelvis": pelvis, "waist": waist, "chest": chest}, chest, trunk


def _spine_turn(pose: Pose, name: str) -> Rotation:
    bend = about_z(-pose.angle(f"{name}_bend"))
    return bend.then(about_x(pose.angle(f"{name}_lean"))).then(about_y(-pose.angle(f"{name}_twist")))


def _limb_turn(pose: Pose, side: str, joint: str) -> Rotation:
    out = 1.0 if side == "left" else -1.0
    bend = about_z(pose.angle(f"{side}_{joint}_bend"))
    spread = about_x(out * pose.angle(f"{side}_{joint}_spread"))
    return bend.then(spread).then(about_y(out * pose.angle(f"{side}_{joint}_twist")))


def _arm(chest: Bone, trunk: Rotation, pose: Pose, side: str) -> dict[str, Bone]:
    out = -1.0 if side == "left" else 1.0
    shoulder = placed(chest.axes, chest.end, (-0.006, -0.020, out * SHOULDER_HALF))
    turn = trunk.then(_limb_turn(pose, side, "shoulder"))
    upper = _bone(shoulder, turn, -LENGTHS["upper_arm"])
    turn = turn.then(about_z(pose.angle(f"{side}_elbow_bend")))
    turn = turn.then(about_y(out * pose.angle(f"{side}_forearm_turn")))
    forearm = _bone(upper.end, turn, -LENGTHS["forearm"])
    turn = turn.then(about_z(pose.angle(f"{side}_wrist_bend")))
    hand = _bone(forearm.end, turn, -LENGTHS["hand"])
    return {f"{side}_upper_arm": upper, f"{side}_forearm": forearm, f"{side}_hand": hand}


def _bone(start: Vector, turn: Rotation, length: float) -> Bone:
    axes = turn.axes()
    return Bone(start, axes, placed(axes, start, (0.0, length, 0.0)))
