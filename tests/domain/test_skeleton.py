"""The skeleton: bones keep their length, angles mean what their names say, left and right mirror each other."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.domain.body.blending import blend
from legsup.domain.body.body_path import body_path
from legsup.domain.body.ellipsoids import DOWN, TO_WALL, body, reach
from legsup.domain.body.joints import other_side
from legsup.domain.body.pose import (
    CAMERAS,
    MAT_MIDDLE,
    Pose,
    Prop,
    PropKind,
    View,
    facing,
    mirrored,
    turned_round,
)
from legsup.domain.body.skeleton import LENGTHS, skeleton, skeleton_points
from legsup.domain.body.space import Rotation, distance, turned_between
from tests.domain.angles import RANGES, angle_between


def a_pose(*, turn: float = 0, recline: float = 0, roll: float = 0, x: float = -0.7, **angles: float) -> Pose:
    return Pose(
        "a-pose",
        View.SIDE,
        CAMERAS[View.SIDE],
        (x, 0.53, 0.0),
        facing(turn, recline, roll),
        MappingProxyType(angles),
    )


@st.composite
def any_poses(draw: st.DrawFn) -> Pose:
    angles = {name: draw(st.floats(*allowed)) for name, allowed in RANGES.items()}
    return a_pose(
        turn=draw(st.floats(-180, 180)),
        recline=draw(st.floats(-90, 90)),
        roll=draw(st.floats(-90, 90)),
        **angles,
    )


poses = any_poses()


def test_standing_is_one_body_height_from_sole_to_crown() -> None:
    parts = body(a_pose())
    assert reach(parts, DOWN) == pytest.approx(0, abs=0.002)
    assert reach(parts, (0, 1, 0), ("skull", "hair")) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("angle", "degrees", "point", "axis", "sign"),
    [
        ("right_hip_bend", 90, "right_knee", 0, 1),
        ("right_knee_bend", 90, "right_ankle", 0, -1),
        ("right_hip_spread", 40, "right_knee", 2, 1),
        ("left_hip_spread", 40, "left_knee", 2, -1),
        ("right_ankle_bend", 20, "right_toes", 1, 1),
        ("right_shoulder_bend", 90, "right_elbow", 0, 1),
        ("left_shoulder_spread", 90, "left_elbow", 2, -1),
        ("right_elbow_bend", 90, "right_wrist", 0, 1),
        ("waist_bend", 40, "crown", 0, 1),
        ("chest_lean", 20, "crown", 2, 1),
    ],
)
def test_an_angle_leads_where_its_name_says(
    angle: str, degrees: float, point: str, axis: int, sign: int
) -> None:
    moved = skeleton_points(a_pose(**{angle: degrees}))[point][axis] - skeleton_points(a_pose())[point][axis]
    assert moved * sign > 0.02


def test_twists_turn_outward_and_to_the_right() -> None:
    twisted = skeleton_points(a_pose(right_hip_twist=40, left_hip_twist=40))
    assert twisted["right_toes"][2] > twisted["right_ankle"][2] + 0.05
    assert twisted["left_toes"][2] < twisted["left_ankle"][2] - 0.05
    assert skeleton(a_pose(chest_twist=30))["chest"].axes[0][2] > 0.3


def test_facing_turns_to_the_viewer_reclines_and_rolls_right() -> None:
    assert skeleton(a_pose(turn=90))["chest"].axes[0][2] == pytest.approx(1)
    lying = skeleton(a_pose(recline=90))["chest"].axes
    assert (lying[0][1], lying[1][0]) == pytest.approx((1, -1))
    assert skeleton(a_pose(recline=90, roll=90))["chest"].axes[0][2] == pytest.approx(1)


@given(poses)
def test_bones_keep_their_length_in_any_pose(pose: Pose) -> None:
    for name, bone in skeleton(pose).items():
        kind = name.removeprefix("left_").removeprefix("right_")
        if kind != "foot":
            assert distance(bone.start, bone.end) == pytest.approx(LENGTHS[kind])


@given(poses)
def test_mirroring_swaps_the_sides_and_twice_is_the_same(pose: Pose) -> None:
    there, back = skeleton_points(pose, mirrored=True), skeleton_points(mirrored(mirrored(pose)))
    for name, (x, y, z) in skeleton_points(pose).items():
        assert there[other_side(name)] == pytest.approx((x, y, -z), abs=1e-9)
        assert back[name] == pytest.approx((x, y, z), abs=1e-9)


@given(poses)
def test_turned_round_the_other_side_lies_below_and_the_picture_is_the_mirror_image(pose: Pose) -> None:
    there = skeleton_points(turned_round(pose))
    for name, (x, y, z) in skeleton_points(pose).items():
        assert there[other_side(name)] == pytest.approx((2 * MAT_MIDDLE - x, y, z), abs=1e-9)


def test_turned_round_cushions_go_along_and_the_mat_stays() -> None:
    cushion, mat = Prop(PropKind.CUSHION, (-0.8, 0.1, 0.2), 10), Prop(PropKind.MAT)
    pose = Pose("p", View.SIDE, CAMERAS[View.SIDE], (0, 0, 0), Rotation(), props=(mat, cushion))
    kept, turned = turned_round(pose).props
    assert kept == mat
    assert turned.place == pytest.approx((2 * MAT_MIDDLE + 0.8, 0.1, 0.2))
    assert turned.turn == pytest.approx(170)


def test_mirroring_takes_props_along() -> None:
    pose = Pose(
        "p",
        View.SIDE,
        CAMERAS[View.SIDE],
        (0, 0, 0),
        Rotation(),
        props=(Prop(PropKind.MAT, (1, 0, 0.2), 30),),
    )
    assert mirrored(pose).props == (Prop(PropKind.MAT, (1, 0, -0.2), -30),)


@given(poses, poses, st.floats(0, 1))
def test_a_blend_keeps_bones_and_stays_above_the_floor_and_before_the_wall(
    first: Pose, second: Pose, fraction: float
) -> None:
    pose = blend(first, second, fraction)
    for name, bone in skeleton(pose).items():
        kind = name.removeprefix("left_").removeprefix("right_")
        if kind != "foot":
            assert distance(bone.start, bone.end) == pytest.approx(LENGTHS[kind])
    if 0 < fraction < 1:
        parts = body(pose)
        assert reach(parts, DOWN) < 0.004
        assert reach(parts, TO_WALL) < 0.004


@given(poses, poses)
def test_a_blend_begins_and_ends_with_its_poses(first: Pose, second: Pose) -> None:
    assert blend(first, second, 0) is first
    assert blend(first, second, 1) is second


def test_props_come_go_and_move_with_a_blend() -> None:
    mat, pillow = Prop(PropKind.MAT), Prop(PropKind.PILLOW, (-0.6, 0, 0))
    first = Pose("f", View.SIDE, CAMERAS[View.SIDE], (0, 1, 0), Rotation(), props=(mat, pillow))
    second = Pose(
        "s",
        View.TOP,
        CAMERAS[View.TOP],
        (0, 1, 0),
        facing(90, 0, 0),
        props=(Prop(PropKind.MAT, (0.2, 0, 0)), Prop(PropKind.CHAIR)),
    )
    props = {prop.kind: prop for prop in blend(first, second, 0.25).props}
    assert props[PropKind.MAT].place == pytest.approx((0.05, 0, 0))
    assert props[PropKind.PILLOW].solid == pytest.approx(0.75)
    assert props[PropKind.CHAIR].solid == pytest.approx(0.25)
    assert blend(first, second, 0.25).view is View.SIDE
    assert blend(first, second, 0.75).view is View.TOP


def test_rotations_turn_the_short_way() -> None:
    quarter = facing(90, 0, 0)
    backwards = Rotation(-quarter.w, -quarter.x, -quarter.y, -quarter.z)
    half_way = turned_between(Rotation(), backwards, 0.5)
    assert angle_between(half_way.axes()[0], Rotation().axes()[0]) == pytest.approx(45)


@given(poses)
def test_the_path_runs_from_the_soles_to_the_crown(pose: Pose) -> None:
    path, points = body_path(pose), skeleton_points(pose)
    assert path.at(0) == (points["left_sole"], points["right_sole"])
    assert path.at(-1) == path.at(0)
    assert path.at(2) == (points["crown"], points["crown"])
    left, right = path.at(path.place("knee"))
    assert left == pytest.approx(points["left_knee"])
    assert right == pytest.approx(points["right_knee"])
    assert 0 < path.place("knee") < path.place("hip") < path.place("waist") < path.place("neck") < 1


def test_a_body_that_moves_is_made_of_fewer_pieces_and_looks_as_large() -> None:
    still, moving = body(a_pose(), detail=8), body(a_pose(), detail=8, moving=True)
    assert still.keys() == moving.keys()
    assert len(moving["left_shoulder"]) < len(still["left_shoulder"]) == len(moving["left_thigh"])
    for direction in (DOWN, TO_WALL):
        assert reach(moving, direction) == pytest.approx(reach(still, direction), abs=1e-3)
