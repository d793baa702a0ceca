"""The shipped sequences: all of them, sound, in the app's own tone, and plannable at every length they offer."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from legsup.domain import machine
from legsup.domain.breath import DEFAULT_PATTERN, Pattern
from legsup.domain.cues import Cue, CueKind
from legsup.domain.plan import FAMILIAR, Choices
from legsup.domain.planning import compile_plan
from legsup.domain.postures import Posture
from legsup.domain.sequence import Guidance, Pace, Sequence, Side, Stage
from legsup.domain.session import Event, Reading
from legsup.services.library import Library
from legsup.terminal.command_line import main
from tests.domain.run import begun

ASSETS = Path(__file__).parents[1] / "assets"
LIBRARY = Library(ASSETS)
SEQUENCES = LIBRARY.sequences()
PARTS = LIBRARY.parts()
NAMES = [sequence.id for sequence in SEQUENCES]
LYING = [sequence for sequence in SEQUENCES if sequence.id != "seated-breath"]

MINUTES = {
    "legs-up-the-wall": (2, 20),
    "supported-cushion": (2, 20),
    "supported-blocks": (2, 20),
    "in-bed": (2, 20),
    "butterfly": (2, 20),
    "thread-the-needle": (2, 10),
    "unwind": (8, 20),
    "calves-on-a-chair": (2, 20),
    "supported-rest": (2, 20),
    "feet-a-little-raised": (2, 20),
    "seated-breath": (2, 20),
    "side-lying-rest": (2, 20),
}
STOP_RULE = (
    "If anything hurts, or you feel dizzy or short of breath: bend your knees, roll to your side and rest."
    " No key is needed."
)
#: The signs that are this pose's own, right after it.
PRESSURE = "Pressure in your head or eyes, or a change in sight? Do the same."
#: A line that asks for more seconds after it than this is not said in the shortest hold.
MINUTE_AFTER = 50.0
#: Where something holds the legs it comes undone first.
FIRST_ACTS = {
    "side-lying-rest": "stay on",
    "butterfly": "bring your knees together, roll to",
    "thread-the-needle": "uncross your legs, roll to",
    "supported-cushion": "bend your knees, roll off to",
    "supported-blocks": "bend your knees, roll off to",
    "calves-on-a-chair": "slide your calves off, roll to",
}


def lines_of(sequence: Sequence, stage: Stage, least: Guidance) -> list[str]:
    steps = (step for step in sequence.steps if step.stage is stage)
    return [line.say for step in steps for line in step.text["en"].lines if line.least is least]


def test_all_are_there_with_their_minutes_and_no_file_is_left_over() -> None:
    assert LIBRARY.faults == ()
    assert {s.id: (s.minutes.shortest, s.minutes.longest) for s in SEQUENCES} == MINUTES
    assert sorted(file.stem for file in (ASSETS / "sequences").glob("*.toml")) == sorted(MINUTES)


@pytest.mark.parametrize("sequence", LYING, ids=lambda sequence: sequence.id)
def test_the_stop_rule_and_after_it_the_signs_of_pressure_are_said_at_every_guidance(
    sequence: Sequence,
) -> None:
    usual = "bend your knees, roll to"
    rule = STOP_RULE.replace(usual, FIRST_ACTS.get(sequence.id, usual))
    assert lines_of(sequence, Stage.SETTLE, Guidance.BELLS) == [rule, PRESSURE]


def test_where_the_legs_are_crossed_in_the_middle_the_stop_rule_is_said_again() -> None:
    unwind = next(sequence for sequence in SEQUENCES if sequence.id == "unwind")
    assert lines_of(unwind, Stage.CHANGE, Guidance.BELLS) == [
        STOP_RULE.replace("bend your knees", "uncross your legs")
    ]


def test_seated_the_stop_rule_asks_for_nothing_that_a_chair_forbids() -> None:
    seated = next(sequence for sequence in SEQUENCES if sequence.id == "seated-breath")
    rule, _ = lines_of(seated, Stage.SETTLE, Guidance.BELLS)
    assert rule.startswith(STOP_RULE.partition(":")[0])
    assert "roll" not in rule


@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_the_way_out_is_spoken_at_every_guidance(sequence: Sequence) -> None:
    for step in sequence.steps:
        if step.stage is Stage.COME_OUT:
            first = step.text["en"].lines[0]
            assert first.least is Guidance.BELLS
            assert first.brief is not None
            assert len(first.brief.split()) <= 5


@pytest.mark.parametrize("sequence", LYING, ids=lambda sequence: sequence.id)
def test_the_way_out_leads_over_the_side_to_a_seat(sequence: Sequence) -> None:
    after = [step for step in sequence.steps if step.stage in {Stage.COME_OUT, Stage.REST}]
    ids = [step.id for step in after]
    assert ids.index("side") < ids.index("press-up") < ids.index("seat")
    assert ids[ids.index("seat") + 1 :] == ([] if sequence.id == "in-bed" else ["way-up"])
    side, seat = after[ids.index("side")], after[ids.index("seat")]
    assert side.seconds is not None
    assert side.seconds >= 20
    assert (seat.seconds, seat.floor) == (40, 30)
    assert all(step.tag == "childs-pose" for step in after if step.pose == "childs-pose")


def test_the_side_s_line_about_sleeping_legs_waits() -> None:
    for sequence in LYING:
        (side,) = (step for step in sequence.steps if step.id == "side")
        assert "asleep" in side.text["en"].lines[1].say


@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_every_step_says_whether_the_legs_are_up(sequence: Sequence) -> None:
    assert all(step.legs_up is not None for step in sequence.steps)
    up = [step.legs_up for step in sequence.steps if step.stage not in {Stage.PREPARE, Stage.ENTER}]
    lowered = [bool(before) and not after for before, after in pairwise([*up, False])]
    assert sum(lowered) == (1 if sequence.inverted else 0)
    assert sequence.inverted == (sequence.id not in {"supported-rest", "seated-breath", "side-lying-rest"})


@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_lying_down_is_led_in_time_hands_free(sequence: Sequence) -> None:
    steps = [step for step in sequence.steps if step.only is not Pace.MY_PACE]
    prepare = [step.seconds or 0 for step in steps if step.stage is Stage.PREPARE]
    enter = [step.seconds or 0 for step in steps if step.stage is Stage.ENTER]
    assert len(prepare) == 1
    if sequence in LYING:
        # Cushions and blocks take longer to be got ready; there is less to walk to then.
        props = sequence.id.startswith(("supported", "side-lying"))
        assert (prepare[0] > 40) if props else (prepare[0] == 30)
        assert prepare[0] + sum(enter) == 90


@pytest.mark.parametrize("sequence", LYING, ids=lambda sequence: sequence.id)
def test_at_one_s_own_pace_there_is_time_to_walk_from_the_key_to_the_mat(sequence: Sequence) -> None:
    plan = compile_plan(sequence, Choices(pace=Pace.MY_PACE), PARTS)
    going = next(beat.index for beat in plan.beats if beat.step.id == "going-down")
    walk, sit = plan.beats[going + 1 : going + 3]
    assert walk.words[0].text in {"Go to your mat.", "Go to the bed.", "Go to your mat, or to bed."}
    assert 18 <= walk.nominal + sit.nominal <= 20


@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_at_one_s_own_pace_the_last_step_of_getting_ready_leads_down(sequence: Sequence) -> None:
    steps = [step for step in sequence.steps if step.stage is Stage.PREPARE and step.only is Pace.MY_PACE]
    assert steps[-1].text["en"].next
    assert bool(steps[-1].demonstrates) == (sequence in LYING)
    assert all(step.seconds is None for step in steps)


def test_the_floor_view_cuts_no_title_off() -> None:
    beats = (
        beat for sequence in SEQUENCES for beat in compile_plan(sequence, Choices(desk=True), PARTS).beats
    )
    steps = (*(beat.step for beat in beats), *PARTS.dizzy)
    titles = {step.text["en"].title for sequence in SEQUENCES for step in sequence.steps} | {
        step.text["en"].title for step in steps
    }
    assert [title for title in titles if len(title.split()) > 5] == []


def test_the_two_sides_of_the_needle_are_equal_and_right_comes_first() -> None:
    for name in ("thread-the-needle", "unwind"):
        sequence = next(sequence for sequence in SEQUENCES if sequence.id == name)
        sides = [step for step in sequence.steps if step.pair == "needle"]
        assert [step.side for step in sides] == [Side.RIGHT, Side.LEFT]
        assert {(step.weight, step.max_seconds, step.pose) for step in sides} == {
            (sides[0].weight, 300, "needle")
        }


@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_changes_take_twenty_to_forty_five_seconds(sequence: Sequence) -> None:
    changes = [step.seconds or 0 for step in sequence.steps if step.stage is Stage.CHANGE]
    assert all(20 <= seconds <= 45 for seconds in changes)


@pytest.mark.parametrize("pace", Pace)
@pytest.mark.parametrize("guidance", Guidance)
@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_every_length_on_offer_can_be_planned(sequence: Sequence, guidance: Guidance, pace: Pace) -> None:
    for minutes in {sequence.minutes.shortest, sequence.minutes.default, sequence.minutes.longest}:
        plan = compile_plan(sequence, Choices(minutes=minutes, guidance=guidance, pace=pace), PARTS)
        assert plan.holding == pytest.approx(minutes * 60)


def test_a_quick_start_takes_ten_minutes_and_a_little_from_the_click() -> None:
    wall = SEQUENCES[0]
    plan = compile_plan(wall, Choices(minutes=5, desk=True, pattern=DEFAULT_PATTERN), PARTS)
    assert plan.beats[0].words[0].text == "Legs up the wall. Five minutes; ten and a half in all."
    # Time to come into child's pose and out of it, and half a minute for the way up.
    assert sum(beat.nominal for beat in plan.beats) == 618


def test_at_bedtime_one_stays_on_the_side() -> None:
    poses = {
        sequence.id: compile_plan(sequence, Choices(bedtime=True), PARTS).beats[-1].step.pose
        for sequence in SEQUENCES
        if sequence.bedtime
    }
    assert poses == {"in-bed": "bed-side", "side-lying-rest": "side-rest"}


@pytest.mark.parametrize("session", ["1", "6"])
@pytest.mark.parametrize("name", ["in-bed", "side-lying-rest"])
def test_a_bedtime_plan_has_no_rest_no_sign_of_the_end_and_nothing_after_the_side(
    name: str, session: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["plan", name, "--bedtime", "--session", session, "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert {beat["stage"] for beat in plan["beats"]} == {"prepare", "enter", "settle", "hold", "come_out"}
    assert plan["beats"][-1]["step"] == "side"
    assert plan["beats"][-1]["seconds"] >= 20
    assert not {cue["kind"] for cue in plan["cues"]} & {"end", "recall"}
    said = " ".join(cue["text"] or "" for cue in plan["cues"])
    assert not re.search("Welcome back|press up|stand", said, re.IGNORECASE)


def test_one_who_lies_on_the_side_already_is_told_to_stay_and_not_to_roll() -> None:
    side = next(sequence for sequence in SEQUENCES if sequence.id == "side-lying-rest")
    for choices in (Choices(), Choices(bedtime=True), Choices(guidance=Guidance.SHORT)):
        run = begun(compile_plan(side, choices, PARTS))
        run.to_end()
        down = [cue for cue in run.cues if cue.text and run.session.plan.beats[cue.beat].is_down]
        assert not [cue.text for cue in down if "roll " in (cue.text or "").lower()]
        assert any("Stay" in (cue.text or "") or "Breathe as you like" in (cue.text or "") for cue in down)
    posture = {step.placed for step in side.steps if step.stage in {Stage.SETTLE, Stage.HOLD, Stage.COME_OUT}}
    assert posture == {Posture.SIDE}


def said_in(sequence: Sequence, choices: Choices) -> list[Cue]:
    running, _ = machine.step(
        machine.ready(compile_plan(sequence, choices, PARTS)), Event.START, Reading(0.0, 0.0)
    )
    return [cue for cue in machine.upcoming(running, 3600.0) if cue.kind is CueKind.SAY]


@pytest.mark.parametrize("pattern", [Pattern(3, 3), DEFAULT_PATTERN, Pattern(8, 10)], ids=str)
@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_every_line_is_heard_and_none_over_another(sequence: Sequence, pattern: Pattern) -> None:
    for guidance in Guidance:
        said = said_in(
            sequence,
            Choices(minutes=sequence.minutes.shortest, pattern=pattern, guidance=guidance, desk=True),
        )
        heard = {cue.text for cue in said}
        steps = [taken for taken in sequence.steps if taken.only is not Pace.MY_PACE]
        lines = [line for taken in steps for line in taken.text["en"].lines if guidance.says(line.least)]
        # What long holds say in turn, and what only longer ones have room for, is held by test_long_holds.
        due = [
            line for line in lines if line.is_for(FAMILIAR) and not line.rotates and line.left < MINUTE_AFTER
        ]
        unheard = [line.say for line in due if not {line.say, line.brief} & heard]
        assert unheard == []
        assert all(one.at + (one.seconds or 0.0) <= other.at for one, other in pairwise(said))
