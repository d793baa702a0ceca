"""What does not apply changes nothing, and what is out of range is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legsup.domain.moves import with_sign
from legsup.domain.outlook import end_sign, seconds_left
from legsup.domain.pausing import tingled
from legsup.domain.plan import Choices
from legsup.domain.sequence import Stage
from legsup.domain.session import Event
from tests.domain.run import begun
from tests.small_practice import wall, wall_plan


def test_no_session_is_numbered_below_one() -> None:
    with pytest.raises(ValueError, match="session number 0 is out of range; expected 1 or more"):
        Choices(session=0)


def test_what_does_not_run_has_no_sign_that_it_goes_on() -> None:
    run = begun(wall_plan())
    run.send(Event.PAUSE)
    assert with_sign(run.session) is run.session


def test_guidance_for_tingling_legs_in_a_pause_needs_a_pause() -> None:
    run = begun(wall_plan())
    assert tingled(run.session) is run.session


def test_once_the_end_sign_was_given_that_is_when_it_came() -> None:
    run = begun(wall_plan(minutes=2.0))
    foretold = end_sign(run.session)
    run.to("up")
    run.wait(20.0)
    assert end_sign(run.session) == pytest.approx(foretold)
    assert seconds_left(run.session) == 0.0


def test_a_bedtime_without_a_side_to_lie_on_ends_with_its_way_out() -> None:
    sequence = wall(bedtime=True)
    low = replace(
        sequence,
        steps=tuple(
            replace(step, pose="soles-on-floor", posture=None) if step.id == "side" else step
            for step in sequence.steps
        ),
    )
    plan = wall_plan(low, bedtime=True)
    assert plan.beats[-1].stage is Stage.COME_OUT
    assert not any(beat.up for beat in plan.beats)
