"""Writes docs/facts.md: where the app says every fact of the three articles, or why it says it otherwise.

``python -m tools.facts`` writes the page; with ``--check`` it only tells, by exit code 1, that the page is old.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from legsup.services.library import Library
from tools import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = ROOT / "docs" / "facts.md"
#: Groups of facts by the first letter of their ids; those of CHECKED are held by sequences and shown row by row.
GROUPS = {
    "P": "Place and props",
    "A": "Getting into position",
    "B": "Settling",
    "D": "Durations",
    "R": "Breathing",
    "T": "Discomfort while holding",
    "V": "Variations",
    "E": "Coming out",
    "F": "After",
    "N": "Names and nature of the pose",
    "S": "Who should not, adapt, or ask",
    "W": "When and how often",
    "C": "Benefits claimed",
    "Z": "Page furniture",
}
CHECKED = "PABDRTVEF"
#: How many sequences are named before the rest are counted.
NAMED = 2
HEAD = """# Where every fact is said

Made by `python -m tools.facts` from `assets/facts.toml` and the `facts` of every step; not written by hand.

Article 1 is by the Cleveland Clinic with Dr Robert Saper; article 2 is "Put your feet up for 5 minutes"; article 3 is
"6 Benefits of Legs Up the Wall Pose". All words here are ours. Content is what the app must hold; a claim may stand only
with its evidence beside it; background is optional.
"""


def page() -> str:
    """Give the whole page."""
    facts = tomllib.loads((ROOT / "assets" / "facts.toml").read_text("utf-8"))
    where = places()
    return "\n".join([HEAD, *_checked(facts, where), *_open(facts, where)])


def places() -> dict[str, list[str]]:
    """Tell for each fact the steps that hold it, with the sequences that they stand in."""
    library = Library(ROOT / "assets")
    parts = library.parts()
    steps: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for step, title in ((parts.desk, "every quick start"), (parts.up, "every practice")):
        for fact in step.facts:
            steps[fact][step.text["en"].title].append(title)
    for sequence in library.sequences():
        for step in sequence.steps:
            for fact in step.facts:
                titles = steps[fact][step.text["en"].title]
                if sequence.text["en"].title not in titles:
                    titles.append(sequence.text["en"].title)
    return {fact: [_place(step, titles) for step, titles in held.items()] for fact, held in steps.items()}


def unaccounted() -> list[str]:
    """Name the facts that the sequences must hold and that are neither said, nor said differently, nor shown."""
    facts = tomllib.loads((ROOT / "assets" / "facts.toml").read_text("utf-8"))
    held = set(places())
    return [
        name
        for name, fact in facts.items()
        if name[0] in CHECKED
        and fact["kind"] == "content"
        and name not in held
        and not {"differently", "disagreement"} & set(fact)
    ]


def _place(step: str, titles: list[str]) -> str:
    more = len(titles) - NAMED
    named = ", ".join(titles[:NAMED])
    return f"*{step}* ({named}{f' and {more} more' if more > 0 else ''})"


def _checked(facts: dict[str, Any], where: dict[str, list[str]]) -> Iterator[str]:
    for letter in CHECKED:
        yield f"## {GROUPS[letter]}\n"
        yield "| fact | article | what it says | where and how the app says it |"
        yield "| --- | --- | --- | --- |"
        for name, fact in facts.items():
            if name[0] == letter:
                yield f"| {name} | {fact['article']} | {fact['says']} | {_told(fact, where.get(name, []))} |"
        yield ""


def _told(fact: dict[str, Any], steps: list[str]) -> str:
    told = [f"said: {'; '.join(steps)}"] if steps else []
    if "differently" in fact:
        told.append(f"said differently: {fact['differently']}")
    if "disagreement" in fact:
        told.append(f"shown as a disagreement: {fact['disagreement']}")
    return "<br>".join(told) or f"{fact['kind']}: left open"


def _open(facts: dict[str, Any], where: dict[str, list[str]]) -> Iterator[str]:
    yield "## Open\n"
    yield "These belong to the screening, the reminders and the pages to learn from, which are not there yet.\n"
    yield "| fact | article | kind | what it says | said in a step already |"
    yield "| --- | --- | --- | --- | --- |"
    for name, fact in facts.items():
        if name[0] not in CHECKED:
            held = "; ".join(where.get(name, []))
            yield f"| {name} | {fact['article']} | {fact['kind']} | {fact['says']} | {held} |"
    yield ""


def main(arguments: list[str]) -> int:
    """Write the page, or tell whether it is as it would be written."""
    text = page()
    missing = unaccounted()
    if missing:
        print("Not accounted for: " + ", ".join(missing))
        return 1
    if "--check" in arguments:
        fresh = PAGE.is_file() and PAGE.read_text("utf-8") == text
        print("docs/facts.md is up to date." if fresh else "docs/facts.md is old: run python -m tools.facts")
        return 0 if fresh else 1
    PAGE.write_text(text, encoding="utf-8")
    print(f"Wrote {PAGE.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
