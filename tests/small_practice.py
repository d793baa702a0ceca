"""A small practice for tests: a sequence and the parts."""

from __future__ import annotations

from legsup.domain.plan import Choices, Plan
from legsup.domain.planning import compile_plan
from legsup.domain.postures import Posture
from legsup.domain.sequence import (
    Guidance,
    Line,
    Minutes,
    Net,
    NetText,
    Pace,
    Parts,
    Phrases,
    Sequence,
    SequenceText,
    Side,
    Stage,
    Step,
    StepText,
)

PHRASES = Phrases(
    language="en",
    opening="{title}. {Minutes} minutes; {in_all} in all.",
    opening_short="{title}.",
    leave_desk="If you can hear this well, leave the desk.",
    sit_back="If you can hear this well, sit back.",
    inhale="In.",
    exhale="Out.",
    last_breath="One more slow breath.",
    closing="That was {minutes} minutes. Welcome back.",
    closing_short="Welcome back.",
    resumed="Here again.",
    slept_early="The computer slept. Otherwise this ends here.",
    sound_check="In, up. Out, down.",
    numbers=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    half="{number} and a half",
    help="Space pauses. Escape comes out. D when dizzy.",
)


def line(say: str, at: float | None = None, least: Guidance = Guidance.SHORT) -> Line:
    """Write a spoken line."""
    return Line(say=say, at=at, least=least)


def a_step(  # noqa: PLR0913 - a step has this many sides, and tests read best with them in a row
    name: str,
    stage: Stage,
    seconds: float | None = None,
    *lines: Line,
    legs_up: bool | None = False,
    pose: str | None = None,
    side: Side | None = None,
    weight: float = 1.0,
    max_seconds: float | None = None,
    pair: str | None = None,
    only: Pace | None = None,
    tag: str | None = None,
    floor: float = 0.0,
) -> Step:
    """Write a step whose title is its name; legs up are at the wall, else one stands, but for the pose."""
    return Step(
        id=name,
        stage=stage,
        pose=pose or ("standing" if legs_up is False else "legs-up"),
        text={"en": StepText(title=name, lines=lines)},
        legs_up=legs_up,
        side=side,
        seconds=seconds,
        weight=weight,
        max_seconds=max_seconds,
        pair=pair,
        only=only,
        tag=tag,
        floor=floor,
    )


NET_TEXT = NetText(
    stop_rule="If anything hurts, come out. Nothing to press.",
    pressure="Pressure in your head? The same.",
    lost_sound="If you hear nothing, sit up slowly.",
    tingling="Bend your knees, or shake your legs.",
    tingling_short="Bend or shake your legs",
    slept="The computer slept.",
    paused="Still paused?",
    waiting="Press any key when you are ready.",
    resting="Still resting? Sit up slowly.",
)


def _net(posture: Posture) -> Net:
    match posture:
        case Posture.SIDE | Posture.TORSO_RAISED:
            first: tuple[str, ...] = ()
        case _ if posture.is_lying:
            first = ("dizzy-down",)
        case _:
            first = ("dizzy-lie",)
    return Net(dizzy=(*first, "dizzy-side", "dizzy-seat"), text={"en": NET_TEXT})


PARTS = Parts(
    desk=a_step("desk", Stage.PREPARE, 12.0),
    up=a_step("up", Stage.REST),
    dizzy=(
        a_step("dizzy-down", Stage.COME_OUT, 10.0, tag="legs-up", pose="soles-on-wall"),
        a_step("dizzy-lie", Stage.COME_OUT, 8.0, pose="side-lying"),
        a_step("dizzy-side", Stage.COME_OUT, 120.0, floor=120.0, pose="side-lying"),
        a_step("dizzy-seat", Stage.REST, 120.0, floor=120.0, pose="sit-against-wall"),
    ),
    net={posture: _net(posture) for posture in Posture},
    phrases={"en": PHRASES},
)

STOP_RULE = "If anything hurts, come out. Nothing to press."


def wall(*holds: Step, name: str = "wall", longest: float = 20.0, bedtime: bool = False) -> Sequence:
    """Write a practice at the wall: prepare 30, sit 13, turn 47, settle 38, hold, down 13, side 77, seat 40 s."""
    return Sequence(
        id=name,
        minutes=Minutes(default=5.0, shortest=0.1, longest=longest),
        text={"en": SequenceText(title="Legs up the wall")},
        bedtime=bedtime,
        steps=(
            a_step("ready", Stage.PREPARE, 30.0, line("Shoes and glasses off.", 1.0, Guidance.FULL)),
            a_step("sit", Stage.ENTER, 13.0, line("Sit down sideways.", 1.6), pose="sit-sideways"),
            a_step("turn", Stage.ENTER, 47.0, line("Lean back and turn.", 1.2), legs_up=True),
            a_step(
                "settle",
                Stage.SETTLE,
                38.0,
                line("Knees soft, legs resting on the wall.", 1.2),
                line(STOP_RULE, 12.0, Guidance.BELLS),
                legs_up=True,
            ),
            *(holds or (a_step("hold", Stage.HOLD, legs_up=True),)),
            a_step(
                "down",
                Stage.COME_OUT,
                13.0,
                line("Slide your feet down the wall.", 2.6, Guidance.BELLS),
                pose="soles-on-wall",
            ),
            a_step(
                "side",
                Stage.COME_OUT,
                53.0,
                line("Roll to one side.", 1.0, Guidance.BELLS),
                pose="side-lying",
            ),
            a_step("childs-pose", Stage.COME_OUT, 24.0, tag="childs-pose", pose="childs-pose"),
            a_step("seat", Stage.REST, 40.0, line("Sit quietly.", 1.6), pose="sit-against-wall"),
        ),
    )


def wall_plan(sequence: Sequence | None = None, **choices: object) -> Plan:
    """Compile the practice at the wall, without easing in unless it is asked for."""
    return compile_plan(sequence or wall(), Choices(**{"ease_in": False, **choices}), PARTS)  # pyright: ignore[reportArgumentType] - each test names real choices
