"""What a key means now: the same in every face, and nobody ends a practice by a second touch."""

from __future__ import annotations

import pytest

from legsup.domain.session import Event
from legsup.domain.wish import Wish, answer, event_of, may_lead_out, pause_or_go_on, way_out
from tests.domain.run import Run, begun
from tests.small_practice import wall_plan


def in_hold() -> Run:
    run = begun(wall_plan(minutes=5.0))
    run.to("hold")
    return run


@pytest.mark.parametrize(
    ("wish", "event"),
    [
        (Wish.NEXT, Event.NEXT),
        (Wish.BACK, Event.BACK),
        (Wish.MINUTE, Event.ADD_MINUTE),
        (Wish.DIZZY, Event.DIZZY),
        (Wish.TINGLE, Event.TINGLE),
        (Wish.UP, Event.STOP),
        (Wish.ANSWER, Event.PAUSE),
        (Wish.OUT, Event.COME_OUT),
        (Wish.HELP, Event.HELP),
    ],
)
def test_every_wish_has_its_event(wish: Wish, event: Event | None) -> None:
    run = in_hold()
    assert event_of(wish, run.session, run.session.seen) is event


def test_one_key_pauses_goes_on_and_answers() -> None:
    run = in_hold()
    assert answer(run.session) is pause_or_go_on(run.session) is Event.PAUSE
    run.send(Event.PAUSE)
    assert answer(run.session) is pause_or_go_on(run.session) is Event.RESUME
    run.send(Event.RESUME)
    run.to("up")
    assert answer(run.session) is Event.NEXT


def test_escape_ends_only_the_way_out_that_it_led_to_and_not_at_once() -> None:
    run = in_hold()
    run.send(Event.COME_OUT)
    led = run.session.seen
    assert run.session.led_out == led
    assert way_out(run.session, led + 0.9) is None
    assert way_out(run.session, led + 1.0) is Event.STOP
    assert may_lead_out(run.session)


def test_escape_means_nothing_in_a_way_out_that_came_by_itself_but_goes_on_from_a_pause_there() -> None:
    run = in_hold()
    run.to("down")
    assert run.session.led_out is None
    assert way_out(run.session, run.session.seen + 60.0) is None
    assert not may_lead_out(run.session)
    run.send(Event.PAUSE)
    assert way_out(run.session, run.session.seen) is Event.COME_OUT
    run.send(Event.COME_OUT)
    assert run.session.led_out is None


def test_an_ended_session_is_led_nowhere() -> None:
    run = in_hold()
    run.send(Event.STOP)
    assert not may_lead_out(run.session)
