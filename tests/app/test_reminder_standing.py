"""A reminder that stands as a notification with buttons: each does what it says, and none outlives what it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from legsup.practice.wanted import Wanted
from legsup.services.notifications.desktop import Note, Posted, post
from tests.app.test_reminding import World, look
from tests.services.test_notifications import Service
from tests.ui.desk import opened, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from legsup.bus import Bus
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class Desktop(World):
    """A world whose desktop shows notifications with buttons; ``lines`` are those over which they answer."""

    lines: list[Service] = field(default_factory=list[Service])

    def post(self, title: str, body: str) -> Posted | None:
        """Show one."""
        super().post(title, body)
        self.lines.append(Service("actions"))
        return post(Note(title, body, {}, Path("icon.png")), lambda: cast("Bus", self.lines[-1]))

    @property
    def stands(self) -> list[bool]:
        """Whether each still stands, with its line."""
        return [bool(each.stand) and not each.is_closed for each in self.lines]


@pytest.fixture
def world() -> Desktop:
    return Desktop()


@pytest.fixture
def desk(world: Desktop, tmp_path: Path) -> Iterator[Desk]:
    """The app at eleven, with a reminder that stands."""
    made = opened(tmp_path, outside=world.outside, reminders=True, muted=False, sound="silent")
    world.at("23 11:00")
    look(made)
    until(lambda: world.stands == [True])
    assert made.app.reminding.is_due
    yield made
    made.close()


def press(desk: Desk, world: Desktop, key: str) -> None:
    """Press a button of it, until that is done."""
    world.lines[-1].tell("ActionInvoked", 7, key)
    until(lambda: not desk.app.reminding.is_due)


def test_in_15_min_takes_it_away_and_brings_another(desk: Desk, world: Desktop) -> None:
    press(desk, world, "later")
    assert world.stands == [False]
    assert desk.conductor.session is None
    world.at("23 11:14")
    look(desk)
    assert world.stands == [False]
    world.at("23 11:15")
    look(desk)
    until(lambda: world.stands == [False, True])


def test_not_now_lets_it_go_until_the_next_time(desk: Desk, world: Desktop) -> None:
    press(desk, world, "not-now")
    world.at("23 11:30")
    look(desk)
    assert world.stands == [False]
    world.at("23 16:00")
    look(desk)
    until(lambda: world.stands == [False, True])


def test_start_begins_what_it_said(desk: Desk, world: Desktop) -> None:
    press(desk, world, "start")
    assert world.stands == [False]
    assert desk.session.beat.step.id == "desk"
    assert desk.session.plan.sequence == "legs-up-the-wall"


def begin(desk: Desk, _world: Desktop) -> None:
    assert desk.app.begin(Wanted(pace="my-pace")) is None


def turn_off(desk: Desk, _world: Desktop) -> None:
    desk.app.front.change("reminders", value=False)


def let_time_pass(desk: Desk, world: Desktop) -> None:
    world.at("23 11:15")
    look(desk)


def end_the_app(desk: Desk, _world: Desktop) -> None:
    desk.app.quit()


@pytest.mark.parametrize("over", [begin, turn_off, let_time_pass, end_the_app])
def test_it_goes_with_what_it_is_about(
    desk: Desk, world: Desktop, over: Callable[[Desk, Desktop], None]
) -> None:
    over(desk, world)
    assert world.stands == [False]


def test_one_that_was_answered_elsewhere_while_it_was_being_shown_is_let_go(tmp_path: Path) -> None:
    world = Desktop()
    desk = opened(tmp_path, outside=world.outside, reminders=True, muted=False, sound="silent")
    world.at("23 11:00")
    desk.app.reminding.look()
    until(lambda: desk.app.reminding.is_due)
    desk.app.reminding.not_now()
    until(lambda: bool(world.lines) and not desk.app.reminding.is_looking)
    assert world.lines[0].is_closed
    desk.close()
