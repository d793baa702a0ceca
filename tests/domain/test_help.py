"""Spoken help: said at once wherever a session is, never over other words, and nothing else is changed by it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legsup.domain.breath import Pattern
from legsup.domain.caption import caption
from legsup.domain.cues import CueKind
from legsup.domain.machine import upcoming
from legsup.domain.sequence import Guidance, Pace, Stage
from legsup.domain.session import Event, Status
from tests.domain.any_plans import plans
from tests.domain.run import Run, begun
from tests.small_practice import PHRASES, a_step, line, wall, wall_plan

if TYPE_CHECKING:
    from legsup.domain.plan import Plan

HELP = PHRASES.help


def helped_at(run: Run) -> list[float]:
    return [cue.at for cue in run.cues if cue.text == HELP]


def in_hold(after: float = 30.0, plan: Plan | None = None) -> Run:
    run = begun(plan or wall_plan(minutes=2.0))
    run.to("hold")
    run.wait(after)
    return run


def apart(run: Run) -> bool:
    """Whether no line begins before the one before it is over."""
    said = [cue for cue in run.cues if cue.kind is CueKind.SAY]
    return all(one.at + (one.seconds or 0.0) <= other.at + 1e-6 for one, other in pairwise(said))


def test_it_is_said_a_moment_later_and_shown_and_the_status_stays() -> None:
    run = in_hold()
    assert run.send(Event.HELP).status is Status.RUNNING
    run.wait(2.0)
    assert helped_at(run) == [pytest.approx(run.now - 0.8)]
    assert caption(run.session) == HELP


def test_it_stands_in_the_future_at_once() -> None:
    run = in_hold()
    run.happen(Event.HELP)
    assert HELP in {cue.text for cue in upcoming(run.session, run.now + 5.0)}


@pytest.mark.parametrize("event", [None, Event.PAUSE, Event.TINGLE])
def test_it_is_said_in_a_pause_too_which_ends_when_it_would_have(event: Event | None) -> None:
    run = in_hold()
    if event is not None:
        run.send(event)
    before = run.session
    run.wait(9.0)
    run.send(Event.HELP)
    assert run.session.status is before.status
    assert run.session.stretch.end == before.stretch.end
    run.wait(4.0)
    assert len(helped_at(run)) == 1
    assert apart(run)


def test_it_is_said_where_a_step_waits_and_the_step_still_waits() -> None:
    run = begun(wall_plan(pace=Pace.MY_PACE))
    assert run.session.status is Status.WAITING
    run.wait(20.0)
    run.send(Event.HELP)
    run.wait(4.0)
    assert run.session.status is Status.WAITING
    assert len(helped_at(run)) == 1
    note = [cue.at for cue in run.cues if cue.kind is CueKind.NOTE]
    assert note[-1] == pytest.approx(helped_at(run)[0] - 1.2)


def test_again_while_it_is_said_or_due_is_nothing() -> None:
    run = in_hold()
    run.send(Event.HELP)
    before = run.session
    assert run.happen(Event.HELP) is before
    run.wait(3.0)
    before = run.session
    assert run.happen(Event.HELP) is before
    run.wait(20.0)
    run.send(Event.HELP)
    run.wait(4.0)
    assert len(helped_at(run)) == 2


def test_what_is_being_said_is_said_to_its_end_first_and_what_comes_gives_way() -> None:
    run = begun(wall_plan())
    run.to("settle")
    while run.session.stretch.cues[run.session.cursor - 1].kind is not CueKind.SAY:
        run.wait(0.1, 0.1)
    said = run.session.stretch.cues[run.session.cursor - 1]
    run.send(Event.HELP)
    run.to("hold")
    assert helped_at(run)[0] >= said.at + (said.seconds or 0.0) + 0.7 - 1e-6
    assert apart(run)


def test_a_beat_lasts_until_it_is_over() -> None:
    run = begun(wall_plan())
    run.to("turn")
    end = run.session.stretch.end
    run.wait(end - run.now - 0.5, 0.25)
    run.send(Event.HELP)
    assert run.session.stretch.end == pytest.approx(helped_at_end(run))
    run.to("settle")
    assert apart(run)


def helped_at_end(run: Run) -> float:
    return next(cue.at + (cue.seconds or 0.0) for cue in run.session.stretch.cues if cue.text == HELP)


def test_in_a_hold_breath_and_end_stay_as_they_are() -> None:
    plain, asked = in_hold(2.0), in_hold(2.0)
    end = plain.session.stretch.end
    asked.send(Event.HELP)
    assert asked.session.stretch.end == end
    for run in (plain, asked):
        run.to("down")
    kinds = {CueKind.INHALE, CueKind.EXHALE}
    assert [cue.at for cue in plain.cues if cue.kind in kinds] == [
        cue.at for cue in asked.cues if cue.kind in kinds
    ]
    assert plain.session.tally.breaths == asked.session.tally.breaths
    assert apart(asked)
    assert "Out." in plain.said()
    assert asked.said().count("Out.") < plain.said().count("Out.")


def test_in_a_hold_it_waits_for_a_line_that_is_about_to_be_said() -> None:
    hold = a_step("hold", Stage.HOLD, None, line("Let the floor hold you.", 60.0), legs_up=True)
    run = begun(wall_plan(wall(hold), minutes=2.0, guidance=Guidance.SHORT))
    run.to("hold")
    words = next(cue for cue in run.session.stretch.cues if cue.text == "Let the floor hold you.")
    run.wait(words.at - run.now - 1.5, 0.25)
    run.send(Event.HELP)
    run.to("down")
    assert helped_at(run) == [pytest.approx(words.at + (words.seconds or 0.0) + 0.7)]
    assert "Let the floor hold you." in run.said()


def test_without_pacing_a_soft_note_comes_before_it() -> None:
    run = in_hold(plan=wall_plan(minutes=2.0, pattern=None))
    run.send(Event.HELP)
    run.wait(3.0)
    assert run.cues[-2].kind is CueKind.NOTE
    assert run.cues[-1].at - run.cues[-2].at == pytest.approx(1.2)


def late(run: Run) -> Run:
    """Ask so late in a hold that nothing more can be said in it."""
    run.wait(run.session.stretch.end - run.now - 3.0, 0.25)
    run.send(Event.HELP)
    return run


def test_at_the_end_of_a_hold_it_opens_the_way_out_after_its_sign() -> None:
    run = late(in_hold())
    assert run.session.help_due
    before = run.session
    assert run.happen(Event.HELP) is before
    assert HELP in {cue.text for cue in upcoming(run.session, run.now + 15.0)}
    run.to("side")
    sign = run.times(CueKind.COME_OUT)[0]
    assert helped_at(run)[0] >= sign + 1.6 - 1e-6
    assert run.said().index(HELP) < run.said().index("Slide your feet down the wall.")
    assert not run.session.help_due
    assert apart(run)


def test_between_two_holds_it_opens_the_next() -> None:
    holds = (a_step(name, Stage.HOLD, None, legs_up=True) for name in ("hold", "again"))
    run = begun(wall_plan(wall(*holds), minutes=2.0))
    run.to("hold")
    late(run)
    run.to("down")
    assert len(helped_at(run)) == 1
    assert {cue.beat for cue in run.cues if cue.text == HELP} == {run.session.beat_index - 1}


@pytest.mark.parametrize("event", [Event.NEXT, Event.COME_OUT, Event.DIZZY, Event.PAUSE])
def test_what_the_person_does_next_takes_the_place_of_help_that_is_due(event: Event) -> None:
    run = late(in_hold())
    run.send(event)
    run.send(Event.RESUME)
    run.wait(20.0)
    assert not run.session.help_due


def test_a_hold_shorter_than_the_words_leaves_them_to_the_next_beat() -> None:
    run = begun(
        wall_plan(wall(*(a_step(name, Stage.HOLD, None, legs_up=True) for name in "ab")), minutes=0.1)
    )
    run.to("a")
    late_session = run.send(Event.HELP)
    run.to("down")
    run.wait(12.0)
    assert late_session.status is Status.RUNNING
    assert len(helped_at(run)) == 1
    assert apart(run)


@pytest.mark.uncounted
@settings(max_examples=60, deadline=None)
@given(plans(), st.lists(st.floats(0.1, 200.0), min_size=1, max_size=6))
def test_however_often_and_whenever_it_is_asked_for_nothing_overlaps(plan: Plan, waits: list[float]) -> None:
    run = begun(plan)
    for wait in (*waits, *[60.0] * 60):
        run.wait(wait)
        if wait in waits:
            run.send(Event.HELP)
        elif run.session.status is Status.WAITING:
            run.send(Event.NEXT)
    assert apart(run)
    assert run.session.status is Status.ENDED


def test_a_hold_of_whole_breaths_is_not_lengthened() -> None:
    run = begun(wall_plan(minutes=0.5, pattern=Pattern(inhale=4, exhale=6)))
    run.to("hold")
    end = run.session.stretch.end
    for _ in range(4):
        run.send(Event.HELP)
        run.wait(5.0)
    run.to("side")
    down = next(beat.index for beat in run.session.plan.beats if beat.step.id == "down")
    first = next(cue.at for cue in run.cues if cue.beat == down)
    assert end <= first <= end + 2.0
