"""Reminders come by themselves when their time comes, not after a practice of that time, and not after the app's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from legsup.domain.session import Event
from legsup.practice.wanted import Wanted
from tests.app.test_reminding import World, look
from tests.ui.desk import Desk, opened, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


def reminded(world: World, home: Path) -> tuple[Desk, QTimer]:
    """The app with reminders as proposed, two minutes before the first; and what wakes them."""
    desk = opened(home, outside=world.outside, reminders=True, muted=False, sound="silent")
    (timer,) = (each for each in desk.app.reminding.children() if isinstance(each, QTimer))
    return desk, timer


def test_one_comes_by_itself_and_none_after_the_end(tmp_path: Path) -> None:
    world = World()
    desk, timer = reminded(world, tmp_path)
    assert 118_000 <= timer.remainingTime() <= 121_000
    world.at("23 11:00")
    timer.start(0)
    until(lambda: bool(world.posted))
    assert timer.isActive(), "the next one is waited for"
    desk.app.close()
    assert not timer.isActive()
    desk.close()


def test_what_came_due_within_a_practice_is_done_with(tmp_path: Path) -> None:
    world = World()
    desk, _ = reminded(world, tmp_path)
    assert desk.app.begin(Wanted(by_screen=True)) is None
    desk.to("legs-up")
    desk.wait(60)
    world.at("23 11:05")
    desk.conductor.send(Event.STOP)
    look(desk)
    assert world.posted == []
    desk.close()
