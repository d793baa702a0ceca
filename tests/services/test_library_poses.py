"""Pose files: the shipped ones are true to the body and the room; bad ones are refused with every fault at its key path."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.domain.body.bed import BED_HEIGHT, in_bed
from legsup.domain.body.ellipsoids import DOWN, TO_WALL, body, reach
from legsup.domain.body.pose import Pose, PropKind, View
from legsup.domain.body.skeleton import skeleton
from legsup.domain.body.space import scaled
from legsup.domain.fault import FaultyFileError
from legsup.domain.postures import POSTURES, Posture
from legsup.places import assets
from legsup.services.library.poses import load_poses, pose_from
from legsup.services.library.toml import parsed
from tests.domain.angles import angle_between

if TYPE_CHECKING:
    from legsup.domain.fault import Fault

POSES, FAULTS = load_poses(assets() / "poses")
IDS = [
    "standing",
    "seated-chair",
    "sit-sideways",
    "lean-back",
    "turn-down",
    "soles-on-wall",
    "walk-up",
    "legs-up",
    "legs-up-belly",
    "supported-cushion",
    "supported-blocks",
    "bed-sit",
    "bed-legs-up",
    "bed-side",
    "butterfly",
    "soles-on-floor",
    "needle-floor",
    "needle",
    "chair-sit",
    "calves-on-chair",
    "knees-hugged",
    "side-lying",
    "hands-and-knees",
    "childs-pose",
    "press-up",
    "sit-against-wall",
    "stand-holding",
    "supported-rest",
    "feet-raised",
    "crouch",
    "supported-knees",
    "hands-and-knees-to-wall",
    "foot-forward",
    "half-kneeling",
    "rising",
    "side-sit",
    "side-press-up",
    "side-rest",
]
AT_THE_WALL = ["legs-up", "legs-up-belly", "bed-legs-up"]
SOUND = """
view = "side"
[root]
x = -0.5
y = 0.5
[both]
knee_bend = 10
"""


def test_every_pose_of_the_sequences_is_there_without_a_fault() -> None:
    assert FAULTS == ()
    assert set(POSES) == set(IDS)


@pytest.mark.parametrize("pose_id", IDS)
def test_nothing_is_under_the_floor_or_behind_the_wall(pose_id: str) -> None:
    parts = body(POSES[pose_id])
    assert reach(parts, DOWN) < 0.010
    assert reach(parts, TO_WALL) < 0.010


@pytest.mark.parametrize("pose_id", IDS)
def test_what_rests_on_something_touches_it(pose_id: str) -> None:
    pose = POSES[pose_id]
    parts = body(pose)
    assert pose.contacts
    for contact in pose.contacts:
        if contact.surface == "belly":
            continue
        if contact.surface == "wall":
            gap = -reach(parts, TO_WALL, (contact.part,))
        else:
            gap = -reach(parts, DOWN, (contact.part,)) - contact.height
        assert abs(gap) < 0.014, f"{contact.part} is {gap:+.3f} from the {contact.surface}"


@pytest.mark.parametrize("pose_id", IDS)
def test_a_hand_on_the_wall_lies_flat_on_it(pose_id: str) -> None:
    bones = skeleton(POSES[pose_id])
    for contact in POSES[pose_id].contacts:
        if contact.surface == "wall" and contact.part.endswith("hand"):
            hand = bones[contact.part]
            assert abs(hand.end[0] - hand.start[0]) < 0.008, "no fingertips alone, no heel of the hand alone"


@pytest.mark.parametrize("pose_id", AT_THE_WALL)
def test_legs_up_is_never_a_hard_right_angle(pose_id: str) -> None:
    pose = POSES[pose_id]
    parts, bones = body(pose), skeleton(pose)
    assert 0.05 <= -reach(parts, TO_WALL, ("seat", "trunk")) <= 0.15
    for side in ("left", "right"):
        thigh, trunk = scaled(bones[f"{side}_thigh"].axes[1], -1), bones["pelvis"].axes[1]
        assert 95 <= angle_between(thigh, trunk) <= 105
        assert 5 <= pose.angle(f"{side}_knee_bend") <= 12
        assert abs(bones[f"{side}_foot"].axes[0][1]) < 0.05, "the soles are level"


def test_the_way_in_is_a_side_lean_and_no_v_sit() -> None:
    for pose_id in ("lean-back", "turn-down"):
        pose = POSES[pose_id]
        assert skeleton(pose)["chest"].axes[0][2] > 0.1, "the chest is turned to the side"
        for side in ("left", "right"):
            assert pose.angle(f"{side}_knee_bend") > 60


def test_the_needle_keeps_its_shin_level_and_its_foot_flexed() -> None:
    pose = POSES["needle"]
    shin = skeleton(pose)["left_shin"]
    assert abs(shin.end[1] - shin.start[1]) < 0.01
    assert pose.angle("right_ankle_bend") >= 15
    assert POSES["needle-floor"].angle("right_ankle_bend") >= 15


@pytest.mark.parametrize("pose_id", ["legs-up-belly", "bed-legs-up", "butterfly"])
def test_hands_rise_with_the_belly(pose_id: str) -> None:
    pose = POSES[pose_id]
    out = skeleton(pose)["waist"].axes[0]
    still, full = body(pose), body(pose, breath=1.0)
    for side in ("left", "right"):
        hand = (f"{side}_hand",)
        assert reach(full, out, hand) - reach(still, out, hand) == pytest.approx(0.017, abs=0.003)
        assert full[f"{side}_upper_arm"] == still[f"{side}_upper_arm"]
    assert body(POSES["legs-up"], breath=1.0)["left_hand"] == body(POSES["legs-up"])["left_hand"]


def test_in_bed_one_lies_on_the_mattress_and_stands_beside_it() -> None:
    lying, standing, seated = (in_bed(POSES[name]) for name in ("knees-hugged", "standing", "seated-chair"))
    assert {prop.kind for prop in lying.props} == {PropKind.BED, PropKind.PILLOW}
    assert (lying.ground, lying.root) == (0, POSES["knees-hugged"].root)
    assert -reach(body(standing), DOWN) == pytest.approx(-BED_HEIGHT, abs=0.005)
    assert standing.ground == -BED_HEIGHT
    assert seated is POSES["seated-chair"]


def test_only_what_lies_on_a_side_that_matters_keeps_it() -> None:
    assert {name for name, pose in POSES.items() if pose.keeps_side} == {
        "side-rest",
        "side-press-up",
        "side-sit",
    }
    for name in ("side-rest", "side-press-up"):
        shoulders = skeleton(POSES[name])
        assert shoulders["left_upper_arm"].start[1] < shoulders["right_upper_arm"].start[1], (
            "the left is below"
        )


def refused(text: str) -> dict[str, str]:
    pose, faults = read(text)
    assert pose is None
    assert {fault.file for fault in faults} == {"own.toml"}
    return {fault.path: fault.found for fault in faults}


def read(text: str) -> tuple[Pose | None, tuple[Fault, ...]]:
    """Read the text of a pose file: the pose, or all that is wrong with it."""
    try:
        return pose_from(parsed(text.encode("utf-8", "replace"), "own.toml"), "own", "own.toml"), ()
    except FaultyFileError as error:
        return None, error.faults


def test_a_sound_file_is_read() -> None:
    pose, faults = read(SOUND)
    assert not faults
    assert pose
    assert (pose.view, pose.angle("left_knee_bend"), pose.root) == (View.SIDE, 10, (-0.5, 0.5, 0.0))


def test_every_fault_is_told_at_once_with_its_key_path() -> None:
    faults = refused("""
    [root]
    x = "left"
    [spine]
    tail_bend = 3
    [left]
    knee_bend = 300
    elbow_bend = true
    [[props]]
    kind = "sofa"
    place = [1, 2]
    [[contacts]]
    surface = "sky"
    """)
    assert faults.keys() == {
        "view",
        "root.x",
        "spine.tail_bend",
        "left.knee_bend",
        "left.elbow_bend",
        "props[0].kind",
        "props[0].place",
        "contacts[0].part",
        "contacts[0].surface",
    }
    assert faults["view"] == "nothing"
    assert faults["spine.tail_bend"] == "an unknown one"
    assert faults["left.knee_bend"] == "300"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("view = ", ""),
        (SOUND + "colour = 1", "both.colour"),
        (SOUND + "[camera]\nabove = 200", "camera.above"),
        (SOUND.replace("[both]", "[hind]"), "hind"),
        ('view = "side"', "root"),
        (SOUND.replace("-0.5", "nan"), "root.x"),
        ("props = [3]\n" + SOUND, "props[0]"),
        ('props = "mat"\n' + SOUND, "props"),
        ("spine = 4\n" + SOUND, "spine"),
    ],
)
def test_one_fault_has_its_path(text: str, path: str) -> None:
    assert path in refused(text)


def test_no_text_whatever_does_more_than_be_refused() -> None:
    for text in ("x = " + "[" * 5000, "root = { x = " + "9" * 5000 + " }", f"root = {{ x = {10**400} }}"):
        pose, faults = read(text)
        assert pose is None
        assert faults


KEYS = st.sampled_from(["view", "camera", "root", "spine", "both", "left", "props", "contacts", "other"])
VALUES = st.recursive(
    st.sampled_from(["true", "1", "-400", "nan", "1e999", '"side"', '"mat"', "1979-05-27", "[]"]),
    lambda inner: (
        st.lists(inner).map(lambda some: f"[{', '.join(some)}]")
        | st.dictionaries(st.sampled_from(["x", "knee_bend", "kind", "place", "part"]), inner).map(
            lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"
        )
    ),
    max_leaves=6,
)


@given(st.dictionaries(KEYS, VALUES))
def test_any_table_gives_a_pose_or_its_faults(table: dict[str, str]) -> None:
    text = "\n".join(f"{key} = {value}" for key, value in table.items())
    pose, faults = read(text)
    assert (pose is None) == bool(faults)


@given(st.text())
def test_any_text_gives_a_pose_or_its_faults(text: str) -> None:
    pose, faults = read(text)
    assert (pose is None) == bool(faults)


def test_a_bad_file_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "worse.toml").write_text("view = 3", encoding="utf-8")
    poses, faults = load_poses(tmp_path)
    assert isinstance(poses["good"], Pose)
    assert {Path(fault.file).name for fault in faults} == {"bad.toml", "worse.toml"}


def test_a_pose_says_its_posture_else_a_shipped_one_has_its_own_and_any_other_lies() -> None:
    written = {"view": "side", "root": {"x": -0.5, "y": 0.1}}
    assert pose_from({**written, "posture": "kneeling"}, "own", "own.toml").posture is Posture.KNEELING
    assert pose_from(written, "own", "own.toml").posture is Posture.LYING
    with pytest.raises(FaultyFileError) as refused:
        pose_from({**written, "posture": "sloping"}, "own", "own.toml")
    assert [(fault.path, fault.found) for fault in refused.value.faults] == [("posture", "'sloping'")]
    assert {pose_id: pose.posture for pose_id, pose in POSES.items()} == dict(POSTURES)
