"""Between the places that a movement passes little is reckoned: what is seen glides, and is what it would be otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from legsup.places import assets
from legsup.services.library.poses import load_poses
from legsup.ui.figure.motion import Kind, Motion
from legsup.ui.figure.moving import MovingBody
from legsup.ui.figure.picture import Grade, Picture
from legsup.ui.theme import DUSK
from tests.ui.pictures import differences

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from legsup.domain.body.pose import Pose
    from legsup.ui.figure.motion import Moment

POSES, _ = load_poses(assets() / "poses")
SIZE = QSize(160, 120)
MOVES = [
    ("legs-up", "soles-on-wall"),
    ("sit-sideways", "lean-back"),
    ("legs-up", "butterfly"),
    ("side-lying", "press-up"),
]


def picture(pose: Pose) -> Picture:
    return Picture(pose, DUSK, QRectF(0, 0, SIZE.width(), SIZE.height()), grade=Grade.MOVING)


def painted(moment: Moment, body: MovingBody | None) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    if body:
        body.paint(painter, moment)
    else:
        picture(moment.pose).paint(painter, calm=moment.calm)
    painter.end()
    return image


@pytest.mark.parametrize(("first", "second"), MOVES)
def test_a_limb_is_seen_where_it_would_be(first: str, second: str) -> None:
    motion = Motion((POSES[first], POSES[second]), 0.0)
    for number in range(1, 24):
        moment = motion.at(motion.seconds * number / 24)
        assert moment.passed
        low, high, fraction = moment.passed
        shown = picture(low).seen.toward(picture(high).seen, fraction)
        there = picture(moment.pose).seen
        for name, run in there.parts.items():
            for (x, y, *_), (seen_x, seen_y, *_) in zip(run, shown.parts[name], strict=True):
                assert abs(x - seen_x) + abs(y - seen_y) < 0.012 * there.scale, name


@pytest.mark.parametrize(("first", "second"), MOVES)
def test_a_movement_looks_as_if_all_of_it_were_reckoned(qtbot: QtBot, first: str, second: str) -> None:
    assert qtbot
    motion = Motion((POSES[first], POSES[second]), 0.0)
    body = MovingBody(picture, 1.0)
    for number in (3, 10, 12, 15, 21):
        moment = motion.at(motion.seconds * number / 24)
        mean, strange = differences(painted(moment, body), painted(moment, None))
        assert mean < 0.6
        assert strange < 0.006


def test_from_the_second_round_on_a_demonstration_reckons_no_body(qtbot: QtBot) -> None:
    assert qtbot
    made: list[Pose] = []

    def make(pose: Pose) -> Picture:
        made.append(pose)
        return picture(pose)

    motion = Motion((POSES["legs-up"], POSES["soles-on-wall"]), 0.0, Kind.LOOP)
    body = MovingBody(make, 1.0)
    moments = [1.5 + number / 20 for number in range(45)]
    for at in moments:
        painted(motion.at(at), body)
    first = len(made)
    for at in moments:
        painted(motion.at(motion.seconds + at), body)
    assert len(made) - first == len(moments)
    assert first > len(moments)
