"""Words that a pause cuts off are said again, so that nobody misses what to do."""

from __future__ import annotations

import pytest

from legsup.domain.breath import Pattern
from legsup.domain.cues import Cue, CueKind
from legsup.domain.machine import upcoming
from legsup.domain.outlook import end_sign
from legsup.domain.sequence import Guidance, Stage
from legsup.domain.session import Event
from tests.domain.run import Run, begun
from tests.small_practice import STOP_RULE, a_step, line, wall, wall_plan

LONG = "Keep your legs where they are and let the floor hold you, head and heels alike."


def said(run: Run, text: str) -> list[float]:
    return [round(cue.at, 3) for cue in run.cues if cue.text == text]


def settling() -> Run:
    """A session in which the stop rule is being said: 9 words from 12 s into the step on."""
    run = begun(wall_plan())
    run.to("settle")
    run.wait(14.0)
    assert len(said(run, STOP_RULE)) == 1
    return run


def test_a_cut_off_line_is_said_again_after_the_sign_and_nothing_else_moves_where_there_is_room() -> None:
    run = settling()
    left = run.session.stretch.end - run.now
    run.send(Event.PAUSE)
    run.wait(20.0)
    resumed_at = run.now
    run.send(Event.RESUME)
    assert run.session.stretch.end - run.now == pytest.approx(left)
    run.wait(10.0)
    assert said(run, STOP_RULE)[1:] == [pytest.approx(resumed_at + 1.2)]
    run.to("hold")
    assert len(said(run, STOP_RULE)) == 2


def test_a_line_that_was_heard_out_is_not_said_again() -> None:
    run = settling()
    run.wait(4.0)
    run.send(Event.PAUSE)
    run.wait(5.0)
    run.send(Event.RESUME)
    run.to("hold")
    assert len(said(run, STOP_RULE)) == 1


def test_what_comes_later_gives_way_to_words_said_again() -> None:
    crowded = a_step("settle-2", Stage.SETTLE, 12.0, line(LONG, 1.0), line("Rest now.", 9.5), legs_up=True)
    run = begun(wall_plan(wall(crowded, a_step("hold", Stage.HOLD, legs_up=True))))
    run.to("settle-2")
    run.wait(7.0)
    end = end_sign(run.session)
    run.send(Event.PAUSE)
    run.send(Event.RESUME)
    again = next(cue for cue in upcoming(run.session, run.now + 30.0) if cue.text == LONG)
    assert end_sign(run.session) > end + 4.0
    coming = upcoming(run.session, run.session.stretch.end)
    words = [cue for cue in coming if cue.kind is CueKind.SAY and cue.beat == run.session.beat_index]
    assert [cue.text for cue in words] == [LONG, "Rest now."]
    assert words[1].at >= again.at + (again.seconds or 0.0)
    run.to("hold")


def test_the_last_words_of_a_step_lengthen_it_where_they_would_not_fit() -> None:
    late = a_step(
        "settle-2", Stage.SETTLE, 9.0, line("Rest now, for as long as you like.", 3.0), legs_up=True
    )
    run = begun(wall_plan(wall(late, a_step("hold", Stage.HOLD, legs_up=True))))
    run.to("settle-2")
    run.wait(5.5)
    run.send(Event.PAUSE)
    run.send(Event.RESUME)
    again = upcoming(run.session, run.session.stretch.end - 1e-6)[-1]
    assert again.text == "Rest now, for as long as you like."
    assert again.at + (again.seconds or 0.0) <= run.session.stretch.end + 1e-9


@pytest.mark.parametrize("between", [0.0, 0.5, 1.0, 1.3, 5.0])
def test_a_line_cut_off_is_said_again_once_however_often_one_pauses(between: float) -> None:
    run = settling()
    for _ in range(20):
        run.send(Event.PAUSE)
        run.wait(between)
        run.send(Event.RESUME)
        run.wait(between)
    run.to("hold")
    assert len(said(run, STOP_RULE)) == 2
    assert len(run.session.stretch.cues) < 200


def test_words_come_no_sooner_than_the_sign_before_them_is_heard_out() -> None:
    run = begun(wall_plan())
    run.to("settle")
    run.send(Event.PAUSE)
    run.wait(30.0)
    run.send(Event.RESUME)
    resumed_at = run.now
    run.wait(5.0)
    assert said(run, "Knees soft, legs resting on the wall.")[0] >= round(resumed_at + 1.2, 3)


def test_a_thousand_pauses_leave_no_more_cues_than_one() -> None:
    run = settling()
    for _ in range(1000):
        run.happen(Event.PAUSE)
        run.happen(Event.RESUME)
    assert len(run.session.stretch.cues) < 10


@pytest.mark.parametrize("pattern", [Pattern(4, 6), None])
def test_in_a_hold_too_a_line_is_said_again_once(pattern: Pattern | None) -> None:
    hold = a_step("hold", Stage.HOLD, None, line("Let the floor hold you.", 11.0), legs_up=True)
    run = begun(wall_plan(wall(hold), pattern=pattern))
    run.to("hold")
    for _ in range(6):
        while run.session.is_active and (not run.said() or run.said()[-1] != "Let the floor hold you."):
            run.wait(0.25, 0.25)
            if run.session.beat.step.id == "down":
                break
        run.send(Event.PAUSE)
        run.wait(1.0)
        run.send(Event.RESUME)
        run.wait(20.0)
    assert len(said(run, "Let the floor hold you.")) == 2


def test_in_a_hold_a_cut_off_line_waits_for_the_next_exhale() -> None:
    hold = a_step(
        "hold", Stage.HOLD, None, line("Let the floor hold you.", 11.0, Guidance.BELLS), legs_up=True
    )
    run = begun(wall_plan(wall(hold), ease_in=False))
    run.to("hold")
    run.wait(15.0)
    first = said(run, "Let the floor hold you.")
    assert len(first) == 1
    run.now = first[0] + 1.0
    run.send(Event.PAUSE)
    run.wait(30.0)
    run.send(Event.RESUME)
    run.wait(30.0)
    second = said(run, "Let the floor hold you.")
    assert len(second) == 2
    exhales = [cue for cue in run.cues if cue.kind is CueKind.EXHALE]
    assert any(_at_once(cue, second[1]) for cue in exhales)


def _at_once(cue: Cue, at: float) -> bool:
    return cue.at == pytest.approx(at, abs=1e-3)
