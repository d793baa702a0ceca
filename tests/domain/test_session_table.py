"""The table of events: what each does in each status, and that "-" gives the very same session.

That no pair is missing in the machine is the type checker's to say: delete any case of the match in machine.py, and
basedpyright names the pair (reportMatchNotExhaustive) and the path without a session (reportReturnType).
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from legsup.domain.machine import ready
from legsup.domain.sequence import Pace, Stage
from legsup.domain.session import Event, Outcome, Status
from tests.domain.run import Run, begun
from tests.small_practice import a_step, wall, wall_plan

if TYPE_CHECKING:
    from collections.abc import Callable

MY_PACE = wall_plan(pace=Pace.MY_PACE, minutes=5)


def fresh() -> Run:
    return Run(ready(wall_plan()))


def in_hold() -> Run:
    run = begun(wall_plan())
    run.to("hold")
    run.wait(33.0)
    return run


def waiting() -> Run:
    return begun(MY_PACE)


def paused() -> Run:
    run = in_hold()
    run.send(Event.PAUSE)
    run.wait(7.0)
    return run


def ended() -> Run:
    run = in_hold()
    run.send(Event.STOP)
    return run


SITUATIONS: dict[Status, Callable[[], Run]] = {
    Status.READY: fresh,
    Status.RUNNING: in_hold,
    Status.WAITING: waiting,
    Status.PAUSED: paused,
    Status.ENDED: ended,
}
#: What changes what: (status and step afterwards) of every pair that is not "-".
TABLE: dict[tuple[Status, Event], tuple[Status, str]] = {
    (Status.READY, Event.START): (Status.RUNNING, "ready"),
    (Status.RUNNING, Event.NEXT): (Status.RUNNING, "down"),
    (Status.RUNNING, Event.PAUSE): (Status.PAUSED, "hold"),
    (Status.RUNNING, Event.TINGLE): (Status.PAUSED, "hold"),
    (Status.RUNNING, Event.ADD_MINUTE): (Status.RUNNING, "hold"),
    (Status.RUNNING, Event.COME_OUT): (Status.RUNNING, "down"),
    (Status.RUNNING, Event.STOP): (Status.ENDED, "hold"),
    (Status.RUNNING, Event.DIZZY): (Status.RUNNING, "dizzy-down"),
    (Status.RUNNING, Event.HELP): (Status.RUNNING, "hold"),
    (Status.WAITING, Event.HELP): (Status.WAITING, "ready"),
    (Status.PAUSED, Event.HELP): (Status.PAUSED, "hold"),
    (Status.WAITING, Event.TINGLE): (Status.PAUSED, "ready"),
    (Status.PAUSED, Event.TINGLE): (Status.PAUSED, "hold"),
    (Status.WAITING, Event.NEXT): (Status.RUNNING, "sit"),
    (Status.WAITING, Event.COME_OUT): (Status.ENDED, "ready"),
    (Status.WAITING, Event.STOP): (Status.ENDED, "ready"),
    (Status.WAITING, Event.DIZZY): (Status.RUNNING, "dizzy-lie"),
    (Status.PAUSED, Event.NEXT): (Status.RUNNING, "down"),
    (Status.PAUSED, Event.RESUME): (Status.RUNNING, "hold"),
    (Status.PAUSED, Event.ADD_MINUTE): (Status.PAUSED, "hold"),
    (Status.PAUSED, Event.COME_OUT): (Status.RUNNING, "down"),
    (Status.PAUSED, Event.STOP): (Status.ENDED, "hold"),
    (Status.PAUSED, Event.DIZZY): (Status.RUNNING, "dizzy-down"),
}


@pytest.mark.parametrize(("status", "event"), list(itertools.product(Status, Event)))
def test_every_pair_of_status_and_event(status: Status, event: Event) -> None:
    run = SITUATIONS[status]()
    before = run.session
    assert before.status is status
    after = run.happen(event)
    if (status, event) in TABLE:
        assert (after.status, after.beat.step.id) == TABLE[status, event]
        assert after.revision == before.revision + 1
    else:
        assert after is before


def test_with_the_same_reading_a_tick_is_nothing_at_all() -> None:
    run = in_hold()
    before = run.session
    assert run.happen(Event.TICK) is before


def test_back_from_im_up_sits_again_and_the_end_is_told_again() -> None:
    run = begun(wall_plan(minutes=0.5))
    run.to("up")
    assert run.send(Event.BACK).beat.step.id == "seat"
    run.to("up")
    assert run.send(Event.NEXT).outcome is Outcome.COMPLETED


@pytest.mark.parametrize("event", [Event.PAUSE, Event.COME_OUT, Event.ADD_MINUTE, Event.RESUME])
def test_im_up_knows_no_other_answer(event: Event) -> None:
    run = begun(wall_plan(minutes=0.5))
    run.to("up")
    before = run.session
    assert run.happen(event) is before


def test_back_never_returns_to_the_desk() -> None:
    run = begun(wall_plan(desk=True))
    run.to("ready")
    before = run.session
    assert run.happen(Event.BACK) is before


@pytest.mark.parametrize("name", ["ready", "sit"])
@pytest.mark.parametrize("from_pause", [False, True])
def test_coming_out_before_the_legs_are_up_ends(name: str, *, from_pause: bool) -> None:
    run = begun(wall_plan())
    run.to(name)
    if from_pause:
        run.send(Event.PAUSE)
    assert run.send(Event.COME_OUT).outcome is Outcome.CAME_OUT_EARLY


def test_a_practice_without_legs_up_has_its_way_out_once_it_has_settled() -> None:
    run = begun(wall_plan(wall(a_step("hold", Stage.HOLD))))
    run.to("hold")
    assert run.send(Event.COME_OUT).beat.step.id == "down"


def test_the_seats_floor_does_not_run_in_a_pause() -> None:
    run = begun(wall_plan(minutes=0.5))
    run.to("seat")
    run.wait(20.0)
    run.send(Event.PAUSE)
    run.wait(100.0)
    assert run.send(Event.NEXT).status is Status.PAUSED
    run.send(Event.RESUME)
    run.wait(10.0)
    assert run.send(Event.NEXT).beat.up
