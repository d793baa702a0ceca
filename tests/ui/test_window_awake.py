"""The window keeps the computer awake while someone practises, and no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.domain.session import Event
from legsup.services.keep_awake import Awake
from tests.ui.desk import until

if TYPE_CHECKING:
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")

STAYS = "The screen stays on, and unlocked, until the practice ends."
MAY_GO = "The screen may go dark: this desktop does not keep it on."


def reads(desk: Desk, text: str) -> bool:
    """Whether a text stands in the window, once it is looked whether the system has answered."""
    desk.conductor.tick()
    return text in desk.texts()


def test_the_computer_is_kept_awake_while_a_practice_runs_and_no_longer(desk: Desk) -> None:
    desk.button("Begin").click()
    until(lambda: desk.inhibitor.held is Awake.COMPUTER)
    desk.to("legs-up")
    desk.app.front.window.floor_action.trigger()
    until(lambda: desk.inhibitor.held is Awake.SCREEN)
    assert not any(reads(desk, STAYS) for _ in range(5)), "it would be in sight for a moment as one leaves"
    desk.views.floor_view.leave()
    until(lambda: desk.inhibitor.held is Awake.COMPUTER)
    desk.conductor.send(Event.STOP)
    until(lambda: desk.inhibitor.held is Awake.NOTHING)


def test_somebody_who_went_away_lets_the_computer_sleep(desk: Desk) -> None:
    desk.button("Begin").click()
    until(lambda: desk.inhibitor.held is Awake.COMPUTER)
    desk.wait(301)
    until(lambda: desk.inhibitor.held is Awake.NOTHING)


def test_the_screen_stays_on_where_that_was_chosen_and_the_person_is_told_while_it_does(desk: Desk) -> None:
    desk.app.basis.kept.change(keep_screen=True)
    desk.button("Begin").click()
    until(lambda: desk.inhibitor.held is Awake.SCREEN)
    until(lambda: reads(desk, STAYS))
    desk.conductor.send(Event.STOP)
    until(lambda: desk.inhibitor.held is Awake.NOTHING)
    assert STAYS not in desk.texts()


def test_where_the_screen_cannot_be_kept_on_the_person_is_told_that(desk: Desk) -> None:
    desk.inhibitor.works = False
    desk.app.basis.kept.change(keep_screen=True)
    desk.button("Begin").click()
    until(lambda: reads(desk, MAY_GO))
    assert STAYS not in desk.texts()
    desk.inhibitor.works = True
    desk.app.basis.kept.change(keep_screen=False)
    until(lambda: not reads(desk, MAY_GO))
