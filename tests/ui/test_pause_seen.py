"""What is seen in a pause: one body, still, where it was; the words that were said; and that it is a pause."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from legsup.domain.body.pose import CAMERAS, Pose, View, facing
from legsup.domain.caption import caption
from legsup.domain.session import Event, Status
from legsup.domain.showing import movement
from legsup.domain.stages import Stage
from legsup.ui.figure.widget import BodyFigure
from tests.ui.desk import until
from tests.ui.pictures import differences

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk

WAYS = ("upright", "lying")
UPRIGHT = Pose("upright", View.SIDE, CAMERAS[View.SIDE], (-0.7, 0.53, 0.0), facing(0, 0, 0))
LYING = Pose("lying", View.SIDE, CAMERAS[View.SIDE], (-0.5, 0.08, 0.0), facing(0, 90, 0))


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def figure(qtbot: QtBot, clock: Clock) -> BodyFigure:
    widget = BodyFigure(MappingProxyType({"upright": UPRIGHT, "lying": LYING}), clock=clock)
    qtbot.addWidget(widget)
    widget.resize(360, 270)
    widget.show()
    return widget


def picture(figure: BodyFigure) -> QImage:
    return figure.grab().toImage()


#: Seconds into a demonstration of two poses: coming, moving, and fading back, at first and at last.
@pytest.mark.parametrize("into", [0.3, 2.5, 5.6, 6.2])
def test_what_stays_is_still_and_goes_on_from_there(figure: BodyFigure, clock: Clock, into: float) -> None:
    figure.show_pose("lying", None)
    figure.demonstrate(WAYS)
    clock.now += into
    figure.stay()
    stayed = picture(figure)
    clock.now += 30.0
    figure.stay()
    for _ in range(2):
        assert picture(figure) == stayed
        assert not figure.moving
        figure.hide()
        figure.show()
    figure.set_still(True)
    assert not figure.moving
    figure.set_still(False)
    figure.demonstrate(WAYS)
    assert figure.moving


@pytest.mark.parametrize(("into", "pose"), [(5.8, "lying"), (5.95, "upright")])
def test_what_stays_is_one_body_where_one_fades_into_another(
    figure: BodyFigure, clock: Clock, into: float, pose: str
) -> None:
    figure.show_pose(pose, None)
    alone = picture(figure)
    figure.show_pose(None, None)
    figure.demonstrate(WAYS)
    clock.now += into
    assert differences(picture(figure), alone)[1] > 0.002
    figure.stay()
    assert differences(picture(figure), alone)[1] < 0.001


def test_what_stayed_goes_on_from_there(figure: BodyFigure, clock: Clock) -> None:
    figure.demonstrate(WAYS)
    clock.now += 2.5
    moment = picture(figure)
    figure.stay()
    clock.now += 30.0
    figure.demonstrate(WAYS)
    assert picture(figure) == moment
    clock.now += 0.5
    assert picture(figure) != moment


def small(figure: BodyFigure) -> QImage:
    """Take a picture of few pixels, which are soon compared."""
    return picture(figure).scaledToWidth(160, Qt.TransformationMode.SmoothTransformation)


def test_in_the_way_in_body_and_words_stay_and_the_pause_is_told(desk: Desk) -> None:
    desk.button("Begin").click()
    while desk.session.beat.stage is not Stage.ENTER or not movement(desk.session):
        if desk.session.status is Status.WAITING:
            desk.actions.next.trigger()
        else:
            desk.wait(1)
    desk.wait(4)
    page = desk.views.page
    QApplication.processEvents()
    begun = small(page.figure)
    # Until somebody else than the one who stands there is clearly seen.
    until(lambda: differences(small(page.figure), begun)[1] > 0.05)
    assert page.figure.moving
    said = page.spoken.words.text()
    assert said == caption(desk.session) != desk.session.beat.text.title
    desk.conductor.send(Event.PAUSE)
    assert not page.figure.moving
    stayed = small(page.figure)
    assert differences(stayed, begun)[1] > 0.04, "the body stays where it was, and goes nowhere else"
    assert page.spoken.words.text() == said
    paused = [each for each in page.findChildren(QLabel) if each.isVisible() and "Paused" in each.text()]
    assert [each.property("role") for each in paused] == ["strong"]
    desk.wait(20)
    assert small(page.figure) == stayed
    desk.conductor.send(Event.RESUME)
    assert page.figure.moving
    assert paused[0].property("role") == "note"
