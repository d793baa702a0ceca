"""What is grey in the tray's menu and in the window's says why beside it, whatever a practice is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.app.remote_answers import answer
from legsup.domain.sequence import Side, Stage
from legsup.domain.session import Event
from legsup.services.conductor import Conductor
from legsup.ui.actions import SessionActions
from legsup.ui.widgets.menus import MenuButton
from tests.small_practice import a_step, wall, wall_plan
from tests.ui.test_silence import at_the_desk
from tests.ui.test_silence import silent as silent  # noqa: PLC0414 - a fixture of that module
from tests.ui.test_tray import begin, shown, visible
from tools.hand_clock import HandClock

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")

#: What may be grey without a word: it is only read.
READ = "up by "


def menu_lines(desk: Desk) -> list[QAction]:
    """The lines of the window's menu and of the tray's."""
    (button,) = desk.views.page.findChildren(MenuButton)
    return [*button.offered, *visible(shown(desk))]


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


def test_the_step_before_and_a_minute_more_are_grey_where_they_would_do_nothing(desk: Desk) -> None:
    begin(desk)
    assert desk.actions.back.text() == "Back · the first step"
    assert desk.button("Back").toolTip() == "Go to the step before · the first step"
    desk.to("legs-up")
    assert desk.actions.back.text() == "Back · a new part begins here"
    while desk.actions.add_minute.isEnabled():
        before = desk.session.plan.holding
        desk.conductor.send(Event.ADD_MINUTE)
        assert desk.session.plan.holding > before
    assert desk.actions.add_minute.text() == "Add a minute · at its longest"
    assert "Add a minute · at its longest" in grey(desk)


def test_a_pause_with_the_legs_up_takes_the_room_for_a_minute_more(desk: Desk) -> None:
    begin(desk)
    desk.to("legs-up")
    for _ in range(17):
        desk.conductor.send(Event.ADD_MINUTE)
    desk.conductor.send(Event.PAUSE)
    assert desk.actions.add_minute.isEnabled()
    desk.wait(200.0)
    assert desk.actions.add_minute.text() == "Add a minute · at its longest"


def test_on_a_second_side_a_minute_more_and_a_side_that_is_over_say_why() -> None:
    clock = HandClock()
    conductor = Conductor(clock)
    actions = SessionActions(conductor)
    right, left = (
        a_step(side.value, Stage.HOLD, legs_up=True, side=side, pair="needle", max_seconds=300.0)
        for side in (Side.RIGHT, Side.LEFT)
    )
    conductor.start(wall_plan(wall(right, left, longest=10.0), minutes=4.0))
    while conductor.session is not None and conductor.session.beat.step.id != left.id:
        clock.now += 1.0
        conductor.tick()
    assert actions.add_minute.text() == "Add a minute · as long as the first side"
    assert actions.back.text() == "Back · you were there long enough"


@pytest.mark.parametrize(("verb", "why"), [("back", "the first step"), ("add-minute", "once you rest")])
def test_who_asks_from_a_terminal_for_what_would_do_nothing_is_told_why(
    desk: Desk, verb: str, why: str
) -> None:
    begin(desk)
    assert answer(desk.app, {"verb": verb}) == {"error": f"that would change nothing now: {why}"}
    desk.to("legs-up")
    assert "error" not in answer(desk.app, {"verb": "add-minute"})
