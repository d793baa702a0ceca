"""What is said when something is amiss: by posture, complete, and with no line of one posture in another's net."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from legsup.domain import machine
from legsup.domain.cues import CueKind
from legsup.domain.plan import Choices, Plan
from legsup.domain.planning import compile_plan
from legsup.domain.postures import Posture
from legsup.domain.roll import Roll
from legsup.domain.sequence import Guidance, Pace, Sequence, Stage, Tag
from legsup.domain.session import Event, Reading
from legsup.services.library import Library

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

LIBRARY = Library(Path(__file__).parents[1] / "assets")
SEQUENCES = LIBRARY.sequences()
PARTS = LIBRARY.parts()
NAMES = [sequence.id for sequence in SEQUENCES]
PLAN = compile_plan(SEQUENCES[0], Choices(), PARTS)
DANGER = "Chest pain, or hard to breathe or speak? Call for help now."
PRESSURE = "Pressure in your head or eyes, or a change in sight? Do the same."
CHAIR = Posture.SEATED_CHAIR
#: Words that belong to some postures alone.
OWN_WORDS: dict[str, AbstractSet[Posture]] = {
    r"roll": {posture for posture in Posture if posture.is_lying} - {Posture.SIDE},
    r"\blie\b": {Posture.STANDING, Posture.KNEELING, Posture.SEATED_FLOOR},
    r"bend your knees|knees bent|slide": {posture for posture in Posture if posture.is_lying}
    - {Posture.SIDE},
    r"uncross|both knees bent": {Posture.CROSSED},
    r"knees together": {Posture.SOLES_TOGETHER},
    r"calves": {Posture.CALVES_ON_CHAIR},
    r"roll off|blocks|strap": {Posture.HIPS_ON_PROPS},
    r"cushion": {Posture.HIPS_ON_PROPS, Posture.TORSO_RAISED},
    # One who lies on the side may do so in bed too.
    r"\bbed\b|edge": {Posture.BED, Posture.SIDE},
    r"headboard": frozenset(),
    r"the seat|both feet on the floor": {CHAIR},
    # Hips on props stay where they are, so no leg is shaken out there; calves on a chair are free to stretch.
    r"shake (?:them|your legs) out": {
        Posture.LYING,
        Posture.TORSO_RAISED,
        Posture.WALL,
        Posture.CROSSED,
        Posture.SOLES_TOGETHER,
        Posture.BED,
    },
    r"wall|mat\b": frozenset(),
}
#: Where a lying word may stand elsewhere: to one who faints on a chair, and seated again after being dizzy.
ASIDES = ("get down to the floor, onto your side", "Dizzy again? Lie down on your side.")
#: What comes first where something holds the legs.
UNDONE_FIRST = {
    Posture.CROSSED: "Uncross your legs.",
    Posture.SOLES_TOGETHER: "Bring your knees together with your hands.",
    Posture.CALVES_ON_CHAIR: "Slide your calves off",
    Posture.HIPS_ON_PROPS: "Bend your knees. Roll off",
    Posture.WALL: "Bend your knees.",
    Posture.LYING: "Bend your knees and roll to your side.",
    Posture.TORSO_RAISED: "Bend your knees. Roll to your side",
    Posture.BED: "Bend your knees.",
    Posture.SIDE: "Stay on your side.",
    CHAIR: "Both feet on the floor. Hold the seat.",
    Posture.STANDING: "Lie down on your side.",
    Posture.KNEELING: "Lie down on your side.",
    Posture.SEATED_FLOOR: "Lie down on your side.",
}


def script(posture: Posture, plan: Plan = PLAN) -> list[tuple[float, str]]:
    """Every line of a posture's dizzy script, with its second."""
    said: list[tuple[float, str]] = []
    begin = 0.0
    for beat in plan.dizzy[posture]:
        said += [(begin + words.at, words.text) for words in beat.words]
        begin += beat.nominal
    return said


def words_of(posture: Posture) -> str:
    """All words of a posture but the last recall, which cannot know whether one still lies."""
    net = PARTS.net[posture].text["en"]
    own = (
        net.stop_rule,
        net.pressure,
        net.lost_sound,
        net.tingling,
        net.tingling_short,
        net.slept,
        net.paused,
        net.waiting,
    )
    words = " ".join((*own, *(text for _, text in script(posture))))
    for aside in ASIDES:
        words = words.replace(aside, "")
    return words


