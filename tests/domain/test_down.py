"""Down on the floor, legs up or not: whatever stops a session there, it says so and leads out."""

from __future__ import annotations

import pytest

from legsup.domain.cues import CueKind
from legsup.domain.sequence import Pace, Sequence, Stage
from legsup.domain.session import Event, Outcome, PausedBy, Status
from tests.domain.run import Run, begun
from tests.small_practice import NET_TEXT, a_step, line, wall, wall_plan


def on_the_back() -> Sequence:
    """A practice in which one lies with the legs down before anything else."""
    sequence = wall()
    lie = a_step("lie", Stage.ENTER, 24.0, line("Lean back.", 1.0), pose="soles-on-floor")
    steps = list(sequence.steps)
    steps.insert(2, lie)
    return Sequence(id="low", minutes=sequence.minutes, text=sequence.text, steps=tuple(steps))


def lying(**choices: object) -> Run:
    run = begun(wall_plan(on_the_back(), **choices))
    while run.session.beat.step.id != "lie":
        run.send(Event.NEXT)
    if run.session.status is Status.RUNNING:
        run.wait(3.0)
    return run


def test_lying_with_the_legs_down_is_down_and_sitting_is_not() -> None:
    run = begun(wall_plan(on_the_back()))
    run.to("sit")
    assert not run.session.went_down
    run.to("lie")
    assert run.session.went_down


def test_come_out_leads_out_of_lying_with_the_legs_down() -> None:
    run = lying()
    assert run.send(Event.COME_OUT).beat.step.id == "down"
    assert run.to_end().outcome is Outcome.CAME_OUT_EARLY
    assert "Slide your feet down the wall." in run.said()


def test_asleep_while_lying_with_the_legs_down_what_is_said_is_done() -> None:
    run = lying()
    run.slept += 3600.0
    run.wait(3.0)
    assert run.said()[-1] == NET_TEXT.slept
    run.wait(20.0)
    assert run.session.beat.step.id == "down"


def test_a_pause_while_lying_with_the_legs_down_is_asked_about_and_ends() -> None:
    run = lying()
    run.send(Event.PAUSE)
    run.wait(185.0)
    assert run.said()[-1] == NET_TEXT.paused
    run.wait(180.0)
    assert run.session.beat.step.id == "down"


def test_an_open_step_met_while_down_is_asked_about_after_three_minutes_and_left_after_six() -> None:
    run = lying(pace=Pace.MY_PACE, hands_near=True)
    assert run.session.status is Status.WAITING
    begin = run.session.stretch.begin
    run.wait(183.0)
    assert run.times(CueKind.RECALL) == [begin + 180.0]
    assert run.said()[-1] == NET_TEXT.waiting
    run.wait(178.0)
    assert run.session.beat.step.id == "down"
    run.to("up")
    assert run.send(Event.NEXT).answered


def test_an_open_step_on_one_s_feet_closes_after_half_an_hour() -> None:
    run = begun(wall_plan(on_the_back(), pace=Pace.MY_PACE, hands_near=True))
    run.send(Event.NEXT)
    assert (run.session.beat.step.id, run.session.went_down) == ("sit", False)
    assert run.wait(1801.0).outcome is Outcome.STOPPED


@pytest.mark.parametrize("pace", Pace)
def test_on_one_s_feet_nobody_hears_that_we_come_out(pace: Pace) -> None:
    run = begun(wall_plan(pace=pace))
    run.wait(2.0)
    if pace is Pace.MY_PACE:
        run.send(Event.NEXT)
    run.slept += 60.0
    run.wait(4.0)
    assert run.said()[-1] == "The computer slept. Otherwise this ends here."
    run.wait(17.5 if pace is Pace.HANDS_FREE else 1800.0)
    assert run.session.outcome is Outcome.STOPPED


def test_asleep_a_second_time_it_is_asked_again_and_twenty_seconds_count_from_the_latest_waking() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.slept += 60.0
    run.wait(15.0)
    run.slept += 60.0
    run.wait(15.0)
    assert run.session.status is Status.PAUSED
    assert run.said().count(NET_TEXT.slept) == 2
    run.wait(6.0)
    assert run.session.beat.step.id == "down"
    assert run.session.tally.pauses == 1


def test_a_sleep_in_a_pause_of_one_s_own_asks_and_counts_from_the_waking() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.send(Event.PAUSE)
    run.wait(170.0)
    run.slept += 3600.0
    run.wait(10.0)
    assert run.said()[-1] == NET_TEXT.slept
    assert run.session.pause is not None
    assert run.session.pause.by is PausedBy.PERSON
    run.wait(340.0)
    assert run.session.status is Status.PAUSED
    run.wait(15.0)
    assert run.session.beat.step.id == "down"


def test_a_sleep_in_a_pause_on_one_s_feet_asks_nobody() -> None:
    run = begun(wall_plan())
    run.send(Event.PAUSE)
    run.slept += 3600.0
    run.wait(10.0)
    assert run.said() == []


