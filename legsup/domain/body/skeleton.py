"""The skeleton: bones of constant length, from joint angles to frames and points in the room.

Lengths are shares of body height after the segment tables of Drillis and Contini (1966), rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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


@dataclass(frozen=True, slots=True)
class Bone:
    """A bone in the room: where its upper end is, where its axes point (ahead, above, to the right), where it ends."""

    start: Vector
    axes: Axes
    end: Vector


def skeleton(pose: Pose) -> dict[str, Bone]:
    """Set up every bone of a pose, by name; those of the limbs begin with ``left_`` or ``right_``."""
    bones: dict[str, Bone] = {}
    trunk = pose.facing
    at = pose.root
    for name in ("pelvis", "waist", "chest", "neck", "head"):
        if name != "pelvis":
            trunk = trunk.then(_spine_turn(pose, name))
        bones[name] = _bone(at, trunk, LENGTHS[name])
        if name == "chest":
            _add_arms(bones, pose, trunk)
        at = bones[name].end
    _add_legs(bones, pose)
    return bones


def skeleton_points(pose: Pose, *, mirrored: bool = False) -> Mapping[str, Vector]:
    """Give the joints of a pose as points in the room, by name; ``mirrored`` swaps left and right."""
    bones = skeleton(mirror(pose) if mirrored else pose)
    points = {"pelvis": bones["pelvis"].start, "crown": bones["head"].end}
    points |= {name: bones[name].start for name in ("waist", "chest", "neck", "head")}
    for side in SIDES:
        limb = {"shoulder": "upper_arm", "elbow": "forearm", "wrist": "hand", "hip": "thigh", "knee": "shin"}
        points |= {f"{side}_{joint}": bones[f"{side}_{bone}"].start for joint, bone in limb.items()}
        points[f"{side}_ankle"] = bones[f"{side}_foot"].start
        points[f"{side}_fingertips"] = bones[f"{side}_hand"].end
        points[f"{side}_toes"] = bones[f"{side}_foot"].end
        foot = bones[f"{side}_foot"]
        points[f"{side}_sole"] = placed(foot.axes, foot.start, (0.055, -ANKLE_HEIGHT, 0.0))
    return points


def _spine_turn(pose: Pose, name: str) -> Rotation:
    bend = about_z(-pose.angle(f"{name}_bend"))
    return bend.then(about_x(pose.angle(f"{name}_lean"))).then(about_y(-pose.angle(f"{name}_twist")))


def _limb_turn(pose: Pose, side: str, joint: str) -> Rotation:
    out = 1.0 if side == "left" else -1.0
    bend = about_z(pose.angle(f"{side}_{joint}_bend"))
    spread = about_x(out * pose.angle(f"{side}_{joint}_spread"))
    return bend.then(spread).then(about_y(out * pose.angle(f"{side}_{joint}_twist")))


def _add_arms(bones: dict[str, Bone], pose: Pose, trunk: Rotation) -> None:
    chest = bones["chest"]
    for side in SIDES:
        out = -1.0 if side == "left" else 1.0
        shoulder = placed(chest.axes, chest.end, (-0.006, -0.020, out * SHOULDER_HALF))
        turn = trunk.then(_limb_turn(pose, side, "shoulder"))
        upper = _bone(shoulder, turn, -LENGTHS["upper_arm"])
        turn = turn.then(about_z(pose.angle(f"{side}_elbow_bend")))
        turn = turn.then(about_y(out * pose.angle(f"{side}_forearm_turn")))
        forearm = _bone(upper.end, turn, -LENGTHS["forearm"])
        turn = turn.then(about_z(pose.angle(f"{side}_wrist_bend")))
        bones[f"{side}_upper_arm"] = upper
        bones[f"{side}_forearm"] = forearm
        bones[f"{side}_hand"] = _bone(forearm.end, turn, -LENGTHS["hand"])


def _add_legs(bones: dict[str, Bone], pose: Pose) -> None:
    pelvis = bones["pelvis"]
    for side in SIDES:
        out = -1.0 if side == "left" else 1.0
        hip = placed(pelvis.axes, pelvis.start, (0.0, 0.0, out * HIP_HALF))
        turn = pose.facing.then(_limb_turn(pose, side, "hip"))
        thigh = _bone(hip, turn, -LENGTHS["thigh"])
        turn = turn.then(about_z(-pose.angle(f"{side}_knee_bend")))
        shin = _bone(thigh.end, turn, -LENGTHS["shin"])
        turn = turn.then(about_z(pose.angle(f"{side}_ankle_bend")))
        axes = turn.axes()
        bones[f"{side}_thigh"] = thigh
        bones[f"{side}_shin"] = shin
        bones[f"{side}_foot"] = Bone(
            shin.end, axes, placed(axes, shin.end, (LENGTHS["foot"], -ANKLE_HEIGHT * 0.8, 0.0))
        )


def _bone(start: Vector, turn: Rotation, length: float) -> Bone:
    axes = turn.axes()
    return Bone(start, axes, placed(axes, start, (0.0, length, 0.0)))
