"""Whatever is done to the window in a session, neither breath nor time is disturbed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from legsup.domain.machine import upcoming
from legsup.ui.breath_light import direction_of
from legsup.ui.pages.settings_page import SettingsPage
from tests.ui.desk import Desk, until

if TYPE_CHECKING:
    from collections.abc import Callable


pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.uncounted]


def resized(desk: Desk) -> None:
    for width, height in ((480, 360), (1400, 900), (700, 700)):
        desk.app.front.window.resize(width, height)
        QApplication.processEvents()


def dressed_anew(desk: Desk) -> None:
    window = desk.app.front.window
    window.open("settings")
    page = window.findChildren(SettingsPage)[0]
    before = QApplication.palette().window().color()
    page.asked.emit("look", "linen")
    page.asked.emit("text_size", 180)
    window.open("session")
    QApplication.processEvents()
    assert QApplication.palette().window().color() != before


def on_the_other_screen(desk: Desk) -> None:
    window = desk.app.front.window
    other = next(screen for screen in QGuiApplication.screens() if screen is not window.screen())
    window.move(other.geometry().center())
    QApplication.processEvents()
    assert window.screen() is other


def minimised_and_back(desk: Desk) -> None:
    window = desk.app.front.window
    window.showMinimized()
    QApplication.processEvents()
    window.setWindowState(Qt.WindowState.WindowNoState)
    QApplication.processEvents()


def through_floor_view(desk: Desk) -> None:
    desk.app.front.window.floor_action.trigger()
    view = desk.views.floor_view
    until(view.isVisible)
    QTest.keyClick(view, Qt.Key.Key_R)
    QApplication.processEvents()
    view.leave()
    QApplication.processEvents()


@pytest.mark.parametrize(
    "disturb",
    [resized, dressed_anew, on_the_other_screen, minimised_and_back, through_floor_view],
    ids=lambda each: each.__name__,
)
@pytest.mark.parametrize("into_breath", [1.5, 5.0], ids=["in the inhale", "in the exhale"])
def test_neither_breath_nor_time_is_disturbed(
    desk: Desk, disturb: Callable[[Desk], None], into_breath: float
) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    until(lambda: not desk.views.page.figure.moving)
    desk.clock.now += into_breath
    desk.conductor.tick()
    before, foretold = desk.session, upcoming(desk.session, desk.clock.now + 40.0)
    breath = before.breath(desk.clock.now)

    disturb(desk)

    assert desk.session is before
    assert desk.session.breath(desk.clock.now) == breath
    # The light comes with the next frame, which may be a moment away.
    until(lambda: desk.views.page.figure.light == _due(desk))
    desk.wait(40)
    # Within one beat the stretch keeps every cue that was given.
    given = desk.session.stretch.cues[before.cursor : desk.session.cursor]
    assert given == foretold
    until(lambda: desk.views.page.figure.light == _due(desk))


def _due(desk: Desk) -> tuple[float | None, int]:
    """Tell where the light belongs now."""
    breath = desk.session.breath(desk.conductor.now)
    return (breath and breath.awareness, direction_of(breath))
