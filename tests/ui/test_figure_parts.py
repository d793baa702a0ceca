"""The parts of a figure's picture: what is nearer lies over what is farther, and what is on its way is fainter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from legsup.domain.body.pose import Pose, mirrored
from legsup.places import assets
from legsup.services.library.poses import load_poses
from legsup.ui.figure.mixing import mixed
from legsup.ui.figure.picture import Picture
from legsup.ui.figure.props import paint_props
from legsup.ui.figure.resting import RestingBody
from legsup.ui.figure.seen import LIMBS
from legsup.ui.theme import DUSK

pytestmark = pytest.mark.usefixtures("qapp")
POSES, _ = load_poses(assets() / "poses")
AREA = QRectF(0, 0, 160, 120)


def pictured(pose: Pose) -> Picture:
    return Picture(pose, DUSK, AREA)


def test_a_colour_half_way_is_half_way_in_each_of_its_channels() -> None:
    assert mixed("#204060", "#60a0e0", 0.5).name() == "#4070a0"
    assert mixed("#204060", "#60a0e0", 0.0).name() == "#204060"
    assert mixed("#204060", "#60a0e0", 1.0).name() == "#60a0e0"


def test_a_limb_that_is_nearer_lies_over_one_that_is_farther() -> None:
    for pose in POSES.values():
        picture = pictured(pose)
        names = [layer.name for layer in picture.layers]
        trunk = names.index("trunk")
        for group in (names[:trunk], names[trunk:]):
            depths = [picture.seen.depths[name] for name in group if name in LIMBS]
            assert depths == sorted(depths), pose


def test_hair_lies_over_a_face_that_is_turned_away_and_below_one_that_is_seen() -> None:
    turned: set[bool] = set()
    for pose in (each for one in POSES.values() for each in (one, mirrored(one))):
        picture = pictured(pose)
        names = [layer.name for layer in picture.layers]
        turned.add(picture.seen.away)
        assert ("face" in names) is not picture.seen.away
        if "face" in names:
            assert names.index("hair") < names.index("face")
    assert turned == {False, True}


def test_a_prop_that_is_on_its_way_is_fainter() -> None:
    pose = POSES["calves-on-chair"]

    def inked(solid: float) -> int:
        image = QImage(QSize(160, 120), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_props(painter, pictured(pose).screen, DUSK, [replace(each, solid=solid) for each in pose.props])
        painter.end()
        return max(image.pixelColor(x, y).alpha() for x in range(0, 160, 4) for y in range(0, 120, 4))

    assert inked(1.0) == 255
    assert 0 < inked(0.2) < 200


def test_a_still_light_changes_with_the_turns_of_the_breath_alone() -> None:
    def lit(awareness: float, direction: int) -> QImage:
        body = RestingBody(pictured(POSES["legs-up"]), 1.0, shown=True)
        body.move(awareness, direction, still=True, strength=1.0)
        image = QImage(QSize(160, 120), QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(image)
        body.paint(painter, image.rect())
        painter.end()
        return image

    assert lit(0.3, 1) == lit(0.7, 1)
    assert lit(0.3, 1) != lit(0.3, -1)
