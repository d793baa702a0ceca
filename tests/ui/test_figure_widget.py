"""The figure on the screen: it moves from pose to pose, shines with the breath, and is at rest when nothing moves."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer

from legsup.domain.body.bed import in_bed
from legsup.domain.body.pose import CAMERAS, Pose, Prop, PropKind, View, facing
from legsup.ui.figure.card import render_card
from legsup.ui.figure.motion import REST, SLOW_BLEND, Kind, Motion
from legsup.ui.figure.widget import BodyFigure
from legsup.ui.theme import DUSK, LINEN
from tests.ui.pictures import differences

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

MAT = (Prop(PropKind.MAT),)
UPRIGHT = Pose("upright", View.SIDE, CAMERAS[View.SIDE], (-0.7, 0.53, 0.0), facing(0, 0, 0), props=MAT)
LYING = Pose("lying", View.SIDE, CAMERAS[View.SIDE], (-0.5, 0.08, 0.0), facing(0, 90, 0), props=MAT)


CROSSED = replace(LYING, id="crossed", angles=MappingProxyType({"right_hip_bend": 80, "right_knee_bend": 90}))
SIDED = replace(CROSSED, id="sided", keeps_side=True)


class PaintWatch(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def figure(qtbot: QtBot, clock: Clock) -> BodyFigure:
    widget = BodyFigure(
        MappingProxyType({"upright": UPRIGHT, "lying": LYING, "crossed": CROSSED, "sided": SIDED}),
        clock=clock,
    )
    qtbot.addWidget(widget)
    widget.resize(360, 270)
    widget.show()
    return widget


def picture(figure: BodyFigure) -> QImage:
    return figure.grab().toImage()


def test_a_pose_blends_into_the_next_and_then_rests(figure: BodyFigure, clock: Clock, qtbot: QtBot) -> None:
    figure.show_pose("upright", None)
    upright = picture(figure)
    assert not figure.moving
    figure.show_pose("lying", None)
    assert figure.moving
    clock.now += 0.75
    half_way = picture(figure)
    clock.now += 1.0
    qtbot.waitUntil(lambda: not figure.moving, timeout=60_000)
    lying = picture(figure)
    assert upright != half_way != lying != upright


def test_an_unknown_pose_leaves_the_room_empty(figure: BodyFigure) -> None:
    figure.show_pose(None, None)
    empty = picture(figure)
    figure.show_pose("upright", None)
    assert picture(figure) != empty
    figure.show_pose("no-such-pose", "left")
    assert picture(figure) == empty
    figure.show_breath(0.5, 1)
    assert picture(figure) == empty


def test_the_breath_moves_the_light(figure: BodyFigure, clock: Clock) -> None:
    figure.show_pose("lying", None)
    dark = picture(figure)
    figure.show_breath(0.3, 1)
    clock.now += 2
    figure.show_breath(0.3, 1)
    rising = picture(figure)
    figure.show_breath(0.3, -1)
    assert dark != rising != picture(figure)
    figure.show_breath(None, 0)
    assert picture(figure) == dark


def test_a_demonstration_goes_round_until_a_pose_is_shown(
    figure: BodyFigure, clock: Clock, qtbot: QtBot
) -> None:
    figure.demonstrate(["upright", "lying", "unknown"])
    seen = [picture(figure)]
    for _ in range(4):
        clock.now += 1.4
        seen.append(picture(figure))
    assert figure.moving
    assert any(one != seen[0] for one in seen)
    figure.show_pose("upright", None)
    clock.now += 2
    qtbot.waitUntil(lambda: not figure.moving, timeout=60_000)


def test_hidden_it_does_not_move(figure: BodyFigure) -> None:
    figure.demonstrate(["upright", "lying"])
    figure.hide()
    assert not figure.moving
    figure.show()
    assert figure.moving


def test_still_it_changes_at_once(figure: BodyFigure) -> None:
    figure.set_still(True)
    figure.show_pose("upright", None)
    figure.show_pose("lying", None)
    assert not figure.moving


def test_wall_side_and_theme_change_the_picture(figure: BodyFigure) -> None:
    figure.show_pose("lying", None)
    before = picture(figure)
    figure.set_wall_side("left")
    flipped = picture(figure)
    figure.set_theme(LINEN)
    assert before != flipped != picture(figure)


def test_a_card_has_its_size_in_device_pixels() -> None:
    card = render_card(UPRIGHT, DUSK, QSize(120, 80), 2.0)
    assert card.size() == QSize(240, 160)
    assert card.pixelColor(0, 0).alpha() == 0
    assert card.pixelColor(120, 80).alpha() == 255


def test_after_a_demonstration_the_picture_fades_over(figure: BodyFigure, clock: Clock) -> None:
    figure.demonstrate(["upright", "lying"])
    shown = picture(figure)
    figure.show_pose("lying", None)
    clock.now += 0.45
    fading = picture(figure)
    clock.now += 1.0
    assert shown != fading != picture(figure)


def test_a_demonstration_fades_in_over_what_was_shown(figure: BodyFigure, clock: Clock) -> None:
    figure.show_pose("lying", None)
    before = picture(figure)
    figure.demonstrate(["upright", "lying"])
    assert differences(picture(figure), before)[1] < 0.01
    clock.now += 1.0
    assert differences(picture(figure), before)[1] > 0.01


def test_in_bed_the_mat_is_a_bed_and_standing_fades_over(figure: BodyFigure, clock: Clock) -> None:
    figure.show_pose("lying", None)
    on_the_floor = picture(figure)
    figure.set_bed(True)
    on_the_bed = picture(figure)
    assert on_the_bed != on_the_floor
    figure.show_pose("upright", None)
    clock.now += 0.45
    fading = picture(figure)
    clock.now += 0.45
    assert on_the_bed != fading != picture(figure)
    figure.show_pose("lying", None)
    figure.set_bed(False)
    assert picture(figure) == on_the_floor


def test_a_demonstration_that_gets_into_bed_fades_over(clock: Clock) -> None:
    beside, lying = in_bed(UPRIGHT), in_bed(LYING)
    motion = Motion((beside, lying), clock(), Kind.LOOP)
    half_way = motion.at(clock() + REST + SLOW_BLEND / 2)
    assert (half_way.pose, half_way.incoming) == (beside, lying)
    assert half_way.fade == pytest.approx(0.5)


def test_the_same_wish_twice_starts_nothing_anew(figure: BodyFigure, clock: Clock, qtbot: QtBot) -> None:
    figure.show_pose("upright", None)
    figure.show_pose("lying", "right")
    clock.now += 2
    qtbot.waitUntil(lambda: not figure.moving, timeout=60_000)
    figure.show_pose("lying", "right")
    assert not figure.moving
    figure.demonstrate(["upright", "lying"])
    before = picture(figure)
    clock.now += 3
    moved = picture(figure)
    figure.demonstrate(["upright", "lying"])
    assert before != moved == picture(figure)


def test_the_other_side_is_the_mirrored_pose(figure: BodyFigure) -> None:
    figure.set_still(True)
    figure.show_pose("crossed", "right")
    right = picture(figure)
    figure.show_pose("crossed", "left")
    left = picture(figure)
    assert left != right
    figure.set_wall_side("left")
    flipped = picture(figure).flipped(Qt.Orientation.Horizontal)
    assert differences(flipped, right)[0] < 1.5 < differences(flipped, left)[0]


def test_where_the_side_below_matters_the_wall_moves_and_the_body_does_not_turn_over(
    figure: BodyFigure,
) -> None:
    figure.set_still(True)
    turned = {}
    for name in ("crossed", "sided"):
        figure.set_wall_side("right")
        figure.show_pose(name, None)
        before = picture(figure)
        figure.set_wall_side("left")
        turned[name] = differences(picture(figure).flipped(Qt.Orientation.Horizontal), before)[0]
    assert turned["crossed"] < 1.5 < turned["sided"]


def test_the_still_figure_waits_for_the_turn_of_the_breath(figure: BodyFigure, clock: Clock) -> None:
    figure.set_still(True)
    figure.show_pose("lying", None)
    figure.show_breath(0.1, 1)
    clock.now += 2
    figure.show_breath(0.1, 1)
    rising = picture(figure)
    figure.show_breath(0.7, 1)
    assert picture(figure) == rising
    figure.show_breath(0.7, -1)
    assert picture(figure) != rising


def test_a_still_demonstration_shows_pose_after_pose(figure: BodyFigure, clock: Clock) -> None:
    figure.set_still(True)
    figure.demonstrate(["upright", "lying"])
    first = picture(figure)
    clock.now += 1
    assert picture(figure) == first
    clock.now += 4
    assert picture(figure) != first


def test_the_belly_rises(figure: BodyFigure, clock: Clock) -> None:
    figure.show_pose("lying", None)
    picture(figure)
    figure.show_breath(1.0, 0)
    clock.now += 2
    figure.show_breath(1.0, 0)
    full = picture(figure)
    figure.show_breath(0.97, 0)
    assert picture(figure) != full


def test_nothing_is_painted_when_nothing_changes(figure: BodyFigure, clock: Clock, qtbot: QtBot) -> None:
    figure.show_pose("lying", None)
    figure.show_breath(0.5, 1)
    clock.now += 2
    figure.show_breath(0.5, 1)
    picture(figure)
    painted = PaintWatch()
    figure.installEventFilter(painted)
    figure.show_breath(0.5, 1)
    figure.show_breath(0.5001, 1)
    qtbot.waitUntil(lambda: True, timeout=60_000)
    assert painted.count == 0
    figure.show_breath(0.6, 1)
    qtbot.waitUntil(lambda: painted.count == 1, timeout=60_000)


def test_a_movement_keeps_its_beat(figure: BodyFigure, clock: Clock) -> None:
    figure.show_pose("upright", None)
    figure.show_pose("lying", None)
    (timer,) = figure.findChildren(QTimer)
    running = timer.timerId()
    for _ in range(3):
        clock.now += 0.02
        timer.timeout.emit()
    assert timer.timerId() == running, "begun anew, each picture would come later by what the last one took"
