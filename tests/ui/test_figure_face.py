"""A face at rest: a nose in profile, the eye that is seen closed, and none on a face that looks away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSize

from legsup.places import assets
from legsup.services.library.poses import load_poses
from legsup.ui.figure.picture import Grade, Picture
from legsup.ui.floor_figure import outlined
from legsup.ui.theme import DUSK, LINEN

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

POSES, _ = load_poses(assets() / "poses")


def layers_of(pose: str, *, flipped: bool = False) -> dict[str, int]:
    area = QRectF(0, 0, 800, 600)
    seen = Picture(POSES[pose], DUSK, area, flipped=flipped, grade=Grade.CARD).layers
    names = [each.name for each in seen]
    return {name: names.count(name) for name in names}


@pytest.mark.parametrize("flipped", [False, True])
@pytest.mark.parametrize("pose", ["legs-up", "standing", "side-rest", "sit-against-wall", "butterfly"])
def test_one_eye_is_seen_from_the_side(pose: str, flipped: bool) -> None:  # noqa: FBT001 - a parameter of the test
    found = layers_of(pose, flipped=flipped)
    assert found["face"] == 1
    assert found["head"] == 2, "the skull, and the eye that is seen"


def test_a_face_that_looks_away_has_no_eye() -> None:
    away = [pose for pose in POSES if "face" not in layers_of(pose)]
    assert all(layers_of(pose)["head"] == 1 for pose in away)


def test_the_nose_is_the_foremost_of_a_face_that_looks_to_the_wall() -> None:
    face = next(
        each
        for each in Picture(POSES["standing"], LINEN, QRectF(0, 0, 800, 600), grade=Grade.CARD).layers
        if each.name == "face"
    )
    edge = [(x + wide, y) for run in face.runs for x, y, wide, _, _ in run]
    foremost, height = max(edge)
    others = [x for x, y in edge if abs(y - height) > 8]
    assert foremost - max(others) > 1.5


def test_an_outline_of_lines_has_no_blot_for_an_eye(qtbot: QtBot) -> None:
    assert qtbot
    drawn = outlined(POSES["legs-up"], QSize(800, 600), "#ffffff", flipped=False, ratio=1.0).toImage()
    layers = Picture(POSES["legs-up"], DUSK, QRectF(0, 0, 800, 600), grade=Grade.CARD).layers
    eye = [each for each in layers if each.name == "head"][-1].path.boundingRect().center().toPoint()
    assert drawn.pixelColor(eye).alpha() == 0
