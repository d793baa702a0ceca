"""At the desk the seconds wait for whoever reads today's list: each time that it is pointed at or scrolled they begin anew."""

from __future__ import annotations

import pytest

from legsup.domain.cues import CueKind
from legsup.domain.machine import upcoming
from legsup.domain.outlook import seconds_left
from legsup.domain.session import Event, Status
from tests.domain.run import Run, begun
from tests.small_practice import wall_plan


def at_the_desk(seconds: float) -> Run:
    run = begun(wall_plan(desk=True))
    assert run.session.beat.desk
    run.wait(seconds)
    return run


def test_whoever_reads_has_the_seconds_of_the_desk_again_and_is_up_later() -> None:
    run = at_the_desk(8.0)
    lasts, left = run.session.beat.nominal, seconds_left(run.session)
    before = run.session
    assert run.happen(Event.READ).revision == before.revision + 1
    assert seconds_left(run.session) == pytest.approx(left + 8.0)
    run.wait(lasts - 0.5)
    assert run.session.beat.desk
    run.wait(1.0)
    assert run.session.beat_index == 1
    assert run.session.practised == pytest.approx(0.5)


def test_what_is_said_at_the_desk_is_said_once() -> None:
    run, other = at_the_desk(0.0), at_the_desk(0.0)
    for _ in range(10):
        run.wait(5.0)
        run.send(Event.READ)
    run.to("ready")
    other.to("ready")
    desk = [(cue.kind, cue.text) for cue in other.cues if cue.beat == 0]
    assert [(cue.kind, cue.text) for cue in run.cues if cue.beat == 0] == desk
    assert CueKind.SAY in {kind for kind, _ in desk}


def test_a_moment_more_is_no_new_future() -> None:
    run = at_the_desk(0.9)
    before = run.session
    assert run.happen(Event.READ) is before
    run.wait(0.2)
    assert run.happen(Event.READ) is not before


def test_elsewhere_and_in_a_pause_there_is_nothing_to_wait_for() -> None:
    run = at_the_desk(8.0)
    paused = run.send(Event.PAUSE)
    assert paused.status is Status.PAUSED
    assert run.happen(Event.READ) is paused
    for name in ("ready", "hold", "up"):
        run.send(Event.RESUME)
        there = run.to(name)
        assert run.happen(Event.READ) is there


def test_the_sign_that_it_goes_on_after_a_stall_comes_for_a_reader_too() -> None:
    run = at_the_desk(2.0)
    run.now += 60.0
    run.happen(Event.READ)
    assert run.session.beat.desk
    assert upcoming(run.session, run.now + 1.0)[0].kind is CueKind.RESUMED
