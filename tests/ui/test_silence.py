"""Where nothing can be heard: nobody is sent to the floor in silence, and the command line is told why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.app.remote_answers import answer
from legsup.domain.session import Event, Status
from legsup.practice.wanted import Wanted
from tests.ui.desk import Desk, opened, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[Desk]:
    """An app on a computer without a loudspeaker."""
    made = opened(tmp_path, muted=False, sound="silent")
    yield made
    made.close()


def paused(desk: Desk) -> bool:
    return desk.session.status is Status.PAUSED


def test_a_quick_start_waits_at_the_desk_and_no_key_leads_past_it(silent: Desk) -> None:
    silent.app.quick_start()
    silent.wait(5)
    until(lambda: paused(silent), 5.0)
    assert silent.session.beat.desk
    silent.conductor.send(Event.NEXT)
    assert not silent.session.beat.desk
    until(lambda: paused(silent), 5.0)
    assert not silent.session.went_down
    assert silent.button("Start with the screen").isVisible()
    assert silent.views.page.desk.primary is not None
    assert silent.button("Try again").hasFocus(), "Space looks for a loudspeaker, and opens no menu"


def test_the_question_is_not_passed_over_from_outside(silent: Desk) -> None:
    silent.app.quick_start()
    silent.wait(5)
    until(lambda: paused(silent), 5.0)
    for verb in ("next", "resume"):
        assert "nothing can be heard" in answer(silent.app, {"verb": verb})["error"]
    assert silent.session.beat.desk
    assert answer(silent.app, {"verb": "stop"})["status"] is None


def test_without_a_desk_it_waits_on_the_first_step(silent: Desk) -> None:
    assert silent.app.begin(Wanted(minutes=2.0, desk=False)) is None
    silent.wait(5)
    until(lambda: paused(silent), 5.0)
    assert silent.button("Try again").isVisible()


def test_with_the_screen_it_leads_down_and_nothing_waits_there(silent: Desk) -> None:
    silent.app.quick_start()
    silent.wait(5)
    until(lambda: paused(silent), 5.0)
    silent.button("Start with the screen").click()
    silent.to("legs-up")
    assert silent.session.status is Status.RUNNING


def test_one_s_own_pace_needs_no_sound(silent: Desk) -> None:
    silent.button("Begin").click()
    silent.to("legs-up")
    assert silent.session.status is Status.RUNNING


def test_a_muted_hands_free_start_is_refused_to_whoever_asked(desk: Desk) -> None:
    told = answer(desk.app, {"verb": "start", "options": {}})
    assert "Sound is muted" in told["error"]
    assert any("Sound is muted" in text for text in desk.texts())
    desk.button("Begin").click()
    assert not any("Sound is muted" in text for text in desk.texts())


def test_the_questions_are_asked_after_the_command_line_has_its_answer(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None)
    told = answer(desk.app, {"verb": "start", "options": {"pace": "my-pace"}})
    assert "A few questions come first" in told["error"]
    assert desk.conductor.session is None
    desk.answer("No", "Done")
    assert desk.conductor.is_active
    desk.close()
