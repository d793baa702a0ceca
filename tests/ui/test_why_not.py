"""What is grey in the tray's menu and in the window's says why beside it, whatever a practice is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QToolButton

from legsup.domain.session import Event
from tests.ui.test_silence import at_the_desk
from tests.ui.test_silence import silent as silent  # noqa: PLC0414 - a fixture of that module
from tests.ui.test_tray import begin, shown, visible

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")

#: What may be grey without a word: it is only read.
READ = "up by "


def menu_lines(desk: Desk) -> list[QAction]:
    """The lines of the window's menu and of the tray's."""
    button = next(each for each in desk.views.page.findChildren(QToolButton) if each.text() == "⋯")
    return [*button.actions(), *visible(shown(desk))]


def grey(desk: Desk) -> list[str]:
    """The lines that cannot be chosen now."""
    desk.app.tray.menu.menu.aboutToHide.emit()
    return [
        each.text() for each in menu_lines(desk) if not each.isEnabled() and not each.text().startswith(READ)
    ]


def test_at_no_step_of_a_practice_is_a_line_grey_without_a_word(desk: Desk) -> None:
    begin(desk)
    seen = set(grey(desk))
    for step in [beat.step.id for beat in desk.session.plan.beats]:
        desk.to(step)
        seen |= set(grey(desk))
    assert "Add a minute · once you rest" in seen
    assert "My legs tingle · once you rest" in seen
    assert "Add a minute · you are on the way" in seen
    assert "Come out · you are on the way" in seen
    assert not [each for each in seen if " · " not in each]


def test_in_a_pause_and_in_the_way_out_for_a_dizzy_head_each_says_why(desk: Desk) -> None:
    begin(desk)
    desk.to("legs-up")
    for event in (Event.PAUSE, Event.RESUME, Event.TINGLE, Event.DIZZY):
        desk.conductor.send(event)
        assert not [each for each in grey(desk) if " · " not in each], event


def test_while_nothing_is_heard_each_says_so(silent: Desk) -> None:
    at_the_desk(silent)
    found = grey(silent)
    assert found.count("Go on · no sound yet") == 1
    assert not [each for each in found if " · " not in each]
    assert silent.button("Go on").toolTip() == "Pause, or go on · no sound yet"
    assert silent.button("Next").accessibleDescription() == "Go to the next step · no sound yet"


def test_a_menu_that_is_open_when_a_session_begins_or_ends_says_what_greyed_its_lines(desk: Desk) -> None:
    menu = shown(desk)
    begin(desk)
    desk.app.tray.menu.derive(desk.session)
    assert visible(menu)[0].text() == "A practice has begun"
    menu.aboutToHide.emit()
    shown(desk)
    desk.conductor.send(Event.STOP)
    desk.app.tray.menu.derive(desk.session)
    assert [each.text() for each in visible(menu) if not each.isEnabled()][-2:] == [
        "The practice is over",
        desk.actions.come_out.text(),
    ]
