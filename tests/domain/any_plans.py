"""Plans of every kind, for tests that ask what holds of all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from legsup.domain.breath import PRESETS, Pattern
from legsup.domain.plan import Choices, Plan
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import Guidance, Line, Minutes, Pace, Sequence, SequenceText, Side, Stage, Step
from tests.small_practice import PARTS, STOP_RULE, a_step, line

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

#: Words for a hold, and their brief form: ten words are too long for most exhales.
WORDS = (
    Line(say="Let the floor hold you."),
    Line(say="Let the floor hold you.", brief="Rest."),
    Line(say="Arms easy, jaw soft, nothing at all to do here.", brief="Rest."),
    Line(say="Rest."),
)


def tenths(least: float, most: float) -> st.SearchStrategy[float]:
    """Seconds as people write them, in tenths: what adds up badly in binary is welcome."""
    return st.integers(round(least * 10), round(most * 10)).map(lambda number: number / 10)


PATTERNS = st.one_of(
    st.none(),
    st.sampled_from(PRESETS),
    st.builds(Pattern, inhale=tenths(3, 8), exhale=tenths(3, 10)),
    st.builds(
        Pattern, inhale=tenths(3, 8), exhale=tenths(3, 10), hold_full=tenths(0, 8), hold_empty=tenths(0, 8)
    ),
)


def _by_share(words: Line, share: float, least: Guidance) -> Line:
    return replace(words, share=share, least=least)


def _by_time(words: Line, at: float | None) -> Line:
    return replace(words, at=at)


LINES = st.lists(
    st.builds(_by_share, st.sampled_from(WORDS), st.floats(0, 0.99), st.sampled_from(Guidance))
    | st.builds(_by_time, st.sampled_from(WORDS), st.none() | tenths(0, 90)),
    max_size=3,
).map(tuple)


@st.composite
def holding(draw: DrawFn) -> tuple[list[Step], float]:
    """One to four holds with what lies between them, and the most minutes that they take."""
    if draw(st.booleans()):
        return _sides(draw), 2 * 5.0
    steps: list[Step] = []
    for number in range(draw(st.integers(1, 4))):
        if number and draw(st.booleans()):
            steps.append(_change(draw, number))
        steps.append(
            a_step(
                f"hold-{number}",
                Stage.HOLD,
                None,
                *draw(LINES),
                legs_up=draw(st.sampled_from([True, None, False])),
                side=draw(st.sampled_from([None, Side.LEFT, Side.RIGHT])),
                weight=draw(st.sampled_from([0.5, 1.0, 3.0])),
                pose="legs-up",
            )
        )
    return steps, 20.0


def _sides(draw: DrawFn) -> list[Step]:
    lines = draw(LINES)
    right, left = (
        a_step(
            side.value, Stage.HOLD, None, *lines, legs_up=True, side=side, pair="needle", max_seconds=300.0
        )
        for side in (Side.RIGHT, Side.LEFT)
    )
    return [right, _change(draw, 1), left] if draw(st.booleans()) else [right, left]


def _change(draw: DrawFn, number: int) -> Step:
    return a_step(
        f"change-{number}", Stage.CHANGE, draw(tenths(20, 30)), line("Now change.", 1.0), legs_up=True
    )


@st.composite
def sequences(draw: DrawFn) -> Sequence:
    """A sound sequence of any shape."""
    holds, longest = draw(holding())
    in_ = [
        a_step("ready", Stage.PREPARE, draw(tenths(4, 30)), line("Shoes off.", 1.0)),
        a_step("turn", Stage.ENTER, draw(tenths(4, 30)), line("Lean back.", 0.5), legs_up=True),
        a_step("settle", Stage.SETTLE, draw(tenths(8, 30)), line(STOP_RULE, None, Guidance.BELLS)),
    ]
    out = [
        a_step("down", Stage.COME_OUT, draw(tenths(4, 20)), line("Feet down.", 0.0, Guidance.BELLS)),
        a_step(
            "side",
            Stage.COME_OUT,
            draw(tenths(20, 40)),
            line("Side.", 9.0, Guidance.BELLS),
            pose="side-lying",
        ),
        a_step("childs-pose", Stage.COME_OUT, 24.0, tag="childs-pose"),
        a_step("seat", Stage.REST, draw(tenths(30, 60)), line("Sit.", 0.0), line("Hold on.", 4.0)),
    ]
    return Sequence(
        id="any",
        minutes=Minutes(default=min(5.0, longest), shortest=0.1, longest=longest),
        text={"en": SequenceText(title="Any practice at all")},
        bedtime=True,
        steps=(*in_[draw(st.integers(0, 2)) :], *holds, *out),
    )


@st.composite
def plans(draw: DrawFn, pace: Pace | None = None) -> Plan:
    """A plan for anybody's choices."""
    sequence = draw(sequences())
    longest = sequence.minutes.longest
    choices = Choices(
        minutes=draw(st.none() | st.one_of(tenths(0.1, 1.0), tenths(0.1, longest))),
        pattern=draw(PATTERNS),
        ease_in=draw(st.booleans()),
        pace=pace or draw(st.sampled_from(Pace)),
        guidance=draw(st.sampled_from(Guidance)),
        lie_down=draw(st.none() | tenths(45, 180)),
        seated_rest=draw(st.none() | tenths(30, 120)),
        leave_out=draw(st.sampled_from([frozenset[str](), frozenset({"childs-pose"})])),
        desk=draw(st.booleans()),
        hands_near=draw(st.booleans()),
        half_way=draw(st.booleans()),
        bedtime=draw(st.booleans()),
        speech_rate=draw(st.sampled_from([0.8, 1.0])),
    )
    return compile_plan(sequence, choices, PARTS)
