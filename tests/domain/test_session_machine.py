"""What holds of every session, whatever its plan, whatever happens to it, and however its ticks are spaced."""

from __future__ import annotations

import itertools
from collections import Counter, deque
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from legsup.domain.cues import SIGN_GAP, SIGNS, Cue, CueKind
from legsup.domain.legs_up import legs_up_in_all, most_legs_up
from legsup.domain.machine import MOST_GAP, ready, step, upcoming
from legsup.domain.sequence import Pace, Stage
from legsup.domain.session import Event, Reading, Session, Status
from tests.domain.any_plans import plans
from tests.small_practice import PHRASES

if TYPE_CHECKING:
    from legsup.domain.plan import Plan

#: Longer than any session.
FOR_EVER = 50_000.0
#: Room for rounding.
TINY = 1e-6
#: A half turn of a cosine over the shortest phase, 3 s, is nowhere steeper than this.
STEEPEST = 3.15 / 2 / 3
ONCE = (CueKind.BEGIN, CueKind.COME_OUT, CueKind.HALF_WAY, CueKind.ONE_MINUTE_LEFT)
MOVES = [event for event in Event if event not in {Event.START, Event.TICK}]
OUT = {Stage.COME_OUT, Stage.REST}


class AnySession(RuleBasedStateMachine):
    """A session at the mercy of anybody, and of time."""

    def __init__(self) -> None:
        super().__init__()
        self.now, self.slept = 1000.1, 0.0
        self.log: list[tuple[Event, Reading]] = []
        self.cues: list[Cue] = []
        self.revisions: list[int] = []
        self.promised: deque[Cue] = deque()
        self.ends = 0

    @initialize(plan=plans())
    def begin(self, plan: Plan) -> None:
        self.plan = plan
        self.session = ready(plan)
        self.happen(Event.START)

    @rule(seconds=st.floats(0.0, MOST_GAP - 0.01))
    def tick(self, seconds: float) -> None:
        self.now += seconds
        self.happen(Event.TICK)

    @rule(ticks=st.integers(1, 60), seconds=st.sampled_from([0.25, 1.0, 3.7, 4.9]))
    def ticks(self, ticks: int, seconds: float) -> None:
        for _ in range(ticks):
            self.tick(seconds)

    @rule(event=st.sampled_from(MOVES), seconds=st.floats(0.0, 4.9))
    def event(self, event: Event, seconds: float) -> None:
        self.now += seconds
        self.happen(event)

    @rule()
    def down_to_a_hold(self) -> None:
        """Let events be spent where most can happen."""
        while self.session.is_active and self.session.beat.stage in {
            Stage.PREPARE,
            Stage.ENTER,
            Stage.SETTLE,
        }:
            if self.session.status is Status.WAITING:
                self.happen(Event.NEXT)
            self.tick(4.9)

    @rule(seconds=st.floats(MOST_GAP + 0.01, 4000.0))
    def stall(self, seconds: float) -> None:
        self.now += seconds
        self.happen(Event.TICK)

    @rule(seconds=st.floats(MOST_GAP + 0.01, 40_000.0))
    def sleep(self, seconds: float) -> None:
        self.slept += seconds
        self.happen(Event.TICK)

    @precondition(lambda self: self.session.status is Status.ENDED)
    @rule(event=st.sampled_from(Event))
    def ended_is_ended(self, event: Event) -> None:
        after, cues = step(self.session, event, Reading(self.now + 1.0, self.slept))
        assert after is self.session
        assert cues == ()

    @invariant()
    def counts_fit_together(self) -> None:
        session = self.session
        assert session.practised <= session.elapsed + TINY
        assert session.held <= session.practised + TINY
        assert 0.0 <= session.rested <= session.practised + TINY

    @invariant()
    def limits_are_kept(self) -> None:
        for hold in self.session.plan.holds:
            assert hold.step.max_seconds is None or hold.nominal <= hold.step.max_seconds + TINY
        assert self.session.plan.holding <= max(1200.0, self.plan.holding) + TINY
        for hold in self.session.plan.holds:
            held = self.session.beat_held if hold.index == self.session.beat_index else 0.0
            held = max(held, self.session.tally.holds.get(hold.index, 0.0))
            assert hold.step.max_seconds is None or held <= hold.step.max_seconds + TINY

    def happen(self, event: Event) -> None:
        """Let an event happen, and hold what comes against what was promised."""
        before, reading = self.session, Reading(self.now, self.slept)
        self.session, cues = step(before, event, reading)
        self.log.append((event, reading))
        missed = reading.now - before.seen > MOST_GAP or reading.slept - before.slept > MOST_GAP
        slept = reading.slept - before.slept > MOST_GAP
        until = min(self.now, before.seen + MOST_GAP)
        due: list[Cue] = []
        while before.is_active and not slept and self.promised and self.promised[0].at <= until:
            due.append(self.promised.popleft())
        assert list(cues) == due, "what comes is what was promised"
        if event in {Event.ADD_MINUTE, Event.BACK} and self.session.plan.holding >= before.plan.holding:
            self.legs_stay_in_limits(before)
        if event is Event.TICK and not missed:
            assert self.session.revision == before.revision
            self.breath_flows(before, self.session)
        if self.session.revision != before.revision:
            self.promised = deque(upcoming(self.session, FOR_EVER * 10))
        self.cues += cues
        self.revisions += [before.revision] * len(cues)
        self.ends += before.status is not Status.ENDED and self.session.status is Status.ENDED
        assert before.beat.stage not in OUT or self.session.beat.stage in OUT, "there is no way back up"
        assert self.session.breaths >= before.breaths

    def legs_stay_in_limits(self, before: Session) -> None:
        """Neither an added minute nor a step back lets the legs be up for longer than the limit."""
        if self.session.is_active and self.session.revision != before.revision:
            up, most = legs_up_in_all(self.session), most_legs_up(self.session)
            assert up <= max(most, legs_up_in_all(before)) + 1e-3

    def breath_flows(self, before: Session, after: Session) -> None:
        """The awareness goes on between two ticks as it was foretold, without a jump."""
        first, last = before.breath(), after.breath()
        if first is None or last is None or before.status is not after.status:
            return
        assert abs(first.awareness - last.awareness) <= STEEPEST * (after.seen - before.seen) + TINY
        if before.beat_index == after.beat_index:
            foretold = before.breath(after.seen)
            assert foretold is not None
            assert abs(foretold.awareness - last.awareness) <= TINY

    def teardown(self) -> None:
        if not hasattr(self, "session"):
            return
        self.replayed()
        self.alone_to_the_end()
        self.cues_are_sound()

    def replayed(self) -> None:
        """The same events at the same readings give the same session."""
        session, given = ready(self.plan), list[Cue]()
        for event, reading in self.log:
            session, cues = step(session, event, reading)
            given += cues
        assert session == self.session
        assert given == self.cues

    def alone_to_the_end(self) -> None:
        """Hands-free, ticks alone bring the whole way out and the end."""
        start, given = self.session, len(self.cues)
        limit = self.now + FOR_EVER
        while self.session.is_active:
            assert self.now < limit, "ticks alone reach the end"
            self.tick(4.9)
        assert self.ends == 1
        assert not self.promised, "nothing that was promised is left out"
        if start.is_active and start.went_down and self.plan.choices.pace is Pace.HANDS_FREE:
            out = {beat.index for beat in start.plan.beats if beat.stage in OUT}
            told = {start.beat_index} | {cue.beat for cue in self.cues[given:]}
            assert {index for index in out if index >= start.beat_index} <= told

    def cues_are_sound(self) -> None:
        """In order; signs once and apart; words one at a time, and in holds between an exhale and an inhale."""
        assert [cue.at for cue in self.cues] == sorted(cue.at for cue in self.cues)
        counted = Counter(cue.kind for cue in self.cues)
        assert all(counted[kind] <= 1 for kind in ONCE)
        for revision in set(self.revisions):
            one = [cue for cue, other in zip(self.cues, self.revisions, strict=True) if other == revision]
            signs_are_apart([cue for cue in one if cue.kind in SIGNS])
            words_are_apart([cue for cue in one if cue.kind is CueKind.SAY])
            words_keep_to_exhales(one)


