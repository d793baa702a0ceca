"""When a session needs the computer awake."""

from __future__ import annotations

from math import inf

from legsup.domain.awake import PATIENCE, awake_until
from legsup.domain.machine import ready
from legsup.domain.sequence import Pace
from legsup.domain.session import Event
from tests.domain.run import begun
from tests.small_practice import wall_plan


def test_while_it_runs_and_for_the_first_minutes_of_a_pause() -> None:
    run = begun(wall_plan())
    assert awake_until(run.session) == inf
    run.wait(10.0)
    run.send(Event.PAUSE)
    assert awake_until(run.session) == run.now + PATIENCE
    run.send(Event.RESUME)
    assert awake_until(run.session) == inf
    run.send(Event.STOP)
    assert awake_until(run.session) is None


def test_for_the_first_minutes_of_an_open_beat() -> None:
    run = begun(wall_plan(pace=Pace.MY_PACE))
    assert awake_until(run.session) == run.now + PATIENCE


def test_not_before_anything_began() -> None:
    assert awake_until(None) is None
    assert awake_until(ready(wall_plan())) is None
