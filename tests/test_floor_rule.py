"""The floor rule: whoever is down is led out by ticks alone, however they are spaced and whatever happened before.

Held over every shipped sequence, and over generated ones that ``check`` lets pass.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legsup.domain.machine import MOST_GAP, ready, step
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import Guidance, Pace
from legsup.domain.sequence_rules import findings
from legsup.domain.session import Event, Reading, Session
from legsup.services.library import Library
from tests.domain.any_plans import PATTERNS, sequences

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from legsup.domain.cues import Cue
    from legsup.domain.plan import Plan
    from legsup.domain.sequence import Sequence

pytestmark = pytest.mark.uncounted

ASSETS = Path(__file__).parents[1] / "assets"
LIBRARY = Library(ASSETS)
SHIPPED = LIBRARY.sequences()
PARTS = LIBRARY.parts()
POSES = {file.stem for file in (ASSETS / "poses").glob("*.toml")}
EVENTS = [event for event in Event if event not in {Event.START, Event.TICK, Event.STOP}]
#: More readings than any practice has, with all that may hold it up.
FOR_EVER = 20_000


@st.composite
def plans(draw: DrawFn, from_sequences: st.SearchStrategy[Sequence]) -> Plan:
    """A plan of one of these sequences for anybody's choices."""
    sequence = draw(from_sequences)
    offered = sequence.minutes
    choices = Choices(
        minutes=draw(st.sampled_from([offered.shortest, offered.default])),
        pattern=draw(PATTERNS),
        ease_in=draw(st.booleans()),
        pace=draw(st.sampled_from(Pace)),
        guidance=draw(st.sampled_from(Guidance)),
        leave_out=draw(st.sampled_from([frozenset[str](), frozenset({"childs-pose", "hugging"})])),
        desk=draw(st.booleans()),
        hands_near=draw(st.booleans()),
        bedtime=sequence.bedtime and draw(st.booleans()),
        session=draw(st.sampled_from([1, 6])),
    )
    return compile_plan(sequence, choices, PARTS)


@st.composite
def histories(draw: DrawFn) -> list[tuple[Event, float]]:
    """What happened before: events, each after so many seconds."""
    return draw(
        st.lists(
            st.tuples(st.sampled_from([*EVENTS, Event.NEXT, Event.NEXT, Event.TICK]), st.floats(0.0, 60.0)),
            min_size=4,
            max_size=24,
        )
    )


#: Gaps between readings and what the computer slept in them; what is drawn comes round and round, sleeps only once.
GAPS = st.lists(st.floats(0.01, 30.0), max_size=5).map(lambda gaps: [*gaps, 4.7])
SLEEPS = st.lists(st.floats(0.0, 5000.0), max_size=6)


class Alone:
    """A session that nobody touches any more."""

    def __init__(self, session: Session, now: float, slept: float) -> None:
        self.session, self.now, self.slept = session, now, slept
        self.cues: list[Cue] = []

    def read(self, gap: float, sleep: float = 0.0, event: Event = Event.TICK) -> None:
        """Let a reading come after a gap."""
        self.now += gap
        self.slept += sleep
        self.session, cues = step(self.session, event, Reading(self.now, self.slept))
        self.cues += cues


def brought(plan: Plan, history: list[tuple[Event, float]]) -> Alone:
    """Bring a session where its history led, down in any case."""
    run = Alone(ready(plan), 5e6, 0.0)
    run.read(0.0, event=Event.START)
    for event, seconds in history:
        before = run.session
        for _ in range(int(seconds // MOST_GAP)):
            run.read(MOST_GAP)
        run.read(seconds % MOST_GAP, event=event)
        if not run.session.is_active:
            run.session = before
            break
    return run


def led_out(run: Alone, gaps: list[float], sleeps: list[float]) -> None:
    """Let ticks alone come, and look whether all of the way out was given."""
    if not run.session.went_down:
        return
    start = run.session
    # What was pending at the event is given with the next tick.
    run.cues.clear()
    for number in range(FOR_EVER):
        if not run.session.is_active:
            break
        sleep = sleeps[number] if number < len(sleeps) else 0.0
        run.read(gaps[number % len(gaps)], sleep)
    assert not run.session.is_active, "ticks alone reach the end"
    told = {cue.beat for cue in run.cues}
    said = {(cue.beat, cue.text) for cue in run.cues if cue.text is not None}
    for beat in run.session.plan.beats:
        if beat.stage.leads_out and beat.index > start.beat_index:
            assert beat.index in told, beat.step.id
            assert {(beat.index, words.text) for words in beat.words} <= said, beat.step.id


@given(plans(st.sampled_from(SHIPPED)), histories(), GAPS, SLEEPS)
@settings(max_examples=150, deadline=None)
def test_from_every_state_in_which_one_is_down_ticks_alone_lead_out_of_every_shipped_practice(
    plan: Plan, history: list[tuple[Event, float]], gaps: list[float], sleeps: list[float]
) -> None:
    led_out(brought(plan, history), gaps, sleeps)


@given(plans(sequences()), histories(), GAPS, SLEEPS)
@settings(max_examples=150, deadline=None)
def test_from_every_state_in_which_one_is_down_ticks_alone_lead_out_of_what_check_lets_pass(
    plan: Plan, history: list[tuple[Event, float]], gaps: list[float], sleeps: list[float]
) -> None:
    led_out(brought(plan, history), gaps, sleeps)


@given(sequences())
@settings(max_examples=50, deadline=None)
def test_the_generated_sequences_are_ones_that_check_lets_pass(sequence: Sequence) -> None:
    assert list(findings(sequence, POSES)) == []


def test_every_step_in_which_one_lies_is_led_out_of_from_its_first_moment() -> None:
    """Each shipped practice at each pace, entered step by step, then left alone in three ways."""
    for sequence in SHIPPED:
        for pace in Pace:
            plan = compile_plan(
                sequence, Choices(pace=pace, hands_near=True, minutes=sequence.minutes.shortest), PARTS
            )
            for index, beat in enumerate(plan.beats):
                if not beat.is_down or beat.up:
                    continue
                for event in (Event.TICK, Event.PAUSE, Event.TINGLE, Event.DIZZY, Event.COME_OUT):
                    run = Alone(ready(plan), 10.0, 0.0)
                    run.read(0.0, event=Event.START)
                    while run.session.beat_index < index:
                        run.read(1.0, event=Event.NEXT)
                    run.read(1.0, event=event)
                    led_out(run, [7.0, 3.0], [0.0, 60.0] if event is Event.TICK else [])


def test_what_is_hold_first_is_no_exception() -> None:
    sequence = SHIPPED[0]
    held = replace(sequence, steps=tuple(s for s in sequence.steps if s.stage.order >= 3))
    run = brought(compile_plan(held, Choices(), PARTS), [])
    led_out(run, [5.01], [])
