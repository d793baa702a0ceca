"""The words of the practices: the rules that can be counted, over everything that is said or shown in them."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from legsup.domain.every_line import every_line
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.roll import Roll
from legsup.domain.sequence import Guidance, Pace, Phrases, Sequence, Stage, Step
from legsup.domain.speech import time_needed
from legsup.services.library import Library
from tests.wording import spoken_faults_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.domain.plan import Beat

pytestmark = pytest.mark.uncounted

ROOT = Path(__file__).parents[1]
LIBRARY = Library(ROOT / "assets")
SEQUENCES = LIBRARY.sequences()
PARTS = LIBRARY.parts()
NAMES = [sequence.id for sequence in SEQUENCES]
STEPS = [PARTS.desk, PARTS.up, *PARTS.dizzy, *(step for each in SEQUENCES for step in each.steps)]
#: Words that refer to what is seen.
PICTURES = {"picture", "figure", "shown", "screen", "image", "see", "look", "watch"}
#: How short an exhale may be, and a usual one, in seconds.
SHORTEST_EXHALE, USUAL_EXHALE = 3.0, 6.0


def shown() -> Iterator[str]:
    for text in (step.text["en"] for step in STEPS):
        yield text.title
        yield from text.tips
        if text.next:
            yield text.next
    for sequence in SEQUENCES:
        yield sequence.text["en"].title
        yield sequence.text["en"].summary
    for net in PARTS.net.values():
        yield net.text["en"].lost_sound


def spoken() -> Iterator[str]:
    yield from every_line(SEQUENCES, PARTS, "en")
    phrases: Phrases = PARTS.phrases["en"]
    yield from (phrases.opening, phrases.opening_short, phrases.closing)


def test_everything_said_or_shown_keeps_the_rules_that_can_be_counted() -> None:
    texts = sorted({*shown(), *spoken()})
    assert len(texts) > 400
    assert {text: faults for text in texts if (faults := spoken_faults_in(text))} == {}


def test_no_spoken_line_refers_to_what_is_seen() -> None:
    assert [text for text in spoken() if set(re.findall(r"[a-z]+", text.lower())) & PICTURES] == []


def test_the_rules_find_what_breaks_them() -> None:
    assert spoken_faults_in("Lie down: bend your knees. Roll to your side.") == []
    assert spoken_faults_in("Lower it until your shin is level with the floor.") != []
    assert spoken_faults_in("Well done!") != []
    assert spoken_faults_in("Supported · cushion.") != []
    assert (
        len(spoken_faults_in("Rest: one two three four five six seven eight nine ten eleven twelve more."))
        == 1
    )


@pytest.mark.parametrize("guidance", Guidance)
@pytest.mark.parametrize("pace", Pace)
@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_each_line_fits_its_time_at_every_guidance_and_pace(
    sequence: Sequence, pace: Pace, guidance: Guidance
) -> None:
    for session in (1, 2, 6, 40):
        for roll in (None, *Roll):
            choices = Choices(pace=pace, guidance=guidance, session=session, roll=roll, desk=True)
            plan = compile_plan(sequence, choices, PARTS)
            beats = [*plan.beats, *chain.from_iterable(plan.dizzy.values())]
            assert [beat.step.id for beat in beats if not fits(beat)] == []


def fits(beat: Beat) -> bool:
    """Whether its words fit a step's own time, so that no plan had to stretch it, and a hold's fit an exhale.

    A step is longer where only first sessions hear all of it.
    """
    if beat.is_hold:
        return all(words.within(SHORTEST_EXHALE) and words.within(USUAL_EXHALE) for words in beat.words)
    if beat.seconds is None:
        return True
    first = any(line.until is not None for line in beat.text.lines)
    longer = first or beat.is_seat  # a long practice, a longer seat
    return time_needed(beat.words) <= (beat.nominal if longer else beat.step.seconds or 0.0) + 1e-9


@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_in_the_shortest_time_to_lie_down_each_line_is_said_whole(sequence: Sequence) -> None:
    for guidance in Guidance:
        plan = compile_plan(sequence, Choices(lie_down=45.0, guidance=guidance, desk=True), PARTS)
        assert all(time_needed(beat.words) <= beat.nominal for beat in plan.beats if beat.stage.gets_in)


def test_check_finds_no_fault_in_any_shipped_file() -> None:
    files = sorted(str(file) for file in (ROOT / "assets" / "sequences").glob("*.toml"))
    done = subprocess.run(
        [sys.executable, "-m", "legsup", "check", "--json", *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "[]", "")


def hugs(step: Step) -> bool:
    said = " ".join(form for line in step.text["en"].lines for form in line.every_form)
    return "hug" in said.lower() or "to your chest" in said


def test_whoever_is_not_to_hug_the_knees_is_nowhere_told_to() -> None:
    assert [step.id for step in STEPS if hugs(step) and step.tag != "hugging"] == []
    assert [step.id for step in STEPS if step.pose == "knees-hugged" and step.tag != "hugging"] == []


@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_the_way_out_makes_sense_without_what_the_screening_leaves_out(sequence: Sequence) -> None:
    whole = compile_plan(sequence, Choices(), PARTS)
    spare = compile_plan(sequence, Choices(leave_out=frozenset({"childs-pose", "hugging"})), PARTS)
    assert sum(beat.nominal for beat in spare.beats) == pytest.approx(
        sum(beat.nominal for beat in whole.beats)
    )
    out = [beat for beat in spare.beats if beat.stage is Stage.COME_OUT]
    said = " ".join(words.text for beat in out for words in beat.words)
    assert "hug" not in said.lower()
    assert "hild's pose" not in said
    if sequence.id == "side-lying-rest":
        assert "Stay on your side" in said
    elif sequence.lies:
        assert any(
            bent in said for bent in ("end your knees", "nees bent", "nees together", "ncross", "knees in.")
        )
        assert "Roll to one side" in said


@pytest.mark.parametrize("guidance", Guidance)
@pytest.mark.parametrize(
    ("roll", "words"),
    [(Roll.LEFT, "Roll to your left side"), (Roll.QUIET, "room keeps still"), (Roll.AGREED, "you agreed on")],
)
def test_the_side_that_the_screening_asks_for_is_spoken(roll: Roll, words: str, guidance: Guidance) -> None:
    for sequence in (each for each in SEQUENCES if each.id != "side-lying-rest"):
        plan = compile_plan(sequence, Choices(roll=roll, guidance=guidance), PARTS)
        sides = [beat for beat in plan.beats if beat.step.id == "side"]
        assert len(sides) == sequence.lies
        assert all(words in beat.words[0].text for beat in sides)
        assert "Roll to one side" not in " ".join(said.text for beat in plan.beats for said in beat.words)


@pytest.mark.parametrize("pace", Pace)
@pytest.mark.parametrize(("roll", "side"), [(Roll.QUIET, "quiet side"), (Roll.AGREED, "agreed side")])
def test_one_who_is_to_lie_on_another_side_is_not_sent_to_the_left(roll: Roll, side: str, pace: Pace) -> None:
    sequence = next(each for each in SEQUENCES if each.id == "side-lying-rest")
    for guidance in Guidance:
        plan = compile_plan(sequence, Choices(roll=roll, guidance=guidance, pace=pace), PARTS)
        said = " ".join(words.text for beat in plan.beats for words in beat.words)
        assert not re.search(r"\b(?:left|right)\b", said)
        assert guidance is Guidance.BELLS or said.count(side) >= 2
