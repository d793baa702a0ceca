"""How the shipped poses change into one another: as people move, on the ground, along the wall and without a jerk."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from legsup.domain.body.blending import blend, way
from legsup.domain.body.ellipsoids import DOWN, TO_WALL, body, reach
from legsup.domain.body.skeleton import skeleton_points
from legsup.domain.body.space import distance
from legsup.places import assets
from legsup.services.library.poses import load_poses
from legsup.ui.figure.motion import BLEND, Kind, Motion, eased, interval, moved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.domain.body.pose import Pose

pytestmark = pytest.mark.uncounted

POSES, _ = load_poses(assets() / "poses")


def on_the_way(first: str, second: str) -> Iterator[Pose]:
    for start, end in pairwise(way(POSES, (POSES[first], POSES[second]))):
        yield from (blend(start, end, step / 10) for step in range(1, 11))


def test_turning_to_sit_at_the_wall_the_seat_stays_low() -> None:
    for pose in on_the_way("press-up", "sit-against-wall"):
        assert -reach(body(pose), DOWN, ("seat",)) < 0.03, "standing it would be 0.45"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("side-lying", "hands-and-knees"),
        ("side-lying", "press-up"),
        ("childs-pose", "press-up"),
        ("knees-hugged", "side-lying"),
        ("hands-and-knees", "childs-pose"),
    ],
)
def test_no_body_hovers_over_its_hands(first: str, second: str) -> None:
    for pose in on_the_way(first, second):
        parts = body(pose)
        rest = tuple(name for name in parts if not name.endswith(("forearm", "hand", "thumb")))
        assert -reach(parts, DOWN, rest) < 0.03


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("sit-sideways", "soles-on-wall"),
        ("chair-sit", "calves-on-chair"),
        ("side-lying", "childs-pose"),
        ("press-up", "sit-against-wall"),
        ("butterfly", "soles-on-wall"),
        ("needle", "soles-on-wall"),
    ],
)
def test_no_joint_jerks_on_the_way(first: str, second: str) -> None:
    pictures = 27
    for start, end in pairwise(way(POSES, (POSES[first], POSES[second]))):
        places = [skeleton_points(blend(start, end, eased(step / pictures))) for step in range(pictures + 1)]
        steps = [[distance(old[name], new[name]) for name in old] for old, new in pairwise(places)]
        for slow, fast in pairwise(steps):
            assert max(after - before for before, after in zip(slow, fast, strict=True)) < 0.035


@pytest.mark.parametrize("first", ["legs-up", "walk-up", "supported-cushion", "butterfly"])
def test_feet_slide_down_the_wall(first: str) -> None:
    for pose in on_the_way(first, "soles-on-wall"):
        for side in ("left", "right"):
            assert abs(reach(body(pose), TO_WALL, (f"{side}_foot",))) < 0.01


def test_a_movement_is_shown_as_often_as_half_a_core_can_and_never_stutters() -> None:
    assert interval(0.004) == 20
    assert interval(0.010) == 20
    assert interval(0.015) == 30
    assert interval(0.500) == 40


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("legs-up", "soles-on-wall"),
        ("sit-sideways", "lean-back"),
        ("side-lying", "press-up"),
        ("crouch", "standing"),
    ],
)
def test_between_the_reckoned_places_the_body_glides_where_it_would_be(first: str, second: str) -> None:
    motion = Motion((POSES[first], POSES[second]), 0.0)
    for number in range(61):
        fraction = eased(number / 60)
        shown = skeleton_points(motion.at(number / 60 * BLEND).pose)
        there = skeleton_points(blend(POSES[first], POSES[second], fraction))
        assert max(distance(shown[name], there[name]) for name in there) < 0.012
        assert reach(body(motion.at(number / 60 * BLEND).pose, detail=4), DOWN) < 0.008, "in the floor"


def test_a_movement_is_calm_at_its_ends_alone() -> None:
    poses = (POSES["legs-up"], POSES["soles-on-wall"], POSES["soles-on-floor"])
    motion = Motion(poses, 0.0)
    calm = [motion.at(motion.seconds * number / 40).calm for number in range(41)]
    assert (calm[0], calm[20], calm[40]) == (1.0, 0.0, 1.0)
    assert calm == sorted(calm[:20], reverse=True) + sorted(calm[20:])


@pytest.mark.parametrize("seat", ["sit-against-wall", "seated-chair"])
def test_who_is_up_at_the_end_is_not_shown_sitting_down_again(seat: str) -> None:
    assert moved(POSES, POSES["stand-holding"], POSES[seat], 0.0).kind is Kind.FADE
    assert moved(POSES, POSES[seat], POSES["stand-holding"], 0.0).kind is Kind.MOVE, "the way up is shown"
