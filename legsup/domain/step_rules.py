"""What makes one step of a sequence sound: its pose, its times, and words that fit their time.

The rules are pure; they yield findings, whose paths count from the step.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.breath import EXHALE_RANGE
from legsup.domain.roll import Roll
from legsup.domain.sequence import FIRST_LANGUAGE, Guidance, Pace, Stage
from legsup.domain.speech import ROOM, WORDS_A_SECOND, lay_out, time_needed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from legsup.domain.sequence import Line, Step, StepText

#: Most seconds that a step outside the holds may take: the whole way in or out is far shorter.
MOST_STEP_SECONDS = 600.0
#: Least ``max_seconds`` of a hold: the longest breath, with its holds, takes 34 s and is always given whole.
LEAST_MOST = 40.0
#: Most words of a line in a hold: they are said on an exhale, be it the shortest.
MOST_HOLD_WORDS = int(EXHALE_RANGE[0] * WORDS_A_SECOND)
#: Least seconds after which a line of a hold is said again.
LEAST_EVERY = 30.0
#: What an id may look like: it also names clips of a voice pack.
PLAIN_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a sequence; ``step`` is the index of the step that ``path`` counts from, if any."""

    path: str
    expected: str
    found: str
    step: int | None = None


def step_findings(step: Step, poses: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with one step, given the ids of all poses there are."""
    if not PLAIN_NAME.fullmatch(step.id):
        yield Finding("id", "small letters, digits and hyphens", repr(step.id))
    if step.pose not in poses:
        yield Finding("pose", "a known pose", repr(step.pose))
    for index, pose in enumerate(step.demonstrates):
        if pose not in poses:
            yield Finding(f"demonstrates[{index}]", "a known pose", repr(pose))
    if step.living and step.stage is not Stage.HOLD:
        yield Finding("living", "living in holds alone", f"true in {step.stage}")
    yield from _times(step)
    if FIRST_LANGUAGE not in step.text:
        yield Finding(f"text.{FIRST_LANGUAGE}", "the step's words in English", "nothing")
    for language, text in step.text.items():
        yield from _texts(step, f"text.{language}", text)
    yield from _words_fit(step)


def _times(step: Step) -> Iterator[Finding]:
    if step.stage is Stage.HOLD:
        yield from _hold_times(step)
        return
    waits = step.stage is Stage.PREPARE and step.only is Pace.MY_PACE
    if step.seconds is None and not waits:
        yield Finding("seconds", f"seconds for a {step.stage} step", "nothing")
    if step.seconds is not None and not 0.0 < step.seconds <= MOST_STEP_SECONDS:
        yield Finding("seconds", f"seconds above 0, at most {MOST_STEP_SECONDS:g}", f"{step.seconds:g}")
    if step.floor and not 0.0 <= step.floor <= (step.seconds or 0.0):
        yield Finding("floor", "seconds from 0 to the step's seconds", f"{step.floor:g}")
    if step.weight != 1.0:
        yield Finding("weight", "a weight in holds alone", f"{step.weight:g} in {step.stage}")
    if step.max_seconds is not None:
        yield Finding("max_seconds", "max_seconds in holds alone", f"{step.max_seconds:g} in {step.stage}")
    if step.pair is not None:
        yield Finding("pair", "a pair in holds alone", f"{step.pair!r} in {step.stage}")


def _hold_times(step: Step) -> Iterator[Finding]:
    if step.seconds is not None:
        yield Finding(
            "seconds", "no seconds in a hold, which takes its weight of the minutes", f"{step.seconds:g}"
        )
    if not step.weight > 0.0:
        yield Finding("weight", "a weight above 0", f"{step.weight:g}")
    if step.max_seconds is not None and not step.max_seconds >= LEAST_MOST:
        yield Finding("max_seconds", f"seconds from {LEAST_MOST:g} on", f"{step.max_seconds:g}")
    if step.floor:
        yield Finding("floor", "no floor in a hold", f"{step.floor:g}")


def _texts(step: Step, path: str, text: StepText) -> Iterator[Finding]:
    if not text.title.strip():
        yield Finding(f"{path}.title", "a title", repr(text.title))
    for index, line in enumerate(text.lines):
        for finding in _line(step, line):
            yield Finding(f"{path}.lines[{index}].{finding.path}", finding.expected, finding.found)


def _line(step: Step, line: Line) -> Iterator[Finding]:
    rolls = ((f"rolls.{roll}", words) for roll, words in (line.rolls or {}).items())
    for key, words in (("say", line.say), ("brief", line.brief), *rolls):
        if words is not None and not words.strip():
            yield Finding(key, "words", repr(words))
    if line.rolls and step.stage is Stage.HOLD:
        yield Finding("rolls", "words for a side to roll to outside the holds alone", "some in a hold")
    if line.at is not None and not line.at >= 0.0:
        yield Finding("at", "seconds from 0 on", f"{line.at:g}")
    if step.stage is Stage.HOLD:
        yield from _line_in_hold(line)
    elif line.share is not None:
        yield Finding("share", "a share in holds alone; elsewhere at", f"{line.share:g} in {step.stage}")
    else:
        said = {"every": line.every is not None, "left": line.left != 0.0, "rotates": line.rotates}
        for key in (key for key, there in said.items() if there):
            yield Finding(key, f"{key} in holds alone", f"one in {step.stage}")


def _line_in_hold(line: Line) -> Iterator[Finding]:
    if line.share is not None and not 0.0 <= line.share < 1.0:
        yield Finding("share", "a share from 0 to below 1", f"{line.share:g}")
    if not line.left >= 0.0:
        yield Finding("left", "seconds from 0 on", f"{line.left:g}")
    if line.every is not None and not line.every >= LEAST_EVERY:
        yield Finding("every", f"seconds from {LEAST_EVERY:g} on", f"{line.every:g}")
    if line.every is not None and line.at is None:
        yield Finding("every", "at beside every: when the line is first said", "no at")
    if line.rotates and not line.at is line.share is line.every is None:
        yield Finding("rotates", "no at, share or every where a line rotates: its turn tells when", "one")


def _words_fit(step: Step) -> Iterator[Finding]:
    """Longer languages stretch a step when it is planned; the first language must fit as it is written."""
    text = step.text.get(FIRST_LANGUAGE)
    if text is None:
        return
    if step.stage is Stage.HOLD:
        yield from _exhales_fit(text)
    elif step.seconds is not None and step.seconds > 0.0:
        lines = [line for line in text.lines if line.until is None]
        needed = max(_needed(lines, roll) for roll in (None, *Roll))
        if needed > step.seconds:
            found = f"words that need {needed:.1f} s"
            expected = (
                f"words that fit into {step.seconds:g} s"
                f" (words / {WORDS_A_SECOND:g} a second + {ROOM:g} s, none past the end)"
            )
            yield Finding(f"text.{FIRST_LANGUAGE}.lines", expected, found)


def _needed(lines: list[Line], roll: Roll | None) -> float:
    return time_needed(lay_out([line.rolled(roll) for line in lines], Guidance.FULL))


def _exhales_fit(text: StepText) -> Iterator[Finding]:
    for index, line in enumerate(text.lines):
        shortest = min(len(form.split()) for form in (line.say, line.brief) if form is not None)
        if shortest > MOST_HOLD_WORDS:
            path = f"text.{FIRST_LANGUAGE}.lines[{index}].brief"
            yield Finding(
                path, f"a brief form of at most {MOST_HOLD_WORDS} words, for one exhale", f"{shortest} words"
            )
