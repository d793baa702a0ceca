"""The way up from the floor to one's feet, as the shipped practices lead it after the seat."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from legsup.domain.cues import CueKind
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import Guidance, Stage, Tag
from legsup.domain.session import Event
from legsup.services.library import Library
from tests.domain.run import begun

LIBRARY = Library(Path(__file__).parents[1] / "assets")
SEQUENCES = LIBRARY.sequences()
PARTS = LIBRARY.parts()


def test_the_way_up_is_led_once_on_the_floor_and_the_seat_does_not_speak_of_it() -> None:
    for sequence in SEQUENCES:
        rest = [step for step in sequence.steps if step.stage is Stage.REST]
        ups = [step for step in rest if step.tag == Tag.WAY_UP]
        said = {step.id: " ".join(line.say for line in step.text["en"].lines) for step in rest}
        if sequence.id in {"in-bed", "seated-breath"}:
            assert ups == []
            assert said["seat"].count("stand") == 1
        else:
            (up,) = ups
            assert rest[-1] is up
            assert 20 <= (up.seconds or 0) <= 30
            assert "stand" not in said["seat"].lower()
            for word in (
                "Eyes open",
                "ankles",
                "Glasses",
                "hands and knees",
                "foot forward",
                "wall or chair",
                "Dizzy on your feet",
            ):
                assert word in said["way-up"]


@pytest.mark.parametrize("guidance", Guidance)
def test_after_the_seat_next_skips_the_way_up_and_the_end_sign_comes(guidance: Guidance) -> None:
    plan = compile_plan(SEQUENCES[0], Choices(guidance=guidance), PARTS)
    run = begun(plan)
    run.to("seat")
    run.send(Event.NEXT)
    assert run.session.beat.step.id == "seat", "the seat has a floor"
    run.wait(31.0)
    run.send(Event.NEXT)
    assert run.session.beat.step.id == "way-up"
    assert CueKind.END not in run.kinds()
    run.send(Event.NEXT)
    assert run.session.beat.up
    run.wait(0.1)
    assert run.kinds()[-1] is CueKind.END


@pytest.mark.parametrize("guidance", Guidance)
def test_with_however_few_words_the_way_up_begins_before_the_foot_goes_forward(guidance: Guidance) -> None:
    for sequence in SEQUENCES:
        plan = compile_plan(sequence, Choices(guidance=guidance), PARTS)
        for up in (beat for beat in plan.beats if beat.step.tag == Tag.WAY_UP):
            said = [words.text for words in up.words]
            foot = next(index for index, text in enumerate(said) if "foot forward" in text)
            assert re.search("hands and knees|all fours", said[foot - 1], re.IGNORECASE)


def test_on_a_bed_nobody_is_led_up_from_the_floor() -> None:
    (side,) = (sequence for sequence in SEQUENCES if sequence.id == "side-lying-rest")
    for guidance in Guidance:
        beats = compile_plan(side, Choices(guidance=guidance), PARTS).beats
        said = [words.text for beat in beats for words in beat.words]
        edge = next(index for index, text in enumerate(said) if text.startswith("In bed: "))
        assert (
            next(index for index, text in enumerate(said) if "hands and knees" in text or "all fours" in text)
            > edge
        )
        assert not [
            text for text in said[edge:] if re.match("(?:come to )?hands and knees", text, re.IGNORECASE)
        ]
