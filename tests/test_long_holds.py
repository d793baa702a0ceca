"""Long holds live: other words each session, a comfort check at two minutes, tingling by minute five and again."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legsup.domain.breath import DEFAULT_PATTERN, PRESETS, Pattern
from legsup.domain.cues import Cue, CueKind
from legsup.domain.outlook import walk
from legsup.domain.plan import Choices, Plan
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import Guidance, Sequence, Stage
from legsup.services.library import Library

pytestmark = pytest.mark.uncounted

LIBRARY = Library(Path(__file__).parents[1] / "assets")
SHIPPED = LIBRARY.sequences()
PARTS = LIBRARY.parts()
NAMES = [sequence.id for sequence in SHIPPED]
SIGNS = {CueKind.ONE_MINUTE_LEFT, CueKind.HALF_WAY}
ROTATING = {
    line.say
    for sequence in SHIPPED
    for step in sequence.steps
    for line in step.text["en"].lines
    if line.rotates
}
#: How the lines of comfort and of tingling begin, full and brief.
COMFORT = ("Anything ", "Pulling? ", "Pressing? ", "Pinching? ")
TINGLING = ("If your leg", "If an arm or leg", "Legs tingle?", "Leg tingles?", "Arm or leg tingles?")


def plan_of(sequence: Sequence, **choices: object) -> Plan:
    return compile_plan(sequence, Choices(**choices), PARTS)  # pyright: ignore[reportArgumentType] - each test names real choices


def heard(plan: Plan) -> dict[int, list[tuple[float, Cue]]]:
    """Give what is heard in each hold, with its seconds into the hold."""
    walked = walk(plan)
    starts = {planned.beat.index: planned.start for planned in walked.beats}
    cues = {hold.index: list[tuple[float, Cue]]() for hold in plan.holds}
    for cue in walked.cues:
        if cue.beat in cues:
            cues[cue.beat].append((cue.at - starts[cue.beat], cue))
    return cues


def said_in(cues: list[tuple[float, Cue]], beginnings: tuple[str, ...]) -> list[float]:
    return [at for at, cue in cues if cue.text and cue.text.startswith(beginnings)]


def in_turn(plan: Plan) -> list[str]:
    return [cue.text for cues in heard(plan).values() for _, cue in cues if cue.text in ROTATING]


def of_session(sequence: Sequence, minutes: float, session: int) -> list[str]:
    return in_turn(plan_of(sequence, minutes=minutes, session=session, ease_in=False))


@pytest.mark.parametrize("sequence", SHIPPED, ids=NAMES)
def test_every_hold_has_a_dozen_lines_in_turn_of_at_most_six_words(sequence: Sequence) -> None:
    for hold in (step for step in sequence.steps if step.stage == "hold"):
        rotating = [line for line in hold.text["en"].lines if line.rotates]
        assert hold.living
        assert len({line.say for line in rotating}) >= 12
        assert all(len(line.say.split()) <= 6 and line.least is Guidance.FULL for line in rotating)


@pytest.mark.parametrize("sequence", SHIPPED, ids=NAMES)
def test_in_sixty_sessions_neighbours_say_other_words(sequence: Sequence) -> None:
    offered = sequence.minutes
    for minutes in {max(5.0, offered.shortest), offered.longest}:
        sessions = [of_session(sequence, minutes, session) for session in range(1, 61)]
        assert all(sessions)
        assert all(len(said) == len(set(said)) for said in sessions), "none twice in a session"
        assert all(
            first != other
            for one, next_one in pairwise(sessions)
            for first, other in zip(one, next_one, strict=False)
        )
        spoken = {text for said in sessions for text in said}
        hold = next(step for step in sequence.steps if step.stage == "hold")
        assert {line.say for line in hold.text["en"].lines if line.rotates} <= spoken, "each has its turn"


def test_the_fortieth_session_shares_no_line_in_turn_with_the_thirty_ninth() -> None:
    wall = SHIPPED[0]
    assert not set(of_session(wall, 5.0, 39)) & set(of_session(wall, 5.0, 40))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan of any shipped practice, at any whole minutes that it offers, in any of the first sixty sessions."""
    sequence = draw(st.sampled_from(SHIPPED))
    offered = sequence.minutes
    return plan_of(
        sequence,
        minutes=float(draw(st.integers(int(offered.shortest), int(offered.longest)))),
        session=draw(st.integers(1, 60)),
        guidance=draw(st.sampled_from([Guidance.FULL, Guidance.SHORT])),
        pattern=draw(st.sampled_from([None, DEFAULT_PATTERN, Pattern(3, 3), Pattern(8, 10, 8, 8), *PRESETS])),
        ease_in=draw(st.booleans()),
        half_way=draw(st.booleans()),
        speech_rate=draw(st.sampled_from([0.8, 1.0])),
    )


