"""What is seen at the end: the figure seated in evening light, one sentence on what was done, and Done with the focus."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from legsup.domain.session import Event
from legsup.domain.showing import pose_shown
from legsup.practice.wanted import Wanted
from legsup.ui.figure.corners import RADIUS
from legsup.ui.figure.evening import EveningLight
from legsup.ui.figure.widget import BodyFigure
from legsup.ui.words import day_text
from tests.ui.desk import until

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def whole(desk: Desk, sequence: str = "legs-up-the-wall", minutes: float = 2.0) -> None:
    """Go through a practice to its end."""
    desk.app.begin(Wanted(sequence=sequence, minutes=minutes, pace="my-pace"))
    while desk.session.is_active:
        if desk.session.status.value == "waiting":
            desk.actions.next.trigger()
        else:
            desk.wait(1)
    QApplication.processEvents()


def warmth(image: QImage) -> int:
    """Tell how much more red than blue there is on the side that has no wall, half-way down."""
    colour = image.pixelColor(image.width() // 20, image.height() // 2)
    return colour.red() - colour.blue()


def test_the_end_says_what_was_done_in_the_evening_light(desk: Desk) -> None:
    desk.app.begin(Wanted(minutes=2.0, pace="my-pace"))
    page = desk.views.page
    evening = page.findChildren(EveningLight)[0]
    desk.to("legs-up")
    assert not evening.isVisible()
    before = warmth(page.figure.grab().toImage())
    desk.conductor.send(Event.STOP)
    whole(desk)
    assert page.spoken.words.text() == "Two minutes with your legs up."
    assert evening.isVisible()
    assert evening.size() == page.figure.size()
    until(lambda: not page.figure.moving)
    assert warmth(page.figure.grab().toImage()) > before + 20
    assert desk.button("Done").hasFocus()
    assert any(day_text(datetime.now().astimezone().date()) in text for text in desk.texts())
    assert pose_shown(desk.session) == "sit-against-wall"
    desk.app.begin(Wanted(minutes=2.0, pace="my-pace"))
    assert not evening.isVisible()


def test_what_lifts_no_legs_is_rest_and_little_is_little(desk: Desk) -> None:
    whole(desk, "seated-breath")
    assert desk.views.page.spoken.words.text() == "Two minutes of rest."
    desk.app.begin(Wanted(minutes=2.0, pace="my-pace"))
    desk.to("legs-up")
    desk.wait(12)
    desk.conductor.send(Event.STOP)
    assert desk.views.page.spoken.words.text() == "Less than a minute with your legs up."
    desk.app.begin(Wanted(minutes=2.0, pace="my-pace"))
    desk.conductor.send(Event.STOP)
    assert desk.views.page.spoken.words.text() == "Welcome back."


def test_the_living_figure_of_today_has_the_corners_of_a_card(desk: Desk) -> None:
    figure = desk.app.front.today.page.findChildren(BodyFigure)[0]
    shown = figure.grab().toImage()
    page = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    right, low = shown.width() - 1, shown.height() - 1
    for x, y in ((0, 0), (right, 0), (0, low), (right, low)):
        assert shown.pixelColor(x, y) == page
    for x in (RADIUS, right - RADIUS):
        assert shown.pixelColor(x, RADIUS) != QColor(page)