def test_tingling_answers_a_pause_that_sleep_made_and_begins_its_clock_anew() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.slept += 60.0
    run.wait(15.0)
    run.send(Event.TINGLE)
    run.wait(30.0)
    assert run.session.status is Status.PAUSED
    assert run.said()[-1] == NET_TEXT.tingling
    run.wait(335.0)
    assert run.session.beat.step.id == "down"
    assert run.session.tally.pauses == 1


def test_tingling_again_while_it_is_being_said_changes_nothing() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.send(Event.TINGLE)
    run.wait(3.0)
    before = run.session
    assert run.happen(Event.TINGLE) is before
    run.wait(20.0)
    run.send(Event.TINGLE)
    run.wait(5.0)
    assert run.said().count(NET_TEXT.tingling) == 2


def test_tingling_at_a_step_that_waits_gives_its_guidance_and_goes_back_to_it() -> None:
    run = begun(wall_plan(pace=Pace.MY_PACE))
    assert run.send(Event.TINGLE).status is Status.PAUSED
    run.wait(8.0)
    assert run.said()[-1] == NET_TEXT.tingling
    assert run.send(Event.RESUME).status is Status.WAITING
    assert run.send(Event.NEXT).beat.step.id == "sit"


def test_a_minute_of_tingling_at_im_up_leaves_the_end_sign_where_it_was() -> None:
    run = begun(wall_plan(minutes=0.5))
    run.to("up")
    run.wait(10.0)
    sign = run.session.end_sign
    run.send(Event.TINGLE)
    run.wait(365.0)
    assert (run.session.status, run.session.end_sign) == (Status.WAITING, sign)
    assert run.to_end().outcome is Outcome.COMPLETED


def test_on_a_chair_one_is_down_with_the_hold() -> None:
    hold = a_step("hold", Stage.HOLD, pose="seated-chair")
    steps = [
        a_step("settle", Stage.SETTLE, 20.0, pose="seated-chair"),
        hold,
        a_step("let-go", Stage.COME_OUT, 14.0, pose="seated-chair"),
        a_step("seat", Stage.REST, 40.0, pose="seated-chair", tag="seat"),
    ]
    sequence = Sequence(id="chair", minutes=wall().minutes, text=wall().text, steps=tuple(steps))
    run = begun(wall_plan(sequence))
    assert run.send(Event.COME_OUT).outcome is Outcome.CAME_OUT_EARLY
    run = begun(wall_plan(sequence))
    run.to("hold")
    assert run.send(Event.COME_OUT).beat.step.id == "let-go"


@pytest.mark.parametrize("gaps", [(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 6.0), (5.01,), (600.0,)])
@pytest.mark.parametrize("pattern", ["4-6", None])
def test_stalls_hold_nobody_for_ever(gaps: tuple[float, ...], pattern: str | None) -> None:
    run = begun(wall_plan(minutes=2.0, **({} if pattern else {"pattern": None})))
    for number in range(2000):
        if not run.session.is_active:
            break
        run.now += gaps[number % len(gaps)]
        run.happen(Event.TICK)
    assert run.session.outcome is Outcome.COMPLETED
    assert "Slide your feet down the wall." in run.said()


def test_a_stall_in_the_breath_that_finishes_a_hold_ends_it() -> None:
    run = begun(wall_plan(minutes=0.7))
    run.to("hold")
    run.wait(43.0)
    run.now += 100.0
    assert run.happen(Event.TICK).beat.step.id == "down"


def test_the_legs_up_clock_counts_a_whole_stall() -> None:
    run = begun(wall_plan(minutes=10.0))
    run.to("hold")
    before = run.session.tally.legs_up
    run.now += 300.0
    run.happen(Event.TICK)
    assert run.session.tally.legs_up == pytest.approx(before + 300.0, abs=1.0)


@pytest.mark.parametrize("event", [Event.PAUSE, Event.TINGLE, Event.NEXT, Event.DIZZY, Event.COME_OUT])
def test_an_event_in_the_reading_after_a_stall_takes_the_place_of_its_sign(event: Event) -> None:
    run = begun(wall_plan())
    run.to("settle")
    run.wait(2.0)
    run.now += 60.0
    run.send(event)
    run.wait(1.0)
    assert CueKind.RESUMED not in run.kinds()
    if event is Event.PAUSE:
        run.wait(12.0)
        run.send(Event.RESUME)
        run.wait(20.0)
        assert run.kinds().count(CueKind.RESUMED) == 1


def test_a_minute_added_in_the_reading_after_a_stall_leaves_its_sign() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.now += 60.0
    run.send(Event.ADD_MINUTE)
    assert run.session.plan.holding == 360.0
    assert run.kinds().count(CueKind.RESUMED) == 1
    run.now += 60.0
    run.send(Event.RESUME)
    assert run.kinds().count(CueKind.RESUMED) == 2


def test_no_sign_that_it_goes_on_where_it_does_not_run() -> None:
    run = begun(wall_plan(pace=Pace.MY_PACE))
    run.now += 60.0
    run.send(Event.TICK)
    assert CueKind.RESUMED not in run.kinds()
