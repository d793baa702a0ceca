"""What is told of a session's future, of its present, and of its past."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from legsup.domain import ports
from legsup.domain.caption import caption
from legsup.domain.cues import CueKind
from legsup.domain.machine import ready
from legsup.domain.outlook import end_sign, walk
from legsup.domain.record import is_due, record_of
from legsup.domain.sequence import Pace, Stage
from legsup.domain.session import Event, Outcome, Status
from tests.domain.run import begun
from tests.small_practice import a_step, wall, wall_plan

WHOLE = 30.0 + 13.0 + 47.0 + 38.0 + 300.0 + 13.0 + 53.0 + 24.0 + 40.0
UUID_ONE = UUID(int=1)
STARTED = datetime(2026, 3, 2, 14, 21, tzinfo=UTC)


def test_the_end_sign_is_foretold_and_moves_with_a_pause() -> None:
    run = begun(wall_plan())
    assert end_sign(run.session) == WHOLE
    run.to("side")
    run.wait(2.0)
    run.send(Event.PAUSE)
    run.wait(60.0)
    assert end_sign(run.session) == pytest.approx(WHOLE + 60.0)
    run.send(Event.RESUME)
    run.to("up")
    assert run.times(CueKind.END) == pytest.approx([WHOLE + 60.0])


def test_open_beats_are_taken_as_answered_now() -> None:
    run = begun(wall_plan(pace=Pace.MY_PACE))
    assert end_sign(run.session) == WHOLE - 30.0
    run.wait(100.0)
    assert end_sign(run.session) == WHOLE - 30.0 + 100.0


def test_a_session_without_an_end_sign_ends_when_it_ends() -> None:
    run = begun(wall_plan(wall(bedtime=True), bedtime=True))
    assert end_sign(run.session) == WHOLE - 64.0
    assert end_sign(run.to_end()) == pytest.approx(WHOLE - 64.0, abs=2.0)


def test_a_plan_walked_through_is_what_ticks_alone_bring() -> None:
    plan = wall_plan(minutes=1.0)
    walked, run = walk(plan), begun(plan)
    run.to_end()
    assert walked.cues == tuple(run.cues)
    assert walked.seconds == WHOLE - 240.0
    assert [planned.beat for planned in walked.beats] == list(plan.beats)
    assert [planned.start for planned in walked.beats][:4] == [0.0, 30.0, 43.0, 90.0]
    assert [planned.seconds for planned in walked.beats][-2:] == [40.0, None]


def test_open_beats_take_no_time_in_a_walk() -> None:
    walked = walk(wall_plan(pace=Pace.MY_PACE))
    assert [(planned.start, planned.seconds) for planned in walked.beats][:2] == [(0.0, None), (0.0, 13.0)]
    bedtime = walk(wall_plan(wall(bedtime=True), bedtime=True))
    assert bedtime.seconds == WHOLE - 64.0


def test_the_breath_of_a_walk_can_be_asked_at_any_time() -> None:
    walked = walk(wall_plan())
    beat, breath = walked.breath(128.0 + 4.0)
    assert beat.step.id == "hold"
    assert breath is not None
    assert breath.awareness == 1.0
    assert walked.breath(-5.0)[0].step.id == "ready"
    assert walked.breath(40.0)[1] is None


def test_the_breath_is_told_between_ticks_and_not_while_nothing_runs() -> None:
    run = begun(wall_plan())
    run.to("hold")
    ahead = run.session.breath(run.now + 2.0)
    assert ahead is not None
    assert ahead.awareness == pytest.approx(0.5)
    run.send(Event.PAUSE)
    assert run.session.breath() is None


def test_the_caption_is_the_title_until_something_was_said_and_leaves_out_in_and_out() -> None:
    run = begun(wall_plan())
    assert caption(run.session) == "ready"
    run.wait(3.0)
    assert caption(run.session) == "Shoes and glasses off."
    run.to("hold")
    run.wait(5.0)
    assert run.said()[-1] == "Out."
    assert caption(run.session) == "hold"


def test_in_a_pause_the_words_stay_until_it_says_its_own() -> None:
    run = begun(wall_plan())
    run.wait(3.0)
    run.send(Event.PAUSE)
    assert caption(run.session) == "Shoes and glasses off."
    run.send(Event.RESUME)
    run.to("hold")
    run.send(Event.PAUSE)
    run.wait(200.0)
    assert caption(run.session) == run.said()[-1] != "hold"


def test_a_record_is_due_after_ten_seconds_or_with_a_hold() -> None:
    run = begun(wall_plan())
    run.wait(9.0)
    assert not is_due(run.session)
    run.wait(1.0)
    assert is_due(run.session)
    hold_first = begun(wall_plan(wall(a_step("hold", Stage.HOLD, legs_up=True))))
    for _ in range(4):
        hold_first.send(Event.NEXT)
    assert hold_first.session.practised == 0.0
    assert is_due(hold_first.session)


def test_the_desk_is_not_practised() -> None:
    run = begun(wall_plan(desk=True))
    run.wait(11.5)
    assert run.send(Event.COME_OUT).status is Status.ENDED
    assert not is_due(run.session)


def test_no_hold_has_begun_before_the_start() -> None:
    assert not ready(wall_plan()).hold_began
    assert not is_due(ready(wall_plan()))
    assert ready(wall_plan()).elapsed == 0.0


def test_a_record_tells_what_was_done() -> None:
    run = begun(wall_plan(minutes=1.0))
    run.slept = 7.0
    run.to_end()
    assert run.session.outcome is Outcome.STOPPED
    again = begun(wall_plan(minutes=1.0))
    again.to_end()
    record = record_of(again.session, UUID_ONE, STARTED)
    assert (record.sequence, record.minutes, record.pattern) == ("wall", 1.0, "4-6")
    assert (record.outcome, record.answered) == (Outcome.COMPLETED, False)
    assert (record.held, record.breaths, record.practised) == pytest.approx((60.0, 6, WHOLE - 240.0))
    assert record.elapsed == pytest.approx(WHOLE - 240.0 + 180.0, abs=2.0)


def test_own_pace_is_written_as_people_write_it() -> None:
    run = begun(wall_plan(pattern=None))
    assert record_of(run.session, UUID_ONE, STARTED).pattern == "own"
    assert record_of(run.session, UUID_ONE, STARTED).outcome is None


def test_a_hold_skipped_comes_out_early_and_one_repeated_still_completes() -> None:
    run = begun(wall_plan(minutes=1.0))
    run.to("hold")
    run.send(Event.NEXT)
    run.to("up")
    assert run.send(Event.NEXT).outcome is Outcome.CAME_OUT_EARLY


@pytest.mark.parametrize(("rested", "outcome"), [(29.0, Outcome.STOPPED), (31.0, Outcome.COMPLETED)])
def test_up_already_is_complete_once_the_seat_has_lasted(rested: float, outcome: Outcome) -> None:
    run = begun(wall_plan(minutes=0.5))
    run.to("seat")
    run.wait(rested)
    assert run.send(Event.STOP).outcome is outcome


def test_next_after_the_last_step_at_bedtime_ends_it() -> None:
    run = begun(wall_plan(wall(bedtime=True), minutes=0.5, bedtime=True))
    run.to("side")
    run.wait(19.0)
    assert run.send(Event.NEXT).status is Status.RUNNING
    run.wait(1.0)
    assert run.send(Event.NEXT).outcome is Outcome.COMPLETED


def test_the_legs_up_clock_counts_the_computer_s_sleep() -> None:
    run = begun(wall_plan(minutes=10.0))
    run.to("hold")
    run.slept = 600.0
    run.happen(Event.TICK)
    run.send(Event.RESUME)
    before = run.session
    assert run.happen(Event.ADD_MINUTE) is before


def test_dizzy_at_the_start_of_the_way_out_brings_the_feet_down_first() -> None:
    run = begun(wall_plan(minutes=0.5))
    run.to("down")
    assert run.send(Event.DIZZY).beat.step.id == "dizzy-down"


def test_what_was_just_given_is_not_given_again_after_a_pause_or_a_stall() -> None:
    for missing in (Event.PAUSE, None):
        run = begun(wall_plan(minutes=0.5))
        run.to("sit")
        run.send(Event.NEXT)
        run.cues.clear()
        if missing is None:
            run.now += 60.0
            run.send(Event.TICK)
        else:
            run.send(missing)
            run.send(Event.RESUME)
        assert CueKind.STEP not in run.kinds()
        assert run.kinds()[-1] is CueKind.RESUMED


@pytest.mark.parametrize("port", [ports.Clock, ports.VoiceSource])
def test_what_the_domain_asks_of_the_world_is_asked_by_protocols_alone(port: type) -> None:
    with pytest.raises(TypeError, match="Protocols cannot be instantiated"):
        port()