def signs_are_apart(signs: list[Cue]) -> None:
    for first, second in itertools.pairwise(signs):
        assert second.at - first.at >= SIGN_GAP - TINY, (first, second)


def words_are_apart(words: list[Cue]) -> None:
    for first, second in itertools.pairwise(words):
        assert second.at >= first.at + (first.seconds or 0.0) - TINY, (first, second)


def words_keep_to_exhales(cues: list[Cue]) -> None:
    """Every beat with breaths in it: each line stands on an exhale and is over when the next inhale begins.

    The keys alone, asked for, are said at once.
    """
    for beat in {cue.beat for cue in cues if cue.kind is CueKind.INHALE}:
        here = [cue for cue in cues if cue.beat == beat]
        exhales = [cue.at for cue in here if cue.kind is CueKind.EXHALE]
        inhales = [cue.at for cue in here if cue.kind is CueKind.INHALE]
        for words in here:
            if words.kind is not CueKind.SAY or words.at < inhales[0] - TINY or words.at > inhales[-1] + 40.0:
                continue
            begin, end = words.at, words.at + (words.seconds or 0.0)
            if words.text == PHRASES.help:
                continue
            if words.text == "In.":
                assert begin in inhales
                continue
            assert begin in exhales, words
            assert not any(begin < inhale < end - TINY for inhale in inhales), words


TestAnySession = pytest.mark.uncounted(AnySession.TestCase)
TestAnySession.settings = settings(max_examples=300, stateful_step_count=30)
