"""The icon in the tray: it comes when a tray does, and what it tells goes on with the time of a pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from legsup.domain.session import Event
from legsup.places import assets
from legsup.services.conductor import Conductor
from legsup.ui.tray import CLICK_OPENS_MENU, PATIENCE, Tray
from legsup.ui.words import UP_BY_MOVES
from tests.small_practice import wall_plan
from tests.ui.desk import until
from tools.hand_clock import HandClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: A screen that is painted nowhere has no signal of a tray, which Qt says when an icon is made.
NO_SIGNAL = "No such signal QPlatformNativeInterface::systemTrayWindowChanged"
pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore(NO_SIGNAL, extend=True)]


class Lines:
    """Words few lines."""

    def first(self, *, exact: bool) -> str:
        """Word what a click begins."""
        return "Legs up the wall, by the plan" if exact else "Legs up the wall"

    def more(self) -> list[tuple[str, str]]:
        """Give no practice."""
        return []

    def reminders(self, *, exact: bool) -> tuple[str, list[tuple[str, str]]]:
        """Word that they are off."""
        return "Reminders: off", [("Choose times", "settings" if exact else "")]


class Panel:
    """A panel that may come later."""

    is_there = False

    def __call__(self) -> bool:
        return self.is_there


@pytest.fixture
def parent() -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def in_tray(
    parent: QObject, conductor: Conductor, panel: Panel, is_hidden: Callable[[], bool] = lambda: False
) -> Tray:
    return Tray(conductor, Lines(), assets(), parent, is_hidden=is_hidden, is_available=panel)


def test_it_comes_by_itself_once_there_is_a_tray_and_is_looked_for_no_more(parent: QObject) -> None:
    panel = Panel()
    tray = in_tray(parent, Conductor(HandClock(), parent), panel)
    (look,) = (each for each in tray.children() if isinstance(each, QTimer))
    came: list[None] = []
    tray.ready.connect(lambda: came.append(None))
    tray.look()
    assert (tray.is_there, came) == (False, [])
    assert look.isActive(), "a panel may come later"
    panel.is_there = True
    look.start(0)
    until(lambda: tray.is_there)
    assert came == [None]
    assert not look.isActive(), "an idle app costs nothing"


def test_an_app_that_has_ended_waits_for_no_panel(parent: QObject) -> None:
    tray = in_tray(parent, Conductor(HandClock(), parent), Panel())
    (look,) = (each for each in tray.children() if isinstance(each, QTimer))
    tray.expect()
    assert look.isActive()
    tray.close()
    assert not look.isActive()


def test_up_by_moves_in_a_pause_and_stands_still_in_what_runs(parent: QObject) -> None:
    panel, clock = Panel(), HandClock()
    panel.is_there = True
    conductor = Conductor(clock, parent)
    tray = in_tray(parent, conductor, panel)
    tray.look()
    (icon,) = tray.findChildren(QSystemTrayIcon)
    assert icon.toolTip() == "Legs Up"
    conductor.start(wall_plan())
    assert "up by" in icon.toolTip()
    conductor.send(Event.PAUSE)
    icon.setToolTip("")
    for _ in range(int(UP_BY_MOVES) + 1):
        clock.now += 1.0
        conductor.tick()
    assert "up by" in icon.toolTip(), "told anew"
    icon.setToolTip("")
    clock.now += 1.0
    conductor.tick()
    assert icon.toolTip() == "", "but not with every tick"


def test_a_click_opens_the_window_a_middle_click_begins_and_a_click_on_its_message_answers(
    parent: QObject,
) -> None:
    panel = Panel()
    panel.is_there = True
    tray = in_tray(parent, Conductor(HandClock(), parent), panel)
    tray.look()
    (icon,) = tray.findChildren(QSystemTrayIcon)
    told: list[object] = []
    tray.menu.open_window.connect(lambda: told.append("window"))
    tray.menu.quick_start.connect(told.append)
    tray.clicked.connect(lambda: told.append("message"))
    reasons = QSystemTrayIcon.ActivationReason
    for reason in (reasons.Context, reasons.DoubleClick, reasons.Trigger):
        icon.activated.emit(reason)
    assert told == ([] if CLICK_OPENS_MENU else ["window"])
    told.clear()
    icon.activated.emit(reasons.MiddleClick)
    icon.messageClicked.emit()
    assert told == [0.0, "message"]


def test_at_login_a_panel_that_shows_no_icon_yet_is_waited_for_and_then_given_up(parent: QObject) -> None:
    panel, hidden = Panel(), [True]
    panel.is_there = True
    tray = in_tray(parent, Conductor(HandClock(), parent), panel, lambda: hidden[0])
    (look,) = (each for each in tray.children() if isinstance(each, QTimer))
    given_up: list[None] = []
    tray.given_up.connect(lambda: given_up.append(None))
    tray.expect()
    assert tray.is_there
    for _ in range(PATIENCE - 2):
        assert look.isActive()
        tray.look()
    assert given_up == []
    tray.look()
    assert given_up == [None]
    hidden[0] = False
    tray.look()
    assert not look.isActive()


def test_at_login_a_panel_that_shows_the_icon_late_is_waited_for_no_more(parent: QObject) -> None:
    panel, hidden = Panel(), [True]
    panel.is_there = True
    tray = in_tray(parent, Conductor(HandClock(), parent), panel, lambda: hidden[0])
    (look,) = (each for each in tray.children() if isinstance(each, QTimer))
    given_up: list[None] = []
    tray.given_up.connect(lambda: given_up.append(None))
    tray.expect()
    hidden[0] = False
    tray.look()
    assert not look.isActive()
    hidden[0] = True
    for _ in range(PATIENCE + 1):
        tray.look()
    assert given_up == [], "it was seen; a panel that goes away is no reason for a window"
