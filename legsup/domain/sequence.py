"""A pose sequence as it is written in its file: steps that lead in, hold and lead out, with their words.

What a sequence means in minutes and beats for one person is the plan's matter; here stand the values alone.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - cattrs reads the types of the fields at run time
from dataclasses import dataclass, field, replace
from enum import StrEnum

from legsup.domain.postures import Posture, posture_of
from legsup.domain.roll import Roll  # noqa: TC001 - the same
from legsup.domain.stages import Stage  # noqa: TC001 - the same

#: The language that every file has; others are welcome beside it.
FIRST_LANGUAGE = "en"
#: Where a sequence comes from that the app itself ships.
SHIPPED = "shipped"
#: Most minutes on one side of a two-sided pose (D11).
MOST_MINUTES_A_SIDE = 5.0
#: Least seconds that one sits before getting up (E03, F01).
SEATED_FLOOR = 30.0


class Tag(StrEnum):
    """Tags of steps that mean something to the app; a file may write others, for choices to leave out."""

    CHILDS_POSE = "childs-pose"
    #: Hugging the knees, which some are not to do.
    HUGGING = "hugging"
    #: The seated rest, with a floor and lengths of its own.
    SEAT = "seat"
    #: Getting to one's feet after the seat.
    WAY_UP = "way-up"
    #: In the dizzy scripts: takes the pose with which the sequence's own way out begins.
    LEGS_UP = "legs-up"


#: What the screening may leave out of a way out: without these steps it must still lead out.
MAY_BE_LEFT_OUT = frozenset({Tag.CHILDS_POSE, Tag.HUGGING})


class Side(StrEnum):
    """A side of the body."""

    LEFT = "left"
    RIGHT = "right"


class Guidance(StrEnum):
    """How much is spoken, from bells alone to every line; compare with ``says``."""

    BELLS = "bells"
    SHORT = "short"
    FULL = "full"

    def says(self, least: Guidance) -> bool:
        """Whether a line that asks for at least ``least`` is said at this guidance."""
        order = tuple(Guidance)
        return order.index(self) >= order.index(least)


class Pace(StrEnum):
    """Who moves a practice on: time alone, or the person while getting ready."""

    HANDS_FREE = "hands-free"
    MY_PACE = "my-pace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words to be said in a step.

    ``at`` is the earliest start, in seconds from the step's start; ``share`` (holds only) the same as a share (0-1)
    of the hold's nominal time, from where the line waits for an exhale; with both, whichever comes first. In holds only:
    ``every`` says it again after so many seconds more, ``left`` only where the hold has so many still to go, and
    ``rotates`` in turn with others, the session's number telling which and when. ``brief`` replaces ``say`` at short guidance
    and in a hold whose exhale is too short for ``say``. ``least`` is the least guidance at which the line is said;
    ``since`` and ``until`` are the numbers of the first and the last session in which it is. ``rolls`` holds what is
    said instead, however few words were chosen, where the screening asks for a side to roll to.
    """

    say: str
    at: float | None = None
    share: float | None = None
    least: Guidance = Guidance.SHORT
    brief: str | None = None
    since: float | None = None
    until: float | None = None
    every: float | None = None
    left: float = 0.0
    rotates: bool = False
    rolls: Mapping[Roll, str] | None = None

    def rolled(self, roll: Roll | None) -> Line:
        """Give the line as it is said where one rolls to a side; None is the side that one likes."""
        words = None if roll is None or self.rolls is None else self.rolls.get(roll)
        return self if words is None else replace(self, say=words, brief=None)

    @property
    def every_form(self) -> tuple[str, ...]:
        """All forms of its words, whole and brief and for each side to roll to."""
        brief = () if self.brief is None else (self.brief,)
        return (self.say, *brief, *(self.rolls or {}).values())

    def is_for(self, session: int) -> bool:
        """Whether it is said in the session of this number."""
        return (self.since or 1) <= session <= (self.until or session)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepText:
    """The words of a step in one language.

    ``title`` names the step in a few words, ``next`` labels the button that answers or ends it, ``tips`` stand on
    the screen only.
    """

    title: str
    lines: tuple[Line, ...] = ()
    next: str | None = None
    tips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One instruction of a sequence.

    ``seconds`` is the step's time; in prepare and enter it is a weight in the time to lie down, and a hold takes
    ``weight`` of the minutes instead, up to ``max_seconds``. ``pair`` joins the two sides of one pose, which share
    one length. ``only`` keeps a step to one pace. ``tag`` names a step that choices may leave out (``childs-pose``).
    ``legs_up`` None means that the file does not say: the screening counts that as inverted. ``posture`` None takes
    that of the pose.
    ``floor`` is the least seconds of the step before Next applies; ``demonstrates`` lists poses that the step shows
    as a moving figure.
    """

    id: str
    stage: Stage
    pose: str
    text: Mapping[str, StepText]
    legs_up: bool | None = None
    posture: Posture | None = None
    side: Side | None = None
    seconds: float | None = None
    weight: float = 1.0
    max_seconds: float | None = None
    pair: str | None = None
    only: Pace | None = None
    tag: str | None = None
    floor: float = 0.0
    living: bool = False
    demonstrates: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()

    @property
    def placed(self) -> Posture:
        """How the body is placed in it: as it says, else as its pose is."""
        return self.posture or posture_of(self.pose)


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Minutes of holding that a sequence offers: its default and its range."""

    default: float
    shortest: float
    longest: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceText:
    """A sequence's name and a sentence about it, in one language."""

    title: str
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """An ordered list of steps that leads in, holds and leads out.

    ``bedtime`` tells that the sequence may end lying on the side, with no seat and no sign, to fall asleep.
    ``source`` is where it comes from: ``SHIPPED``, or the file's own place.
    """

    id: str
    minutes: Minutes
    steps: tuple[Step, ...]
    text: Mapping[str, SequenceText]
    bedtime: bool = False
    source: str = field(default=SHIPPED, compare=False)

    @property
    def lies(self) -> bool:
        """Whether one lies down in it."""
        return any(step.placed.is_lying or step.legs_up for step in self.steps if step.stage.may_lie)

    @property
    def title(self) -> str:
        """Its name in the language that every file has."""
        return self.text[FIRST_LANGUAGE].title

    @property
    def summary(self) -> str:
        """A sentence about it, or nothing, in the same language."""
        return self.text[FIRST_LANGUAGE].summary

    @property
    def is_shipped(self) -> bool:
        """Whether the app brought it; else it is of somebody's own."""
        return self.source == SHIPPED

    @property
    def inverted(self) -> bool:
        """Whether the screening treats it as inverted: a step with legs up, or one that does not say."""
        return any(step.legs_up is not False for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Words that the machine itself says, in one language.

    ``opening`` takes ``{title}``, ``{minutes}``, ``{Minutes}`` (the same with a capital) and ``{in_all}``; ``closing``
    takes ``{minutes}`` and ``{Minutes}``; their short forms name no number. ``sit_back`` is said instead of
    ``leave_desk`` where one stays on the chair. ``slept_early`` is said to one who is not down yet. ``numbers`` spells
    whole numbers from 0, ``half`` takes a ``{number}`` and a half. ``unheard`` gives what stands on the screen instead of
    a line that speaks of being heard, where no voice says it.
    """

    language: str
    opening: str
    opening_short: str
    leave_desk: str
    sit_back: str
    inhale: str
    exhale: str
    last_breath: str
    closing: str
    closing_short: str
    resumed: str
    slept_early: str
    sound_check: str
    numbers: tuple[str, ...]
    half: str
    #: The keys, told to one who asks.
    help: str
    unheard: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class NetText:
    """What is said in one posture when something is amiss, in one language.

    ``stop_rule`` goes where a line says ``{stop_rule}``, ``lost_sound`` where a line or tip says ``{lost_sound}``;
    ``pressure``, the signs that are this pose's own, where a line after the rule says ``{pressure}``.
    ``tingling`` and ``slept`` are said in the pause that they made; ``tingling_short`` is the same in the few words that
    are read from the floor. The recalls are said to one who does not answer:
    ``paused`` in a pause, ``waiting`` at a step that waits, ``resting`` after the end sign.
    """

    stop_rule: str
    pressure: str
    lost_sound: str
    tingling: str
    tingling_short: str
    slept: str
    paused: str
    waiting: str
    resting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """The net of one posture: its words by language, and its dizzy script, steps of ``Parts.dizzy`` by id in order."""

    dizzy: tuple[str, ...]
    text: Mapping[str, NetText]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What every practice shares beside its own steps: the desk, the seat's end, the net of each posture, the phrases.

    ``dizzy`` holds every step from which the nets make their dizzy scripts.
    """

    desk: Step
    up: Step
    dizzy: tuple[Step, ...]
    net: Mapping[Posture, Net]
    phrases: Mapping[str, Phrases]