@settings(max_examples=150, deadline=None)
@given(plans())
def test_no_words_lie_on_others_or_on_a_sign_and_each_keeps_to_its_exhale(plan: Plan) -> None:
    for cues in heard(plan).values():
        said = [(at, at + (cue.seconds or 0.0), cue) for at, cue in cues if cue.kind is CueKind.SAY]
        assert all(one[1] <= other[0] + 1e-6 for one, other in pairwise(said))
        inhales = [at for at, cue in cues if cue.kind is CueKind.INHALE]
        exhales = [at for at, cue in cues if cue.kind is CueKind.EXHALE]
        signs = [at for at, cue in cues if cue.kind in SIGNS]
        phrases = {plan.phrases.inhale, plan.phrases.exhale, plan.phrases.last_breath}
        for begin, end, cue in said:
            if cue.text in phrases:
                continue
            assert not [sign for sign in signs if begin < sign + 5.0 and sign < end]
            if exhales:
                assert min(abs(begin - at) for at in exhales) < 1e-6
                assert not [at for at in inhales if begin < at < end - 1e-6]


@pytest.mark.parametrize("sequence", SHIPPED, ids=NAMES)
def test_what_eases_tingling_is_read_from_the_first_minute_of_some_hold(sequence: Sequence) -> None:
    holds = [step for step in sequence.steps if step.stage is Stage.HOLD]
    tips = [tip for step in holds for tip in step.text["en"].tips if "tingling" in tip.lower()]
    assert tips
    assert all("asleep" in tip for tip in tips)


@settings(max_examples=150, deadline=None)
@given(plans())
def test_tingling_is_told_by_minute_five_and_every_five_after(plan: Plan) -> None:
    slow = plan.choices.pattern == Pattern(8, 10, 8, 8)
    for hold in plan.holds:
        cues = heard(plan)[hold.index]
        told = said_in(cues, TINGLING)
        length = max(at + (cue.seconds or 0.0) for at, cue in cues)
        for earlier, later in pairwise([0.0, *told, length]):
            if length >= 60.0:
                assert later - earlier <= 300.0 + (34.0 if slow else 0.0)
        assert not told or told[0] <= 300.0
        assert told or length < 100.0


@pytest.mark.parametrize("guidance", [Guidance.FULL, Guidance.SHORT])
@pytest.mark.parametrize("sequence", SHIPPED, ids=NAMES)
def test_comfort_is_asked_for_at_two_minutes_in_brief_at_short(
    sequence: Sequence, guidance: Guidance
) -> None:
    plan = plan_of(sequence, minutes=sequence.minutes.longest, guidance=guidance, ease_in=False)
    for cues in heard(plan).values():
        (asked,) = said_in(cues, COMFORT)
        assert 120.0 <= asked <= 130.0
        texts = {cue.text or "" for _, cue in cues}
        assert any(text.startswith("Anything") for text in texts) is (guidance is Guidance.FULL)
        assert bool(ROTATING & texts) is (guidance is Guidance.FULL)


def test_twenty_minutes_at_full_guidance_are_not_empty() -> None:
    for sequence in (each for each in SHIPPED if each.minutes.longest == 20):
        plan = plan_of(sequence, minutes=20.0, ease_in=False)
        for cues in heard(plan).values():
            said = [at for at, cue in cues if cue.kind is CueKind.SAY]
            assert max(later - earlier for earlier, later in pairwise(said)) <= 140.0


def test_the_pace_is_an_offer_in_the_first_five_sessions() -> None:
    for session, told in ((1, True), (5, True), (6, False)):
        plan = plan_of(SHIPPED[0], minutes=2.0, session=session)
        texts = {cue.text for cue in walk(plan).cues}
        assert ("Breathe your own way, any time." in texts) is told
