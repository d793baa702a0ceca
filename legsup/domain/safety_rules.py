"""What makes a whole sequence safe to be led through: how long the legs are up, and a way out that is always given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.breath import PRESETS
from legsup.domain.ranges import MOST_MINUTES
from legsup.domain.sequence import FIRST_LANGUAGE, MAY_BE_LEFT_OUT, Stage
from legsup.domain.step_rules import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.domain.sequence import Step

#: Seconds of the longest breath among those that are proposed: each hold lasts one at least.
BREATH = max(pattern.seconds for pattern in PRESETS)
#: Most holds: with a breath in each the legs are up for no more than the most minutes (D03).
MOST_HOLDS = int(MOST_MINUTES * 60.0 / BREATH)
#: Most seconds with the legs up outside the holds, in getting in, settling and changing.
MOST_OUTSIDE = 300.0


def safety_findings(steps: tuple[Step, ...]) -> Iterator[Finding]:
    """Yield what would not be safe in steps that are led through one after the other."""
    holds = sum(step.stage is Stage.HOLD for step in steps)
    if holds > MOST_HOLDS:
        expected = (
            f"at most {MOST_HOLDS} holds, each of a breath at least: no more than {MOST_MINUTES:g} minutes"
        )
        yield Finding("steps", expected, f"{holds} holds")
    outside = sum(step.seconds or 0.0 for step in steps if _is_up_outside(step))
    if outside > MOST_OUTSIDE:
        yield Finding(
            "steps", f"at most {MOST_OUTSIDE:g} s with the legs up outside the holds", f"{outside:g} s"
        )
    yield from _way_out(tuple(step for step in steps if step.stage is Stage.COME_OUT))


def seat_findings(steps: tuple[Step, ...]) -> Iterator[Finding]:
    """Yield every step of the rest in which the legs would be up."""
    for index, step in enumerate(steps):
        if step.stage is Stage.REST and step.legs_up:
            yield Finding("legs_up", "the legs down in the rest after the way out", "true", index)


def _is_up_outside(step: Step) -> bool:
    return step.legs_up is True and step.stage is not Stage.HOLD


def _way_out(steps: tuple[Step, ...]) -> Iterator[Finding]:
    """Whatever is left out and however little is spoken, there is a way out, and it is said."""
    if not steps:
        return
    kept = [step for step in steps if step.tag not in MAY_BE_LEFT_OUT]
    if not kept:
        yield Finding("steps", "a way out that is more than what the screening may leave out", "nothing else")
    elif not any(_is_spoken(step) for step in kept):
        yield Finding("steps", "a way out in words: at least one line in a step of it", "none")


def _is_spoken(step: Step) -> bool:
    text = step.text.get(FIRST_LANGUAGE)
    return text is not None and any(line.since is line.until is None for line in text.lines)
