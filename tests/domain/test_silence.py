"""Silence is always a sign: a note comes before words that break it, at every pace and in pauses, and signs keep apart."""

from __future__ import annotations

from itertools import pairwise

import pytest

from legsup.domain.breath import Pattern
from legsup.domain.cues import SIGN_GAP, SIGNS, CueKind
from legsup.domain.outlook import walk
from legsup.domain.sequence import Guidance, Pace, Side, Stage
from legsup.domain.session import Event
from tests.domain.run import Run, begun
from tests.small_practice import a_step, line, wall, wall_plan


def led_in(run: Run, text: str) -> bool:
    """Whether the words break no silence of 4 s or more, or a note or bell comes 1.0-1.6 s before them."""
    number = next(index for index, cue in enumerate(run.cues) if cue.text == text)
    at = run.cues[number].at
    before = [cue.at + (cue.seconds or 0.0) for cue in run.cues[:number]]
    return at - max(before) < 4.0 and any(1.0 - 1e-6 <= at - heard <= 1.6 + 1e-6 for heard in before)


def test_without_pacing_words_come_out_of_silence_with_a_note_before_them() -> None:
    hold = a_step("hold", Stage.HOLD, None, line("Let the floor hold you.", 44.0), legs_up=True)
    run = begun(wall_plan(wall(hold), pattern=None, minutes=5.0))
    run.to("down")
    assert led_in(run, "Let the floor hold you.")
    heard = [cue.at for cue in run.cues if cue.beat == 4]
    assert all(later - earlier < 60.0 for earlier, later in pairwise(heard))


@pytest.mark.parametrize("at", [3.0, 30.0, 47.0, 52.0, 53.9, 55.0, 104.0])
def test_without_pacing_no_note_crowds_the_words(at: float) -> None:
    hold = a_step("hold", Stage.HOLD, None, line("Let the floor hold you.", at), legs_up=True)
    run = begun(wall_plan(wall(hold), pattern=None, minutes=4.0))
    run.to("down")
    notes = [cue.at for cue in run.cues if cue.beat == 4 and cue.kind is not CueKind.SAY]
    assert all(later - earlier >= 1.2 for earlier, later in pairwise(notes))
    heard = [cue.at for cue in run.cues if cue.beat in {4, 5}]
    assert all(later - earlier < 60.0 for earlier, later in pairwise(heard))


def test_in_a_pause_too_words_come_with_a_note_before_them() -> None:
    run = begun(wall_plan())
    run.to("turn")
    run.wait(20.0)
    run.send(Event.TINGLE)
    run.wait(5.0)
    assert led_in(run, "Bend your knees, or shake your legs.")
    run = begun(wall_plan())
    run.to("turn")
    run.slept += 60.0
    run.wait(5.0)
    assert led_in(run, "The computer slept.")


def test_where_it_is_not_silent_a_pause_speaks_without_a_note() -> None:
    run = begun(wall_plan())
    run.to("hold")
    run.wait(20.0)
    run.send(Event.TINGLE)
    run.wait(5.0)
    assert CueKind.NOTE not in run.kinds()[-3:]


def test_a_waiting_step_speaks_with_a_note_before_it() -> None:
    first = a_step("first", Stage.PREPARE, 30.0, line("Now then.", 12.0))
    sequence = wall()
    plan = wall_plan(
        sequence.__class__(
            id="late", minutes=sequence.minutes, text=sequence.text, steps=(first, *sequence.steps[1:])
        ),
        pace=Pace.MY_PACE,
    )
    run = begun(plan)
    run.wait(15.0)
    assert led_in(run, "Now then.")


def switching(*seconds: float) -> list[float]:
    """Give the times of the signs to switch sides where holds of these shares follow one another."""
    sides = [Side.RIGHT, Side.LEFT] * 3
    holds = [
        a_step(f"hold-{number}", Stage.HOLD, legs_up=True, side=side, weight=weight)
        for number, (side, weight) in enumerate(zip(sides, seconds, strict=False))
    ]
    run = begun(wall_plan(wall(*holds), minutes=1.0, pattern=None))
    run.to_end()
    signs = [cue for cue in run.cues if cue.kind in SIGNS]
    assert all(later.at - earlier.at >= SIGN_GAP for earlier, later in pairwise(signs))
    return run.times(CueKind.SWITCH_SIDES)


def test_two_signs_to_switch_sides_are_never_within_fifteen_seconds() -> None:
    assert len(switching(20.0, 10.0, 10.0, 20.0)) == 2
    assert len(switching(30.0, 30.0)) == 1
    assert switching(50.0, 10.0) == [], "the way out, the stronger sign, comes within fifteen seconds"


def test_two_changes_to_the_other_side_are_told_by_one_sign() -> None:
    right, left = (
        a_step(side.value, Stage.HOLD, legs_up=True, side=side) for side in (Side.RIGHT, Side.LEFT)
    )
    changes = [a_step(f"change-{n}", Stage.CHANGE, 20.0, legs_up=True) for n in range(2)]
    run = begun(wall_plan(wall(right, *changes, left), minutes=2.0))
    run.to_end()
    assert len(run.times(CueKind.SWITCH_SIDES)) == 1


def test_the_written_plan_has_the_cues_of_open_steps_at_their_beginning() -> None:
    walked = walk(wall_plan(pace=Pace.MY_PACE, hands_near=True, minutes=1.0))
    timed = walk(wall_plan(minutes=1.0))
    spoken = [[cue.text for cue in each.cues if cue.text and cue.beat < 3] for each in (walked, timed)]
    assert spoken[0] == spoken[1]
    assert walked.cues[0].kind is CueKind.BEGIN
    open_ones = {planned.beat.index: planned.start for planned in walked.beats if planned.seconds is None}
    early = [cue for cue in walked.cues if cue.beat in open_ones and cue.beat < 3]
    assert all(cue.at == open_ones[cue.beat] for cue in early)
    assert CueKind.RECALL not in {cue.kind for cue in early}
    assert [cue.at for cue in walked.cues] == sorted(cue.at for cue in walked.cues)


def test_a_hold_that_is_taken_up_again_begins_with_the_sign_of_that_alone() -> None:
    run = begun(wall_plan(pattern=Pattern(4, 6), guidance=Guidance.FULL))
    run.to("hold")
    run.wait(5.0)
    run.send(Event.PAUSE)
    run.wait(10.0)
    run.cues.clear()
    run.send(Event.RESUME)
    run.wait(3.0)
    assert run.kinds() == [CueKind.RESUMED, CueKind.INHALE]
