"""Finds where the facts of the articles are told: in lines that are heard, on a practice's screen, or on pages to read.

A step that names a fact is taken at its word only where the fact's pattern (``told``) stands in what the step says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from legsup.domain.sequence import Stage
from legsup.services.library import Library
from legsup.services.safety import read_evidence, read_screening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legsup.domain.sequence import Step

#: Titles of the sequences that tell a fact, by the title of the step.
Steps = dict[str, list[str]]

_GETTING_OUT = frozenset({Stage.COME_OUT, Stage.REST})
_LYING = frozenset({Stage.SETTLE, Stage.HOLD, Stage.CHANGE})
#: The stages in which a fact has its moment, by its id or its letter; others have it anywhere.
MOMENTS = {
    "B": _LYING | {Stage.ENTER},
    "R": _LYING,
    "T01": frozenset({Stage.HOLD}),
    "T02": frozenset({Stage.HOLD, Stage.COME_OUT}),
    "T03": frozenset({Stage.HOLD}),
    "E": _GETTING_OUT,
    "F": frozenset({Stage.REST}),
}


def _no_steps() -> defaultdict[str, Steps]:
    return defaultdict(dict)


@dataclass(slots=True)
class Places:
    """Where each fact is told, by its id; ``unproved`` are the steps that name a fact and do not say it in its moment."""

    heard: defaultdict[str, Steps] = field(default_factory=_no_steps)
    shown: defaultdict[str, Steps] = field(default_factory=_no_steps)
    read: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    unproved: defaultdict[str, Steps] = field(default_factory=_no_steps)

    def tells(self, fact: str) -> bool:
        """Whether a fact is heard, or shown anywhere."""
        return any(fact in where for where in (self.heard, self.shown, self.read))


def read_places(assets: Path, facts: dict[str, Any]) -> Places:
    """Look through everything that tells facts.

    Raises:
        ValueError: the evidence or the questions cannot be read.
    """
    places = Places()
    for step, sequence, lines in _steps(assets):
        for fact in step.facts:
            where = _where(facts[fact], fact, step, lines, places)
            titles = where[fact].setdefault(step.text["en"].title, [])
            if sequence not in titles:
                titles.append(sequence)
    for fact, place in _pages(assets):
        if place not in places.read[fact]:
            places.read[fact].append(place)
    return places


def _where(
    fact: dict[str, Any], name: str, step: Step, lines: str, places: Places
) -> defaultdict[str, Steps]:
    moment = MOMENTS.get(name) or MOMENTS.get(name[0])
    pattern = re.compile(fact.get("told", "$^"), re.IGNORECASE)
    if moment is not None and step.stage not in moment:
        return places.unproved
    if pattern.search(lines):
        return places.heard
    text = step.text["en"]
    return places.shown if pattern.search(" ".join((text.title, *text.tips))) else places.unproved


def _steps(assets: Path) -> Iterator[tuple[Step, str, str]]:
    """Give every step with its sequence's title and all that is said in it."""
    library = Library(assets)
    parts = library.parts()
    phrases = parts.phrases["en"]
    yield parts.desk, "every quick start", f"{phrases.opening} {phrases.leave_desk}"
    yield parts.up, "every practice", _said(parts.up)
    for sequence in library.sequences():
        for step in sequence.steps:
            yield step, sequence.title, _said(step)


def _said(step: Step) -> str:
    return " ".join(line.say for line in step.text["en"].lines)


def _pages(assets: Path) -> Iterator[tuple[str, str]]:
    """Give each fact that is told to be read, with its place."""
    evidence, faults = read_evidence(assets)
    catalogue = read_screening(assets)
    if evidence is None or catalogue.screening is None:
        raise ValueError("\n".join(str(fault) for fault in (*faults, *catalogue.faults)))
    for page in evidence.pages:
        yield from ((fact, f"Learn, *{page.heading}*") for fact in page.facts)
    for claim in evidence.claims:
        yield claim.fact, f"Learn, *{evidence.words.claims}*: {evidence.words.labels[claim.label]}"
    for each in evidence.disagreements:
        yield from ((fact, f"Learn, *{evidence.words.disagreements}: {each.topic}*") for fact in each.facts)
    for question in catalogue.screening.questionnaire.questions:
        yield from ((fact, f"question {question.id}") for fact in question.says)
    for sign in catalogue.screening.today.signs:
        yield from ((fact, "the look at today") for fact in sign.says)
