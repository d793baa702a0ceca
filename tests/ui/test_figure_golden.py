"""Small pictures of every pose, judged by eye once: a change that can be seen is a change that someone looks at.

``python -m tools.gallery --golden`` renews them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from legsup.domain.body.pose import mirrored, turned_round
from legsup.domain.sequence import Side
from legsup.places import assets
from legsup.services.library.poses import load_poses
from legsup.ui.figure.card import render_card
from legsup.ui.theme import DUSK
from tests.ui.pictures import differences

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from legsup.domain.body.pose import Pose

GOLDEN = Path(__file__).parent / "golden"
POSES, _ = load_poses(assets() / "poses")
#: Edges may fall a little differently on another platform: mean difference of a channel, and share of strange ones.
MEAN, STRANGE_SHARE = 1.5, 0.006


@pytest.mark.parametrize("pose_id", sorted(POSES))
@pytest.mark.usefixtures("qtbot")
def test_a_pose_looks_as_it_was_judged(pose_id: str) -> None:
    golden = QImage(str(GOLDEN / f"{pose_id}.png"))
    assert not golden.isNull()
    mean, strange = differences(render_card(POSES[pose_id], DUSK, QSize(112, 84), 1.0), golden)
    assert mean <= MEAN
    assert strange <= STRANGE_SHARE


def _as_drawn(pose: Pose) -> Pose:
    return pose


@pytest.mark.parametrize(
    ("pose_id", "side", "turned"),
    [
        ("legs-up", None, _as_drawn),
        ("needle", Side.LEFT, _as_drawn),
        ("needle", Side.RIGHT, mirrored),
        ("side-rest", None, turned_round),
    ],
)
@pytest.mark.usefixtures("qtbot")
def test_with_the_wall_on_the_left_a_card_is_the_other_way_round(
    pose_id: str, side: Side | None, turned: Callable[[Pose], Pose]
) -> None:
    size, pose = QSize(112, 84), POSES[pose_id]
    seen = render_card(pose, DUSK, size, 1.0, side=side, flipped=True)
    mean, _ = differences(seen.flipped(Qt.Orientation.Horizontal), render_card(turned(pose), DUSK, size, 1.0))
    assert mean <= MEAN
    assert differences(seen, render_card(pose, DUSK, size, 1.0))[0] > 2 * MEAN


def test_the_guard_can_tell_poses_apart(qtbot: QtBot) -> None:
    assert qtbot
    first, second = (QImage(str(GOLDEN / f"{name}.png")) for name in ("legs-up", "walk-up"))
    mean, strange = differences(first, second)
    assert mean > MEAN
    assert strange > STRANGE_SHARE


def test_every_golden_picture_is_of_a_pose() -> None:
    assert {file.stem for file in GOLDEN.glob("*.png")} == set(POSES)
