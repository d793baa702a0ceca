"""What each event does in each status: the table of the session machine, row by row."""

from __future__ import annotations

import pytest

from legsup.domain.cues import CueKind
from legsup.domain.machine import applies, ready, step, upcoming
from legsup.domain.sequence import Pace
from legsup.domain.session import Event, Outcome, PausedBy, Reading, Status
from tests.domain.run import begun
from tests.small_practice import wall_plan


def test_a_session_that_is_ready_knows_start_alone() -> None:
    session = ready(wall_plan())
    for event in Event:
        after, cues = step(session, event, Reading(5.0))
        assert (after is session) is (event is not Event.START)
        assert cues == ()
    assert upcoming(session, 100.0) == ()


def test_a_session_that_has_ended_ignores_everything() -> None:
    run = begun(wall_plan())
    ended = run.send(Event.STOP)
    for event in Event:
        assert step(ended, event, Reading(run.now + 1.0))[0] is ended


def test_start_opens_the_first_beat_waiting_when_it_is_open() -> None:
    assert begun(wall_plan()).session.status is Status.RUNNING
    assert begun(wall_plan(pace=Pace.MY_PACE)).session.status is Status.WAITING


@pytest.mark.parametrize("event", [Event.START, Event.RESUME])
def test_what_does_not_apply_while_running_gives_the_very_same_session(event: Event) -> None:
    session = begun(wall_plan()).session
    assert step(session, event, Reading(0.0))[0].revision == session.revision


@pytest.mark.parametrize("event", [Event.START, Event.PAUSE, Event.RESUME, Event.ADD_MINUTE])
def test_an_open_beat_is_not_moved_by_pausing_or_adding(event: Event) -> None:
    run = begun(wall_plan(pace=Pace.MY_PACE))
    before = run.session
    after = run.send(event)
    assert (after.status, after.revision) == (Status.WAITING, before.revision)


@pytest.mark.parametrize("name", ["ready", "turn", "hold", "down", "seat", "up"])
def test_an_event_applies_where_it_changes_more_than_the_time(name: str) -> None:
    run = begun(wall_plan(minutes=20.0))
    run.to(name)
    for session in (run.session, run.send(Event.PAUSE)):
        for event in Event:
            after, _ = step(session, event, Reading(session.seen))
            assert applies(event, session) is (after.mark != session.mark), event


def test_next_goes_on_and_answers_an_open_beat() -> None:
    assert begun(wall_plan()).send(Event.NEXT).beat.step.id == "sit"
    assert begun(wall_plan(pace=Pace.MY_PACE)).send(Event.NEXT).beat.step.id == "sit"


def test_next_moves_a_paused_session_and_lets_it_run() -> None:
    run = begun(wall_plan())
    run.send(Event.PAUSE)
    after = run.send(Event.NEXT)
    assert (after.beat.step.id, after.status) == ("sit", Status.RUNNING)


def test_next_leaves_the_seat_only_after_thirty_seconds() -> None:
    run = begun(wall_plan())
    run.to("seat")
    run.wait(28.0)
    assert run.send(Event.NEXT).beat.step.id == "seat"
    run.wait(2.5)
    assert run.send(Event.NEXT).beat.up


def test_next_on_im_up_ends_it() -> None:
    run = begun(wall_plan(minutes=0.5))
    run.to("up")
    assert run.send(Event.NEXT).outcome is Outcome.COMPLETED
    assert run.session.answered


def test_back_stays_within_its_part_of_the_practice() -> None:
    run = begun(wall_plan(desk=True))
    run.wait(12.5)
    assert run.session.beat.step.id == "ready"
    assert run.send(Event.BACK).beat.step.id == "ready"
    run.to("settle")
    assert run.send(Event.BACK).beat.step.id == "turn"
    run.to("hold")
    assert run.send(Event.BACK).beat.step.id == "hold"
    run.to("down")
    assert run.send(Event.BACK).beat.step.id == "down"
    run.to("side")
    assert run.send(Event.BACK).beat.step.id == "down"
    run.to("seat")
    assert run.send(Event.BACK).beat.step.id == "seat"


def test_back_at_the_very_first_step_does_nothing() -> None:
    assert begun(wall_plan()).send(Event.BACK).beat_index == 0


def test_pause_and_resume_leave_a_step_where_it_was() -> None:
    run = begun(wall_plan())
    run.to("sit")
    run.wait(4.0)
    into = run.session.into_beat
    run.send(Event.PAUSE)
    run.wait(50.0)
    assert (run.session.status, run.session.into_beat) == (Status.PAUSED, into)
    run.send(Event.RESUME)
    assert run.session.into_beat == into
    assert CueKind.RESUMED in run.kinds()
    assert run.said().count("Sit down sideways.") == 1


