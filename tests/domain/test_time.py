"""Sleep, stalls, limits and the floor rule: what time does to a session by itself."""

from __future__ import annotations

import pytest

from legsup.domain.cues import CueKind
from legsup.domain.machine import step, upcoming
from legsup.domain.sequence import Pace
from legsup.domain.session import Event, Outcome, PausedBy, Reading, Status
from tests.domain.run import begun
from tests.small_practice import wall, wall_plan


def test_a_sleep_of_the_computer_pauses_and_counts_nothing() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.wait(14.0)
    held = run.session.held
    run.slept, run.now = 3600.0, run.now + 0.2
    after = run.send(Event.TICK)
    assert after.status is Status.PAUSED
    assert after.pause is not None
    assert after.pause.by is PausedBy.SLEEP
    assert after.held == held


def test_a_nap_of_five_seconds_is_no_sleep() -> None:
    run = begun(wall_plan())
    run.slept = 5.0
    assert run.wait(1.0).status is Status.RUNNING


def test_hands_free_an_unanswered_wake_goes_to_the_way_out_after_twenty_seconds() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.slept = 60.0
    run.wait(3.0)
    assert run.said()[-1] == "The computer slept."
    run.wait(16.0)
    assert run.session.status is Status.PAUSED
    run.wait(2.0)
    assert run.session.beat.step.id == "down"


def test_hands_free_a_sleep_in_the_way_out_goes_on_with_it() -> None:
    run = begun(wall_plan())
    run.to("side")
    run.slept = 60.0
    run.wait(25.0)
    assert (run.session.beat.step.id, run.session.status) == ("side", Status.RUNNING)


def test_hands_free_a_sleep_on_one_s_feet_ends_it() -> None:
    run = begun(wall_plan())
    run.slept = 60.0
    run.wait(25.0)
    assert run.session.outcome is Outcome.STOPPED


def test_at_one_s_own_pace_a_sleep_is_a_pause_like_any_other() -> None:
    run = begun(wall_plan(pace=Pace.MY_PACE))
    run.send(Event.NEXT)
    run.to("hold")
    run.slept = 60.0
    run.wait(60.0)
    assert run.session.status is Status.PAUSED
    run.wait(301.0)
    assert run.session.beat.step.id == "down"


def test_sleep_while_it_waits_changes_nothing() -> None:
    run = begun(wall_plan(pace=Pace.MY_PACE))
    run.slept = 60.0
    assert run.wait(2.0).status is Status.WAITING


def test_of_a_stall_five_seconds_are_counted_and_a_hold_goes_on_at_an_inhale() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.wait(13.0)
    held, breaths = run.session.held, run.session.breaths
    run.now += 90.0
    after = run.send(Event.TICK)
    assert (after.status, after.held, after.breaths) == (Status.RUNNING, held + 5.0, breaths)
    assert CueKind.RESUMED in run.kinds()
    breath = after.breath()
    assert breath is not None
    assert breath.fraction == 0.0


def test_a_gap_of_five_seconds_is_no_stall() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.wait(13.0)
    held, revision, breath = run.session.held, run.session.revision, run.session.breath(run.now + 5.0)
    run.now += 5.0
    after = run.send(Event.TICK)
    assert (after.held, after.revision, after.breath()) == (held + 5.0, revision, breath)
    assert CueKind.RESUMED not in run.kinds()


def test_a_stalled_step_goes_on_where_it_was() -> None:
    run = begun(wall_plan())
    run.to("sit")
    into = run.session.into_beat
    run.now += 30.0
    assert run.send(Event.TICK).into_beat == pytest.approx(into + 5.0)
    assert run.session.practised == pytest.approx(35.0 + into)


def test_a_stall_while_paused_or_waiting_is_not_counted_as_waiting() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.send(Event.PAUSE)
    run.now += 1000.0
    assert run.send(Event.TICK).status is Status.PAUSED


def test_a_reading_that_goes_back_is_taken_as_the_last_one() -> None:
    run = begun(wall_plan())
    run.wait(10.0)
    session, cues = step(run.session, Event.TICK, Reading(3.0))
    assert (session.seen, cues) == (10.0, ())


def test_a_pause_on_the_floor_is_asked_about_and_ends_in_the_way_out() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.send(Event.PAUSE)
    start = run.now
    run.wait(361.0)
    assert run.times(CueKind.RECALL) == [start + 180.0]
    assert run.session.beat.step.id == "down"


def test_a_pause_on_the_side_goes_on_by_itself() -> None:
    run = begun(wall_plan())
    run.to("side")
    run.send(Event.PAUSE)
    run.wait(361.0)
    assert (run.session.beat.step.id, run.session.status) == ("side", Status.RUNNING)


def test_a_pause_on_one_s_feet_and_an_open_beat_close_after_half_an_hour() -> None:
    paused = begun(wall_plan())
    paused.send(Event.PAUSE)
    paused.wait(1799.0)
    assert paused.session.status is Status.PAUSED
    assert paused.wait(2.0).outcome is Outcome.STOPPED
    waiting = begun(wall_plan(pace=Pace.MY_PACE))
    assert waiting.wait(1801.0).outcome is Outcome.STOPPED
    assert not waiting.session.answered


def test_nobody_answering_at_the_end_is_asked_twice_and_then_left_in_peace() -> None:
    run = begun(wall_plan(minutes=0.5))
    run.to("up")
    start = run.session.stretch.begin
    run.to_end()
    assert run.times(CueKind.END) == [start]
    assert run.times(CueKind.RECALL) == [start + 60.0, start + 120.0]
    assert run.session.outcome is Outcome.COMPLETED
    assert not run.session.answered
    assert run.session.stretch.end == start + 180.0


def test_bedtime_ends_on_the_side_without_a_sign() -> None:
    run = begun(wall_plan(wall(bedtime=True), minutes=0.5, bedtime=True))
    run.to_end()
    assert run.session.outcome is Outcome.COMPLETED
    assert CueKind.END not in run.kinds()
    assert CueKind.RECALL not in run.kinds()


def test_a_whole_practice_by_ticks_alone_is_what_upcoming_said_at_the_start() -> None:
    run = begun(wall_plan(desk=True))
    ahead = upcoming(run.session, 10_000.0)
    run.to_end()
    assert tuple(run.cues) == ahead
    assert (run.session.held, run.session.breaths, run.session.practised) == (300.0, 30, 558.0)