@pytest.mark.parametrize("posture", Posture)
def test_no_line_of_one_posture_stands_in_another_s_net(posture: Posture) -> None:
    words = words_of(posture)
    strange = [own for own, postures in OWN_WORDS.items() if posture not in postures]
    assert [found for own in strange for found in re.findall(own, words, re.IGNORECASE)] == []


def test_each_word_of_the_table_is_said_where_it_belongs() -> None:
    for own, postures in OWN_WORDS.items():
        said = {posture for posture in Posture if re.search(own, words_of(posture), re.IGNORECASE)}
        assert said <= postures
        assert said or not postures, own


@pytest.mark.parametrize("posture", Posture)
def test_when_dizzy_what_holds_the_legs_comes_undone_first_and_danger_is_spoken_soon(
    posture: Posture,
) -> None:
    said = script(posture)
    assert said[0][1].startswith(UNDONE_FIRST[posture])
    assert next(at for at, text in said if text == DANGER) <= 15.0
    assert any(text.startswith("Once it has passed: stand up slowly") for _, text in said)
    ups = [text for _, text in said if "ress up" in text]
    assert ups == [] if posture is CHAIR else all("nce it has passed: press up" in text for text in ups)
    rests = [beat for beat in PLAN.dizzy[posture] if beat.step.floor >= 120.0]
    assert [beat.stage for beat in rests] == [Stage.COME_OUT, Stage.REST]
    assert (rests[0].posture.is_lying, rests[1].posture.is_lying) == (posture is not CHAIR, False)
    assert (rests[1].posture is CHAIR) is (posture is CHAIR)


@pytest.mark.parametrize("posture", Posture)
@pytest.mark.parametrize("roll", [None, *Roll])
def test_danger_is_spoken_soon_by_the_slowest_voice_too(posture: Posture, roll: Roll | None) -> None:
    slow = compile_plan(SEQUENCES[0], Choices(speech_rate=0.8, roll=roll), PARTS)
    assert next(at for at, text in script(posture, slow) if text == DANGER) <= 15.0


@pytest.mark.parametrize("posture", Posture)
def test_when_dizzy_one_rolls_to_the_side_that_the_screening_asks_for(posture: Posture) -> None:
    left = compile_plan(SEQUENCES[0], Choices(roll=Roll.LEFT), PARTS).dizzy[posture]
    said = " ".join(words.text for beat in left for words in beat.words)
    assert ("left side" in said) is (posture not in {Posture.SIDE, CHAIR})


@pytest.mark.parametrize("posture", Posture)
def test_the_net_begins_and_ends_alike_in_every_posture(posture: Posture) -> None:
    net = PARTS.net[posture].text["en"]
    assert net.stop_rule.startswith("If anything hurts, or you feel dizzy or short of breath: ")
    assert net.stop_rule.endswith("rest. No key is needed.")
    assert net.pressure == PRESSURE
    assert net.lost_sound.startswith("If you hear nothing for a minute: ")
    assert net.paused == "Still paused. Press any key to go on. Otherwise we come out slowly."
    assert net.waiting == "Press any key when you are ready. Otherwise we come out slowly."
    assert net.slept == "The computer was asleep. Press any key to go on. Otherwise we come out slowly."
    assert "Press any key once" in net.tingling
    assert len(net.tingling_short.split()) <= 5, "it is read from the floor"
    told = {word for word in re.findall(r"[a-z]+", net.tingling_short.lower()) if word not in {"or", "and"}}
    assert told <= set(re.findall(r"[a-z]+", net.tingling.lower())), "it says no more than the voice"
    if posture is CHAIR:
        assert net.resting.startswith("Still resting? Stand when you like, and hold on.")
    else:
        resting = "Still resting? If you lie, roll to your side and sit up slowly. Any key when you are up."
        assert net.resting == resting


def hold_of(sequence: Sequence) -> Posture:
    return next(step.placed for step in sequence.steps if step.stage is Stage.HOLD)


