"""Which changes of pose the shipped practices make: at either pace, in demonstrations, in bed, and when someone is dizzy."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from legsup.domain.body.bed import in_bed
from legsup.domain.body.pose import mirrored
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import Pace, Side, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legsup.domain.body.pose import Pose
    from legsup.domain.sequence import Parts, Sequence, Step

#: A pose as a step shows it: its id and the side that works.
Shown = tuple[str, Side | None]


@dataclass(frozen=True, slots=True)
class Change:
    """A change from one pose to another, as the figure shows it."""

    name: str
    first: Pose
    second: Pose


def changes(sequences: Iterable[Sequence], parts: Parts, poses: Mapping[str, Pose]) -> list[Change]:
    """Give every change once, by name."""
    found: dict[str, Change] = {}
    for sequence in sequences:
        bed = any(step.pose.startswith("bed-") for step in sequence.steps)
        for first, second in pairwise_shown(sequence, parts):
            if first != second:
                name = f"{'in-bed-' * bed}{_title(first)}--{_title(second)}"
                found[name] = Change(name, _pose(poses, first, bed=bed), _pose(poses, second, bed=bed))
    return [found[name] for name in sorted(found)]


def pairwise_shown(sequence: Sequence, parts: Parts) -> Iterator[tuple[Shown, Shown]]:
    """Yield what follows what in one sequence."""
    for pace in Pace:
        steps = [step for step in sequence.steps if step.only in {None, pace}]
        desk = [parts.desk] if pace is Pace.HANDS_FREE else []
        yield from pairwise(_shown([*desk, *steps, parts.up]))
    for step in sequence.steps:
        yield from pairwise((pose, None) for pose in step.demonstrates)
    dizzy = compile_plan(sequence, Choices(minutes=sequence.minutes.default), parts).dizzy
    for step in sequence.steps:
        if step.stage is Stage.HOLD:
            yield from pairwise(_shown([step, *(beat.step for beat in dizzy[step.placed])]))


def _shown(steps: Iterable[Step]) -> list[Shown]:
    return [(step.pose, step.side) for step in steps]


def _title(shown: Shown) -> str:
    pose_id, side = shown
    return f"{pose_id}-{side}" if side else pose_id


def _pose(poses: Mapping[str, Pose], shown: Shown, *, bed: bool) -> Pose:
    pose_id, side = shown
    pose = in_bed(poses[pose_id]) if bed else poses[pose_id]
    return mirrored(pose) if side is Side.LEFT else pose