def test_resuming_a_hold_begins_a_new_inhale_and_the_held_time_goes_on() -> None:
    run = begun(wall_plan(minutes=2.0))
    run.to("hold")
    run.wait(17.0)
    held = run.session.held
    run.send(Event.PAUSE)
    run.wait(30.0)
    assert run.session.held == held
    run.send(Event.RESUME)
    breath = run.session.breath()
    assert breath is not None
    assert (breath.phase.value, breath.fraction) == ("inhale", 0.0)
    run.to("down")
    # 17 s were held, and the next whole breaths of 10 s pass the nominal 120 at 127.
    assert run.session.held == pytest.approx(held + 110.0, abs=0.01)


def test_tingling_is_a_pause_with_its_own_words() -> None:
    run = begun(wall_plan())
    run.to("hold")
    assert run.send(Event.TINGLE).pause is not None
    assert run.session.pause is not None
    assert run.session.pause.by is PausedBy.TINGLING
    run.wait(2.0)
    assert run.said()[-1] == "Bend your knees, or shake your legs."
    assert run.send(Event.RESUME).status is Status.RUNNING


def test_come_out_before_anyone_lay_down_ends_it() -> None:
    run = begun(wall_plan())
    run.to("sit")
    assert run.send(Event.COME_OUT).outcome is Outcome.CAME_OUT_EARLY
    waiting = begun(wall_plan(pace=Pace.MY_PACE))
    assert waiting.send(Event.COME_OUT).status is Status.ENDED


@pytest.mark.parametrize("name", ["turn", "settle", "hold"])
def test_come_out_from_the_floor_leads_through_the_whole_way_out(name: str) -> None:
    run = begun(wall_plan())
    run.to(name)
    after = run.send(Event.COME_OUT)
    assert (after.beat.step.id, after.status) == ("down", Status.RUNNING)
    assert run.cues[-1].kind is CueKind.COME_OUT
    assert run.to_end().outcome is Outcome.CAME_OUT_EARLY


def test_come_out_in_the_way_out_changes_nothing_but_a_pause() -> None:
    run = begun(wall_plan())
    run.to("side")
    revision = run.session.revision
    assert run.send(Event.COME_OUT).revision == revision
    run.send(Event.PAUSE)
    after = run.send(Event.COME_OUT)
    assert (after.status, after.beat.step.id) == (Status.RUNNING, "side")
    run.to("up")
    assert run.send(Event.COME_OUT).beat.up


def test_come_out_from_a_pause_on_the_floor_moves_and_runs() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.send(Event.PAUSE)
    assert run.send(Event.COME_OUT).beat.step.id == "down"


@pytest.mark.parametrize("name", ["ready", "hold", "side", "seat"])
def test_stop_ends_it_from_anywhere(name: str) -> None:
    run = begun(wall_plan())
    run.to(name)
    assert run.send(Event.STOP).outcome is Outcome.STOPPED


def test_stop_ends_a_pause_and_completes_on_im_up() -> None:
    run = begun(wall_plan(minutes=0.5))
    run.send(Event.PAUSE)
    assert run.send(Event.STOP).outcome is Outcome.STOPPED
    run = begun(wall_plan(minutes=0.5))
    run.to("up")
    assert run.send(Event.STOP).outcome is Outcome.COMPLETED


def test_dizzy_from_the_wall_is_two_minutes_on_the_side_and_two_seated() -> None:
    run = begun(wall_plan())
    run.to("hold")
    after = run.send(Event.DIZZY)
    assert after.beat.step.id == "dizzy-down"
    assert after.breath() is None
    run.to("dizzy-side")
    assert run.send(Event.NEXT).beat.step.id == "dizzy-side"
    run.wait(120.0)
    assert run.session.beat.step.id == "dizzy-seat"
    run.wait(60.0)
    assert run.send(Event.NEXT).beat.step.id == "dizzy-seat"
    assert run.to_end().outcome is Outcome.CAME_OUT_EARLY
    assert "childs-pose" not in [
        beat.step.id for beat in run.session.plan.beats[run.session.beat_index - 3 :]
    ]


@pytest.mark.parametrize(
    ("name", "first"),
    [("ready", "dizzy-lie"), ("settle", "dizzy-down"), ("side", "dizzy-side"), ("seat", "dizzy-lie")],
)
def test_dizzy_begins_where_the_person_is(name: str, first: str) -> None:
    run = begun(wall_plan())
    run.to(name)
    assert run.send(Event.DIZZY).beat.step.id == first


def test_dizzy_in_a_pause_before_any_hold_is_no_completed_practice() -> None:
    run = begun(wall_plan())
    run.to("settle")
    run.send(Event.PAUSE)
    run.send(Event.DIZZY)
    assert run.to_end().outcome is Outcome.CAME_OUT_EARLY


def test_dizzy_after_the_holds_still_completes() -> None:
    run = begun(wall_plan(minutes=0.5))
    run.to("seat")
    run.send(Event.DIZZY)
    assert run.to_end().outcome is Outcome.COMPLETED
