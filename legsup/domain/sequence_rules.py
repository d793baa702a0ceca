"""What makes a whole sequence sound: its minutes, the order of its stages, a way out, a seat, and equal sides."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from legsup.domain.ranges import FEWEST_MINUTES, MOST_MINUTES
from legsup.domain.safety_rules import safety_findings, seat_findings
from legsup.domain.sequence import (
    FIRST_LANGUAGE,
    MOST_MINUTES_A_SIDE,
    SEATED_FLOOR,
    Pace,
    Side,
    Stage,
    Tag,
)
from legsup.domain.step_rules import PLAIN_NAME, Finding, step_findings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from legsup.domain.sequence import Sequence, Step


def findings(sequence: Sequence, poses: Collection[str]) -> Iterator[Finding]:
    """Yield everything that is wrong with a sequence, given the ids of all poses there are."""
    if not PLAIN_NAME.fullmatch(sequence.id):
        yield Finding("id", "small letters, digits and hyphens", repr(sequence.id))
    if FIRST_LANGUAGE not in sequence.text:
        yield Finding(f"text.{FIRST_LANGUAGE}", "the sequence's title in English", "nothing")
    for language, text in sequence.text.items():
        if not text.title.strip():
            yield Finding(f"text.{language}.title", "a title", repr(text.title))
    yield from _minutes(sequence)
    for index, step in enumerate(sequence.steps):
        for finding in step_findings(step, poses):
            yield replace(finding, step=index)
    yield from _ids(sequence.steps)
    yield from _order(sequence.steps)
    yield from seat_findings(sequence.steps)
    yield from _whole(sequence)
    yield from _pairs(sequence.steps)


def _minutes(sequence: Sequence) -> Iterator[Finding]:
    minutes = sequence.minutes
    if not FEWEST_MINUTES <= minutes.shortest <= MOST_MINUTES:
        yield Finding("minutes.shortest", _range(FEWEST_MINUTES, MOST_MINUTES), f"{minutes.shortest:g}")
    if not minutes.shortest <= minutes.longest <= MOST_MINUTES:
        yield Finding("minutes.longest", _range(minutes.shortest, MOST_MINUTES), f"{minutes.longest:g}")
    if not minutes.shortest <= minutes.default <= minutes.longest:
        yield Finding("minutes.default", _range(minutes.shortest, minutes.longest), f"{minutes.default:g}")
    most = (
        sum(inf if step.max_seconds is None else step.max_seconds for step in _of(sequence.steps, Stage.HOLD))
        / 60.0
    )
    if 0.0 < most < minutes.longest:
        yield Finding(
            "minutes.longest", f"at most the {most:g} minutes that the holds can take", f"{minutes.longest:g}"
        )


def _range(low: float, high: float) -> str:
    return f"minutes from {low:g} to {high:g}"


def _ids(steps: tuple[Step, ...]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, step in enumerate(steps):
        if step.id in seen:
            yield Finding("id", "an id that no other step has", repr(step.id), index)
        seen.add(step.id)


def _order(steps: tuple[Step, ...]) -> Iterator[Finding]:
    reached = Stage.PREPARE
    for index, step in enumerate(steps):
        if step.stage.order < reached.order:
            yield Finding("stage", f"no stage that comes before {reached}", repr(step.stage.value), index)
        else:
            reached = step.stage


def _whole(sequence: Sequence) -> Iterator[Finding]:
    """Look at either pace alone, since a step may be kept to one of them."""
    told: set[Finding] = set()
    for pace in Pace:
        taken = tuple(step for step in sequence.steps if step.only in {None, pace})
        for finding in (*_way_through(taken), *safety_findings(taken)):
            if finding not in told:
                told.add(finding)
                yield finding


def _way_through(steps: tuple[Step, ...]) -> Iterator[Finding]:
    stages = [step.stage for step in steps]
    if Stage.HOLD not in stages:
        yield Finding("steps", "a hold: a step whose stage is 'hold'", "none")
    last_hold = max((index for index, stage in enumerate(stages) if stage is Stage.HOLD), default=-1)
    if Stage.COME_OUT not in stages[last_hold + 1 :]:
        yield Finding("steps", "a way out: steps whose stage is 'come_out' after the last hold", "none")
    seated = sum(step.seconds or 0.0 for step in _of(steps, Stage.REST) if step.tag != Tag.WAY_UP)
    if seated < SEATED_FLOOR and _lying(steps):
        found = f"{seated:g} s" if seated else "none"
        yield Finding(
            "steps", f"a seated rest of at least {SEATED_FLOOR:g} s: steps whose stage is 'rest'", found
        )


def _lying(steps: tuple[Step, ...]) -> bool:
    held_lying = any(step.placed.is_lying for step in _of(steps, Stage.HOLD))
    return held_lying or any(step.legs_up is not False for step in steps)


def _pairs(steps: tuple[Step, ...]) -> Iterator[Finding]:
    pairs: defaultdict[str, list[tuple[int, Step]]] = defaultdict(list)
    for index, step in enumerate(steps):
        if step.pair is not None and step.stage is Stage.HOLD:
            pairs[step.pair].append((index, step))
    for name, sides in pairs.items():
        yield from _sides(name, sides)


def _sides(name: str, sides: list[tuple[int, Step]]) -> Iterator[Finding]:
    first, last = sides[0][1], sides[-1][1]
    if len(sides) != len(Side) or {step.side for _, step in sides} != set(Side):
        found = ", ".join(str(step.side.value if step.side else "no side") for _, step in sides)
        yield Finding("pair", f"two holds of pair {name!r}, one right and one left", found, sides[-1][0])
    elif (first.pose, first.weight, first.max_seconds) != (last.pose, last.weight, last.max_seconds):
        yield Finding(
            "pair", f"the same pose, weight and max_seconds on both sides of {name!r}", "others", sides[-1][0]
        )
    most = MOST_MINUTES_A_SIDE * 60.0
    for index, step in sides:
        if step.max_seconds is None or step.max_seconds > most:
            found = "nothing" if step.max_seconds is None else f"{step.max_seconds:g}"
            yield Finding("max_seconds", f"at most {most:g} s a side", found, index)


def _of(steps: tuple[Step, ...], stage: Stage) -> tuple[Step, ...]:
    return tuple(step for step in steps if step.stage is stage)
