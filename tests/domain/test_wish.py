"""What a key means now: the same in every face, and nobody ends a practice by a second touch."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from legsup.domain.sequence import Pace
from legsup.domain.session import Event, Status
from legsup.domain.wish import Wish, answer, asks_any_key, event_of, may_lead_out, pause_or_go_on, way_out
from legsup.services.library import Library
from tests.domain.run import Run, begun
from tests.small_practice import NET_TEXT, wall_plan


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
        (Wish.ANY, None),
        (Wish.ENTER, Event.NEXT),
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


@pytest.mark.parametrize("wish", [Wish.ANY, Wish.ENTER])
def test_any_key_goes_on_once_the_voice_has_asked_for_it_and_not_before(wish: Wish) -> None:
    run = in_hold()
    run.send(Event.TINGLE)
    assert event_of(Wish.ANY, run.session, run.now) is None
    run.wait(3.0)
    assert run.said()[-1] == NET_TEXT.tingling
    assert event_of(wish, run.session, run.now) is Event.RESUME
    run.send(Event.RESUME)
    assert event_of(Wish.ANY, run.session, run.now) is None


@pytest.mark.parametrize("wish", [Wish.ANY, Wish.ENTER])
def test_of_a_pause_of_ones_own_any_key_is_asked_for_after_a_while(wish: Wish) -> None:
    run = in_hold()
    run.send(Event.PAUSE)
    run.wait(170.0)
    assert event_of(Wish.ANY, run.session, run.now) is None
    run.wait(15.0)
    assert run.said()[-1] == NET_TEXT.paused
    assert event_of(wish, run.session, run.now) is Event.RESUME


def test_any_key_answers_what_waited_for_long_and_says_at_once_that_one_is_up() -> None:
    run = begun(wall_plan(minutes=5.0, pace=Pace.MY_PACE, hands_near=True))
    while run.session.beat.step.id != "turn":
        run.send(Event.NEXT)
    assert run.session.status is Status.WAITING
    assert event_of(Wish.ANY, run.session, run.now) is None
    run.wait(185.0)
    assert run.said()[-1] == NET_TEXT.waiting
    assert event_of(Wish.ANY, run.session, run.now) is Event.NEXT
    run.to("up")
    assert event_of(Wish.ANY, run.session, run.now) is Event.NEXT


def test_any_key_asks_for_nothing_before_a_practice_or_while_it_runs() -> None:
    run = in_hold()
    assert not asks_any_key(run.session)
    run.wait(60.0)
    assert event_of(Wish.ANY, run.session, run.now) is None


def test_all_that_asks_for_any_key_in_the_shipped_words_is_obeyed() -> None:
    parts = Library(Path(__file__).parents[2] / "assets").parts()
    obeyed = {"tingling", "slept", "paused", "waiting", "slept_early"}
    texts = [*(net.text["en"] for net in parts.net.values()), parts.phrases["en"]]
    for each in texts:
        for field in fields(each):
            said = str(getattr(each, field.name)).casefold()
            # At rest it is the open step that waits: "I'm up".
            assert "any key" not in said or field.name in {*obeyed, "resting"}, field.name
