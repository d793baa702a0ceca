"""A plan: a sequence compiled for one person's choices, as a row of beats."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from legsup.domain.breath import DEFAULT_PATTERN, USUAL_PATTERN, Pattern
from legsup.domain.ranges import LIE_DOWN_RANGE, SEATED_REST_RANGE, SPEECH_RATES, demand_seconds
from legsup.domain.sequence import FIRST_LANGUAGE, Guidance, Pace, Side, Stage, Tag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.postures import Posture
    from legsup.domain.roll import Roll
    from legsup.domain.sequence import NetText, Phrases, Step, StepText
    from legsup.domain.speech import Words


#: The number of the session from which on one knows the way: the words of a first practice have fallen silent.
FAMILIAR = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What one person chose for a practice.

    ``minutes`` None takes the sequence's default; ``pattern`` None means no pacing; ``usual`` is where easing in
    starts. ``lie_down`` and ``seated_rest`` are seconds, None the sequence's own. ``leave_out`` holds tags of steps.
    ``roll`` is the side to roll to that the screening asks for, None the one that is liked.
    ``desk`` begins at the desk (hands-free only); ``hands_near`` lets the steps while getting in wait as well
    (my pace only); ``bedtime`` ends lying down, where the sequence allows it.
    ``session`` is the number of this session: the finished ones of any practice in the journal and one more.
    ``speech_rate`` is the share of the calm voice's rate at which words are reckoned, from 0.8 to 1: a slower voice
    makes steps longer; a quicker one leaves them as they are, since recorded voices keep their own pace.

    Raises:
        ValueError: the seconds to lie down or to sit, the speech rate or the session's number are out of range.
    """

    minutes: float | None = None
    pattern: Pattern | None = DEFAULT_PATTERN
    ease_in: bool = True
    usual: Pattern = USUAL_PATTERN
    pace: Pace = Pace.HANDS_FREE
    guidance: Guidance = Guidance.FULL
    lie_down: float | None = None
    seated_rest: float | None = None
    leave_out: frozenset[str] = frozenset()
    roll: Roll | None = None
    desk: bool = False
    hands_near: bool = False
    half_way: bool = False
    bedtime: bool = False
    session: int = FAMILIAR
    language: str = FIRST_LANGUAGE
    speech_rate: float = 1.0

    def __post_init__(self) -> None:
        if self.lie_down is not None:
            demand_seconds("time to lie down", self.lie_down, LIE_DOWN_RANGE)
        if self.seated_rest is not None:
            demand_seconds("seated rest", self.seated_rest, SEATED_REST_RANGE)
        if self.session < 1:
            message = f"session number {self.session} is out of range; expected 1 or more"
            raise ValueError(message)
        if not SPEECH_RATES[0] <= self.speech_rate <= 1.0:
            message = (
                f"speech rate of {self.speech_rate:g} is out of range; expected {SPEECH_RATES[0]:g} to 1"
            )
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One stretch of a plan: a step with its seconds and its words.

    ``seconds`` None is an open beat, which waits for the person; in a hold it is the nominal time, the hold itself
    ending with the first whole breath at or after it. ``desk`` and ``up`` mark the two beats that no file writes:
    the seconds at the desk, and "I'm up" at the end.
    """

    index: int
    step: Step
    text: StepText
    seconds: float | None
    words: tuple[Words, ...] = ()
    desk: bool = False
    up: bool = False

    @property
    def stage(self) -> Stage:
        """The part of the practice."""
        return self.step.stage

    @property
    def side(self) -> Side | None:
        """The side of the body that works, if one does."""
        return self.step.side

    @property
    def legs_up(self) -> bool:
        """Whether the legs are up; a step that does not say counts as such from settling to the last change."""
        return self.stage.legs_are_up if self.step.legs_up is None else self.step.legs_up

    @property
    def posture(self) -> Posture:
        """How the body is placed."""
        return self.step.placed

    @property
    def is_down(self) -> bool:
        """Whether one is down in it: lying, legs up or not; in any other posture once it is held."""
        lying = self.posture.is_lying or self.legs_up
        return self.is_hold or (lying and self.stage.may_lie)

    @property
    def is_seat(self) -> bool:
        """Whether it is the seated rest."""
        return self.step.tag == Tag.SEAT

    @property
    def is_hold(self) -> bool:
        """Whether the pose is held and the breath paced."""
        return self.stage is Stage.HOLD

    @property
    def is_open(self) -> bool:
        """Whether it waits for the person."""
        return self.seconds is None

    @property
    def nominal(self) -> float:
        """Nominal seconds; an open beat counts none."""
        return self.seconds or 0.0


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A sequence compiled for one person's choices.

    ``minutes`` are those asked for; the holds may since have grown. ``net`` and ``dizzy`` are keyed by posture: what is
    said when something is amiss, and the way out that replaces what is left when the person feels dizzy; ``cut_short``
    tells that it replaced a hold.
    """

    sequence: str
    title: str
    minutes: float
    choices: Choices
    phrases: Phrases
    net: Mapping[Posture, NetText] = field(repr=False)
    beats: tuple[Beat, ...]
    dizzy: Mapping[Posture, tuple[Beat, ...]] = field(repr=False)
    cut_short: bool = False

    @cached_property
    def holding(self) -> float:
        """Nominal seconds of all holds."""
        return sum(beat.nominal for beat in self.holds)

    @cached_property
    def holds(self) -> tuple[Beat, ...]:
        """The beats in which a pose is held."""
        return tuple(beat for beat in self.beats if beat.is_hold)

    @cached_property
    def held_before(self) -> dict[int, float]:
        """Nominal seconds of the holds before each hold, by its index."""
        before: dict[int, float] = {}
        seconds = 0.0
        for hold in self.holds:
            before[hold.index] = seconds
            seconds += hold.nominal
        return before

    @cached_property
    def first_sides(self) -> dict[int, int]:
        """Of each hold that is the second side of a pose, by its index, the index of the first side."""
        firsts: dict[str, int] = {}
        seconds: dict[int, int] = {}
        for hold in self.holds:
            if hold.step.pair is not None:
                first = firsts.setdefault(hold.step.pair, hold.index)
                if first != hold.index:
                    seconds[hold.index] = first
        return seconds

    @cached_property
    def turns(self) -> frozenset[int]:
        """Indexes of the beats that lead from one side of a pose to the other: a change, or the hold without one."""
        turns: set[int] = set()
        before: Beat | None = None
        change: int | None = None
        for beat in self.beats:
            if beat.stage is Stage.CHANGE and change is None:
                change = beat.index
            elif beat.is_hold:
                if (
                    before is not None
                    and None not in (before.side, beat.side)
                    and before.side is not beat.side
                ):
                    turns.add(beat.index if change is None else change)
                before, change = beat, None
        return frozenset(turns)

    @cached_property
    def up_outside(self) -> float:
        """Seconds for which the plan itself has the legs up outside its holds."""
        return sum(beat.nominal for beat in self.beats if beat.legs_up and not beat.is_hold)

    @property
    def resting_posture(self) -> Posture:
        """How one still rests after the end sign: as in the seat, else as in the last step before it."""
        before = [beat for beat in self.beats if not beat.up]
        return next((beat for beat in reversed(before) if beat.is_seat), before[-1]).posture

    @property
    def in_bed(self) -> bool:
        """Whether it is practised in bed: one of its steps shows a pose of the bed (``bed-…``)."""
        return any(beat.step.pose.startswith("bed-") for beat in self.beats)

    @cached_property
    def first_come_out(self) -> int | None:
        """Index of the first beat of the way out; None in a plan that has none."""
        return next((beat.index for beat in self.beats if beat.stage is Stage.COME_OUT), None)

    def with_seconds(self, seconds: dict[int, float]) -> Plan:
        """Give the same plan with other seconds for the beats of these indexes."""
        changed = (
            replace(beat, seconds=seconds[beat.index]) if beat.index in seconds else beat
            for beat in self.beats
        )
        return replace(self, beats=tuple(changed))