@pytest.mark.parametrize("pace", Pace)
@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_the_stop_rule_and_the_lost_sound_are_those_of_the_pose_to_come(
    sequence: Sequence, pace: Pace
) -> None:
    net = PARTS.net[hold_of(sequence)].text["en"]
    steps = [step.text["en"] for step in sequence.steps if step.only in {None, pace}]
    said = [line.say for text in steps for line in text.lines]
    assert net.stop_rule in said
    assert net.lost_sound in said or not sequence.lies
    assert net.lost_sound in [tip for text in steps for tip in text.tips]


@pytest.mark.parametrize("guidance", Guidance)
@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_pressure_is_told_once_right_after_the_stop_rule_and_before_the_hold(
    sequence: Sequence, guidance: Guidance
) -> None:
    for session in (1, 40):
        plan = compile_plan(sequence, Choices(guidance=guidance, session=session), PARTS)
        said = [words.text for beat in plan.beats[: plan.holds[0].index] for words in beat.words]
        rule = plan.net[plan.holds[0].posture].stop_rule
        assert said[said.index(PRESSURE) - 1] == rule
        everywhere = [words.text for beat in plan.beats for words in beat.words]
        assert everywhere.count(PRESSURE) == 1


@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_where_there_is_no_wall_none_is_spoken_of(sequence: Sequence) -> None:
    walls = {Posture.WALL, Posture.CROSSED, Posture.SOLES_TOGETHER, Posture.HIPS_ON_PROPS}
    # To get to one's feet a hand goes to the wall or a chair, whichever there is.
    steps = [step for step in sequence.steps if step.tag != Tag.WAY_UP]
    lines = [line for step in steps for line in step.text["en"].lines]
    said = " ".join(form for line in lines for form in line.every_form)
    assert ("wall" in said) is (hold_of(sequence) in walls)
    assert hold_of(sequence) is not CHAIR or not re.search(r"\broll to|\blie\b|mat\b", said)


@pytest.mark.parametrize("sequence", SEQUENCES, ids=NAMES)
def test_danger_is_heard_within_fifteen_seconds_of_dizzy_in_every_step(sequence: Sequence) -> None:
    plan = compile_plan(sequence, Choices(ease_in=False), PARTS)
    begun, _ = machine.step(machine.ready(plan), Event.START, Reading(0.0, 0.0))
    at = 0.5
    for beat in plan.beats[:-1]:
        session, _ = machine.step(begun, Event.TICK, Reading(at, 0.0))
        dizzy, _ = machine.step(session, Event.DIZZY, Reading(at, 0.0))
        said = [cue for cue in machine.upcoming(dizzy, at + 15.0) if cue.kind is CueKind.SAY]
        assert (said[0].text or "").startswith(UNDONE_FIRST[session.beat.posture])
        assert DANGER in [cue.text for cue in said]
        at += beat.nominal


@pytest.mark.parametrize("name", ["supported-cushion", "supported-blocks"])
def test_on_cushion_or_blocks_one_is_until_they_are_out(name: str) -> None:
    steps = next(sequence for sequence in SEQUENCES if sequence.id == name).steps
    on_props = [step.id for step in steps if step.placed is Posture.HIPS_ON_PROPS]
    out = "cushion-out" if name == "supported-cushion" else "blocks-out"
    assert on_props == ["lift", "settle", "legs-up", out]


@pytest.mark.parametrize("name", ["supported-cushion", "supported-blocks", "calves-on-a-chair"])
def test_tingling_legs_are_told_of_nothing_that_props_or_a_chair_forbid(name: str) -> None:
    steps = next(sequence for sequence in SEQUENCES if sequence.id == name).steps
    (hold,) = (step for step in steps if step.stage is Stage.HOLD)
    (told,) = (line.say for line in hold.text["en"].lines if "tingle" in line.say)
    assert "shake your feet" in told
    assert ("bend" in told) is (hold.placed is Posture.HIPS_ON_PROPS), "on a chair they are bent already"


def test_in_bed_everything_down_to_the_side_is_in_bed() -> None:
    steps = next(sequence for sequence in SEQUENCES if sequence.id == "in-bed").steps
    lying = [step.placed for step in steps if step.placed.is_lying]
    assert set(lying[:-1]) == {Posture.BED}
    assert lying[-1] is Posture.SIDE
