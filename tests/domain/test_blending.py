"""Movement: seated people stay seated with their feet above the floor, and a body takes a real way from pose to pose."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from legsup.domain.body.blending import blend, way
from legsup.domain.body.ellipsoids import DOWN, body, reach
from legsup.domain.body.pose import CAMERAS, Contact, Pose, Prop, PropKind, View, facing
from legsup.domain.body.skeleton import skeleton_points

SEATED = (Contact("seat", "floor"),)
TO_WALL = (*SEATED, Contact("left_foot", "wall"))


def seated(
    pose_id: str,
    *,
    turn: float,
    x: float = -0.5,
    contacts: tuple[Contact, ...] = SEATED,
    hip: float = 100,
    knee: float = 90,
) -> Pose:
    legs = {"hip_bend": hip, "knee_bend": knee}
    angles = {f"{side}_{name}": angle for side in ("left", "right") for name, angle in legs.items()}
    return Pose(
        pose_id,
        View.SIDE,
        CAMERAS[View.SIDE],
        (x, 0.09, 0.0),
        facing(turn, 10, 0),
        MappingProxyType(angles),
        (Prop(PropKind.MAT),),
        contacts,
    )


def test_a_seated_body_opens_its_knees_where_its_feet_would_sink() -> None:
    first, second = seated("a", turn=0, hip=120, knee=100), seated("b", turn=0, hip=60, knee=100)
    pose = blend(first, second, 0.5)
    assert pose.angle("left_knee_bend") < 60
    assert pose.angle("left_knee_bend") == pose.angle("right_knee_bend")
    standing = blend(replace(first, contacts=()), second, 0.5)
    assert standing.angle("left_knee_bend") == pytest.approx(100), "only who stays seated"
    assert -reach(body(pose), DOWN, ("seat",)) < -reach(body(standing), DOWN, ("seat",))


def test_a_leg_that_is_clear_of_the_floor_is_left_alone() -> None:
    first, second = seated("a", turn=0, hip=120, knee=30), seated("b", turn=0, hip=120, knee=50)
    assert blend(first, second, 0.5).angle("left_knee_bend") == pytest.approx(40)


def test_a_way_without_a_detour_is_its_stops() -> None:
    first, second = seated("standing", turn=0), seated("sit-sideways", turn=0)
    assert way({}, (first, second)) == (first, second)
    assert way({}, ()) == ()


def test_a_way_to_the_wall_passes_the_side_lean() -> None:
    sit = seated("sit-sideways", turn=58)
    legs_up = seated("legs-up", turn=0, contacts=TO_WALL)
    lean = seated("lean-back", turn=40, x=-0.26)
    passed = way({"lean-back": lean, "soles-on-wall": replace(lean, id="soles-on-wall")}, (sit, legs_up))
    assert [pose.id for pose in passed] == ["sit-sideways", "lean-back", "soles-on-wall", "legs-up"]
    assert passed[1].root == lean.root


def test_a_way_in_the_room_takes_place_where_its_stops_are() -> None:
    sit = seated("sit-sideways", turn=58, x=-0.8)
    rest = replace(seated("supported-rest", turn=0, x=-0.6), props=(Prop(PropKind.BOLSTER),))
    lean = seated("lean-back", turn=40, x=-0.26)
    _, passed, _ = way({"lean-back": lean}, (sit, rest))
    assert passed.root[0] == pytest.approx(-0.7)
    assert {prop.kind: prop.solid for prop in passed.props} == {PropKind.MAT: 0.5, PropKind.BOLSTER: 0.5}
    assert skeleton_points(passed)["pelvis"][0] == pytest.approx(-0.7)


def test_a_way_in_the_room_reaches_for_no_wall() -> None:
    chair_sit = seated("chair-sit", turn=58, x=-0.8)
    calves = replace(seated("calves-on-chair", turn=0, x=-0.5), contacts=())
    lean = seated("lean-back", turn=40, x=-0.26, contacts=TO_WALL)
    _, passed, _ = way({"lean-back": lean}, (chair_sit, calves))
    assert passed.contacts == SEATED
