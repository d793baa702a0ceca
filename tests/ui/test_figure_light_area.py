"""How little of the picture the light changes: a breath's moments, halos without an edge, zones without dark margins."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from legsup.places import assets
from legsup.services.library.poses import load_poses
from legsup.ui.figure.boxes import around, touch
from legsup.ui.figure.light import Light
from legsup.ui.figure.picture import Picture
from legsup.ui.figure.trimming import shining
from legsup.ui.figure.zones import bloom, zones
from legsup.ui.theme import DUSK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from legsup.domain.body.pose import Pose

pytestmark = pytest.mark.usefixtures("qtbot")
SIZE = QSize(1280, 800)
FRAMES = 600


@pytest.fixture(scope="module")
def poses() -> Mapping[str, Pose]:
    return load_poses(assets() / "poses")[0]


def picture_of(pose: Pose) -> Picture:
    return Picture(pose, DUSK, QRectF(0, 0, SIZE.width(), SIZE.height()))


def moment(frame: int) -> tuple[float, int]:
    """Give awareness and direction of a breath of four seconds in and six out, sixty times a second."""
    at = frame / 60
    if at < 4:
        return (1 - cos(pi * at / 4)) / 2, 1
    return (1 + cos(pi * (at - 4) / 6)) / 2, -1


def test_a_breath_changes_an_eleventh_of_the_picture_a_frame_and_nearly_every_frame(
    poses: Mapping[str, Pose],
) -> None:
    light = Light(picture_of(poses["legs-up"]), 1.0)
    light.move(*moment(0))
    changes = [light.move(*moment(frame)) for frame in range(FRAMES)]
    seen = [(right - left) * (bottom - top) for left, top, right, bottom in filter(None, changes)]
    assert sum(seen) / FRAMES < SIZE.width() * SIZE.height() / 11
    assert len(seen) > 0.95 * FRAMES, "it glides: a frame left out is seen as a jerk"


def painted(light: Light) -> NDArray[np.int16]:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    painter = QPainter(image)
    light.paint(painter, (0, 0, SIZE.width(), SIZE.height()))
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).astype(np.int16)


def test_what_lags_is_not_seen(poses: Mapping[str, Pose]) -> None:
    picture = picture_of(poses["legs-up"])
    gliding, lags = Light(picture, 1.0), list[int]()
    for frame in range(FRAMES):
        gliding.move(*moment(frame))
        if frame % 60 == 30:
            at_once = Light(picture, 1.0)
            at_once.move(*moment(frame))
            lags.append(int(np.abs(painted(gliding) - painted(at_once)).max()))
    assert 0 < max(lags) <= 8, "of 255, where the light goes fast"


def test_the_same_moment_changes_nothing(poses: Mapping[str, Pose]) -> None:
    light = Light(picture_of(poses["legs-up"]), 1.0)
    assert light.move(0.4, 1)
    assert light.move(0.4, 1) is None
    assert light.move(None, 0)
    assert light.move(None, 0) is None


def test_the_box_round_boxes_reaches_from_the_least_to_the_greatest() -> None:
    boxes = [(4, 8, 20, 30), (5, 2, 21, 29), (3, 9, 19, 31), (6, 7, 22, 28)]
    assert around(boxes) == (3, 2, 22, 31)
    assert around(boxes[:1]) == boxes[0]


def test_a_halo_has_no_edge(poses: Mapping[str, Pose]) -> None:
    halo = bloom(picture_of(poses["legs-up"]), 1.0).toImage()
    opacities = [halo.pixelColor(x, halo.height() // 2).alpha() for x in range(halo.width() // 2)]
    assert opacities[0] <= 1
    assert opacities[-1] > 60
    assert all(0 <= after - before <= 2 for before, after in pairwise(opacities))


def test_legs_that_are_apart_have_zones_of_their_own(poses: Mapping[str, Pose]) -> None:
    wide = [zone.box[2] - zone.box[0] for zone in zones(picture_of(poses["butterfly"]), 1.0)]
    assert max(wide) < 350, "not one that reaches from knee to knee"


def test_a_zone_is_where_it_shines(poses: Mapping[str, Pose]) -> None:
    zone = list(zones(picture_of(poses["legs-up"]), 1.0))[2]
    left, top, right, bottom = may = zone.box
    picture = zone.picture
    west, north, east, south = zone.box
    assert touch(zone.box, may)
    assert (east - west) * (south - north) < 0.75 * (right - left) * (bottom - top)
    assert picture.deviceIndependentSize() == QSize(east - west, south - north).toSizeF()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_what_is_seen_is_kept_and_margins_are_not(ratio: float) -> None:
    image = QImage(QSize(80, 60) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(0, 0, 0, 1))
    painter = QPainter(image)
    painter.fillRect(QRect(13, 22, 20, 9), QColor(255, 200, 140))
    painter.end()
    assert shining(image) == QRect(QPoint(12, 20), QPoint(35, 31))
    image.fill(QColor(0, 0, 0, 1))
    assert shining(image) == QRect(0, 0, 80, 60)
