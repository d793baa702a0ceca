"""The rules of a sound sequence and of its steps, one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legsup.domain.fault import Fault
from legsup.domain.roll import Roll
from legsup.domain.sequence import (
    Line,
    Minutes,
    Pace,
    Sequence,
    SequenceText,
    Side,
    Stage,
    Step,
    StepText,
    Tag,
)
from legsup.domain.sequence_rules import findings

POSES = {"sit-sideways", "legs-up", "needle", "side-lying", "sit-against-wall", "seated-chair"}


def words(*lines: Line) -> dict[str, StepText]:
    return {"en": StepText(title="Title", lines=lines)}


ENTER = Step(id="enter", stage=Stage.ENTER, pose="sit-sideways", text=words(), seconds=20)
HOLD = Step(id="hold", stage=Stage.HOLD, pose="legs-up", text=words(), legs_up=True)
OUT = Step(
    id="out",
    stage=Stage.COME_OUT,
    pose="side-lying",
    text=words(Line(say="Roll to your side.")),
    legs_up=False,
    seconds=20,
)
REST = Step(id="rest", stage=Stage.REST, pose="sit-against-wall", text=words(), legs_up=False, seconds=30)
RIGHT = replace(HOLD, id="right", pose="needle", pair="needle", side=Side.RIGHT, max_seconds=300)
LEFT = replace(RIGHT, id="left", side=Side.LEFT)
SOUND = Sequence(
    id="mine",
    minutes=Minutes(default=5, shortest=2, longest=10),
    steps=(ENTER, HOLD, OUT, REST),
    text={"en": SequenceText(title="Mine")},
)


def found(sequence: Sequence) -> list[tuple[int | None, str]]:
    return [(finding.step, finding.path) for finding in findings(sequence, POSES)]


def of(*steps: Step) -> list[tuple[int | None, str]]:
    return found(replace(SOUND, steps=steps))


def of_step(step: Step) -> list[str]:
    """What is wrong with one step that takes the place of its like in a sound sequence."""
    steps = tuple(step if step.stage is other.stage else other for other in SOUND.steps)
    return [path for _, path in of(*steps)]


def test_a_sound_sequence_has_nothing_against_it() -> None:
    assert found(SOUND) == []
    assert of(ENTER, RIGHT, LEFT, OUT, REST) == []


def test_a_sequence_has_a_plain_id_and_an_english_title() -> None:
    assert found(replace(SOUND, id="Mine!")) == [(None, "id")]
    assert found(replace(SOUND, text={"de": SequenceText(title="Meine")})) == [(None, "text.en")]
    assert found(replace(SOUND, text={"en": SequenceText(title=" ")})) == [(None, "text.en.title")]


@pytest.mark.parametrize(
    ("shortest", "default", "longest", "wrong"),
    [
        (0.1, 0.1, 20, []),
        (0.05, 5, 20, ["shortest"]),
        (21, 21, 21, ["shortest", "longest"]),
        (2, 5, 20.5, ["longest"]),
        (5, 5, 2, ["longest", "default"]),
        (2, 1, 20, ["default"]),
        (2, 12, 10, ["default"]),
    ],
)
def test_minutes_are_in_range_and_in_order(
    shortest: float, default: float, longest: float, wrong: list[str]
) -> None:
    minutes = Minutes(default=default, shortest=shortest, longest=longest)
    assert found(replace(SOUND, minutes=minutes)) == [(None, f"minutes.{key}") for key in wrong]


def test_minutes_fit_into_what_the_holds_can_take() -> None:
    assert of(ENTER, replace(HOLD, max_seconds=599), OUT, REST) == [(None, "minutes.longest")]
    assert of(ENTER, replace(HOLD, max_seconds=600), OUT, REST) == []
    assert of(ENTER, replace(HOLD, max_seconds=40), replace(HOLD, id="more"), OUT, REST) == []


def test_a_hold_a_way_out_and_a_seat_are_needed() -> None:
    assert of(ENTER, OUT, REST) == [(None, "steps")]
    assert of(ENTER, HOLD, REST) == [(None, "steps")]
    assert of(ENTER, HOLD, OUT) == [(None, "steps")]
    assert of(ENTER, HOLD, OUT, replace(REST, seconds=29)) == [(None, "steps")]
    assert of() == [(None, "steps"), (None, "steps")]


def test_getting_to_one_s_feet_is_no_seat() -> None:
    up = replace(REST, id="way-up", tag=Tag.WAY_UP)
    assert of(ENTER, HOLD, OUT, REST, up) == []
    assert of(ENTER, HOLD, OUT, up) == [(None, "steps")]


def test_each_pace_alone_must_be_whole() -> None:
    paced = replace(OUT, only=Pace.MY_PACE)
    assert of(ENTER, HOLD, paced, REST) == [(None, "steps")]
    assert of(ENTER, HOLD, paced, replace(OUT, id="other", only=Pace.HANDS_FREE), REST) == []


def test_a_practice_on_a_chair_needs_no_seat() -> None:
    seated = [replace(step, pose="seated-chair", legs_up=False) for step in (ENTER, HOLD, OUT)]
    assert of(*seated) == []
    assert of(*(replace(step, legs_up=None) for step in seated)) == [(None, "steps")]


def test_only_a_hold_takes_the_lines_of_long_holds() -> None:
    assert of_step(replace(HOLD, living=True)) == []
    assert of_step(replace(OUT, living=True)) == ["living"]


def test_stages_come_in_their_order() -> None:
    assert of(HOLD, ENTER, OUT, REST) == [(1, "stage")]
    change = replace(OUT, id="change", stage=Stage.CHANGE)
    assert of(ENTER, HOLD, change, replace(HOLD, id="again"), OUT, REST) == []
    assert of(ENTER, HOLD, OUT, change, REST) == [(3, "stage")]


def test_ids_are_not_used_twice() -> None:
    assert of(ENTER, replace(HOLD, id="enter"), OUT, REST) == [(1, "id")]


def test_sides_come_in_equal_pairs_of_five_minutes_at_most() -> None:
    assert of(ENTER, RIGHT, replace(LEFT, side=Side.RIGHT), OUT, REST) == [(2, "pair")]
    assert of(ENTER, replace(RIGHT, side=None), LEFT, OUT, REST) == [(2, "pair")]
    assert of(ENTER, RIGHT, HOLD, OUT, REST) == [(1, "pair")]
    assert of(ENTER, RIGHT, replace(LEFT, weight=2), OUT, REST) == [(2, "pair")]
    endless = [replace(side, max_seconds=None) for side in (RIGHT, LEFT)]
    assert of(ENTER, *endless, OUT, REST) == [(1, "max_seconds"), (2, "max_seconds")]
    assert of(ENTER, *(replace(side, max_seconds=301) for side in endless), OUT, REST) == [
        (1, "max_seconds"),
        (2, "max_seconds"),
    ]


@pytest.mark.parametrize(
    ("step", "wrong"),
    [
        (replace(ENTER, id=""), ["id"]),
        (replace(ENTER, pose="handstand"), ["pose"]),
        (replace(ENTER, demonstrates=("legs-up", "splits")), ["demonstrates[1]"]),
        (replace(ENTER, text={}), ["text.en"]),
        (replace(ENTER, text={"en": StepText(title="")}), ["text.en.title"]),
        (replace(ENTER, seconds=None), ["seconds"]),
        (replace(ENTER, seconds=0), ["seconds"]),
        (replace(ENTER, seconds=-5), ["seconds"]),
        (replace(ENTER, seconds=601), ["seconds"]),
        (replace(ENTER, floor=20), []),
        (replace(ENTER, floor=21), ["floor"]),
        (replace(ENTER, floor=-1), ["floor"]),
        (replace(ENTER, weight=2), ["weight"]),
        (replace(ENTER, max_seconds=30), ["max_seconds"]),
        (replace(ENTER, pair="needle"), ["pair"]),
        (replace(HOLD, seconds=300), ["seconds"]),
        (replace(HOLD, weight=0), ["weight"]),
        (replace(HOLD, max_seconds=0), ["max_seconds"]),
        (replace(HOLD, floor=5), ["floor"]),
    ],
)
def test_a_step_has_a_pose_and_sound_times(step: Step, wrong: list[str]) -> None:
    assert of_step(step) == wrong


def test_a_step_that_waits_needs_no_seconds() -> None:
    waits = replace(ENTER, id="ready", stage=Stage.PREPARE, seconds=None, only=Pace.MY_PACE)
    assert of(waits, ENTER, HOLD, OUT, REST) == []
    assert of(replace(waits, only=None), ENTER, HOLD, OUT, REST) == [(0, "seconds")]


@pytest.mark.parametrize(
    ("step", "line", "wrong"),
    [
        (ENTER, Line(say="Sit.", at=0), []),
        (ENTER, Line(say=" "), ["say"]),
        (ENTER, Line(say="Sit.", brief=""), ["brief"]),
        (ENTER, Line(say="Sit.", at=-1), ["at"]),
        (ENTER, Line(say="Sit.", share=0.5), ["share"]),
        (HOLD, Line(say="Rest.", share=0.5), []),
        (HOLD, Line(say="Rest.", share=1.0), ["share"]),
        (HOLD, Line(say="Rest.", share=0.5, at=3), []),
        (HOLD, Line(say="Rest.", at=3, every=30, left=10), []),
        (HOLD, Line(say="Rest.", at=3, every=29), ["every"]),
        (HOLD, Line(say="Rest.", share=0.5, every=60), ["every"]),
        (HOLD, Line(say="Rest.", left=-1), ["left"]),
        (HOLD, Line(say="Rest.", rotates=True), []),
        (HOLD, Line(say="Rest.", rotates=True, at=3), ["rotates"]),
        (HOLD, Line(say="Rest.", rotates=True, share=0.5), ["rotates"]),
        (ENTER, Line(say="Sit.", every=30, left=10, rotates=True), ["every", "left", "rotates"]),
        (HOLD, Line(say="Let the floor hold you at last now."), ["brief"]),
        (HOLD, Line(say="Let the floor hold you at last now.", brief="Let go."), []),
    ],
)
def test_a_line_has_words_and_one_sound_time(step: Step, line: Line, wrong: list[str]) -> None:
    assert of_step(replace(step, text=words(line))) == [f"text.en.lines[0].{key}" for key in wrong]


def test_words_fit_their_step() -> None:
    long = Line(say="word " * 38)  # 18.1 s of speech and 2 s
    assert of_step(replace(ENTER, text=words(long))) == ["text.en.lines"]
    assert of_step(replace(ENTER, text=words(long), seconds=20.1)) == []
    late = Line(say="word " * 10, at=16)
    assert of_step(replace(ENTER, text=words(late))) == ["text.en.lines"]
    assert of_step(replace(ENTER, text=words(long), seconds=-1)) == ["seconds"]


def test_longer_languages_are_stretched_instead() -> None:
    german = {"de": StepText(title="Sitzen", lines=(Line(say="Wort " * 100),))}
    assert of_step(replace(ENTER, text=words() | german)) == []


def test_a_fault_is_one_line() -> None:
    assert str(Fault("a.toml", "id", "text", "3")) == "a.toml: id: expected text; found 3"
    assert str(Fault("a.toml", "", "TOML", "none")) == "a.toml: expected TOML; found none"


def lasting(count: int, seconds: float) -> tuple[Step, ...]:
    return tuple(replace(ENTER, id=f"enter-{n}", legs_up=True, seconds=seconds) for n in range(count))


def test_so_many_holds_that_a_breath_in_each_would_be_too_long_are_refused() -> None:
    many = [replace(HOLD, id=f"hold-{n}") for n in range(101)]
    assert of(ENTER, *many, OUT, REST) == [(None, "steps")]
    assert of(ENTER, *many[1:], OUT, REST) == []


def test_no_more_than_five_minutes_of_legs_up_outside_the_holds() -> None:
    assert of(*lasting(3, 100.0), HOLD, OUT, REST) == []
    assert of(*lasting(3, 100.1), HOLD, OUT, REST) == [(None, "steps")]


def test_the_legs_are_never_up_in_the_seat() -> None:
    assert of(ENTER, HOLD, OUT, replace(REST, legs_up=True)) == [(3, "legs_up")]


def test_a_hold_s_most_is_never_less_than_a_long_breath() -> None:
    assert of(ENTER, replace(HOLD, max_seconds=39.9), replace(HOLD, id="more"), OUT, REST) == [
        (1, "max_seconds")
    ]


def test_a_way_out_is_said_and_is_there_whatever_is_left_out() -> None:
    mute = replace(OUT, text=words())
    assert of(ENTER, HOLD, mute, REST) == [(None, "steps")]
    first = replace(OUT, text=words(Line(say="Roll to your side.", until=5)))
    assert of(ENTER, HOLD, first, REST) == [(None, "steps")]
    assert of(ENTER, HOLD, replace(OUT, text={}), REST) == [(2, "text.en"), (None, "steps")]
    for tag in ("childs-pose", "hugging"):
        assert of(ENTER, HOLD, replace(OUT, tag=tag), REST) == [(None, "steps")]
        assert of(ENTER, HOLD, replace(OUT, tag=tag), replace(OUT, id="side"), REST) == []


def test_words_for_a_side_to_roll_to_are_words_that_fit_and_stand_outside_the_holds() -> None:
    def rolling(step: Step, left: str) -> list[str]:
        line = Line(say="Roll to one side.", rolls={Roll.LEFT: left})
        return of_step(replace(step, text=words(line)))

    assert rolling(OUT, "Roll to your left side.") == []
    assert rolling(OUT, " ") == ["text.en.lines[0].rolls.left"]
    assert rolling(replace(OUT, seconds=5), "Roll to your left side.") == []
    assert rolling(replace(OUT, seconds=5), "Roll to your left side, head on your arm.") == ["text.en.lines"]
    assert rolling(HOLD, "Roll to your left side.") == ["text.en.lines[0].rolls"]
