"""Writes docs/facts.md: where every fact of the three articles is heard, where it is seen, or why it is told otherwise.

``python -m tools.facts`` writes the page; with ``--check`` it only tells, by exit code 1, that the page is old.
"""

from __future__ import annotations

import sys
import tomllib
from typing import TYPE_CHECKING, Any

from tools import ROOT
from tools.fact_places import Places, read_places

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = ROOT / "docs" / "facts.md"
#: Groups of facts by the first letter of their ids, in the order in which they are shown.
GROUPS = {
    "N": "Names and nature of the pose",
    "S": "Who should not, adapt, or ask",
    "W": "When and how often",
    "P": "Place and props",
    "A": "Getting into position",
    "B": "Settling",
    "D": "Durations",
    "R": "Breathing",
    "T": "Discomfort while holding",
    "V": "Variations",
    "E": "Coming out",
    "F": "After",
    "C": "Benefits claimed",
    "Z": "Page furniture",
}
#: How many sequences are named before the rest are counted.
NAMED = 2
HEAD = """# Where every fact is told

Made by `python -m tools.facts` from `assets/facts.toml`, the steps, the evidence and the questions; not written by hand.

Article 1 is by the Cleveland Clinic with Dr Robert Saper; article 2 is "Put your feet up for 5 minutes"; article 3 is
"6 Benefits of Legs Up the Wall Pose". All words here are ours. Content is what the app must hold; a claim may stand only
with its evidence beside it; background is optional.

*Heard*: its words stand in the lines of a step that names it, so that it reaches one whose eyes are closed. *On the screen*: in the
title or the tips of a step alone. *To read*: in Learn, in the questions about you, or in the look at today.
"""


def page() -> str:
    """Give the whole page."""
    facts = tomllib.loads((ROOT / "assets" / "facts.toml").read_text("utf-8"))
    return "\n".join([HEAD, *_groups(facts, read_places(ROOT / "assets", facts))])


def untold() -> list[str]:
    """Name the facts that the app must hold and that are neither heard nor shown where their moment is."""
    facts = tomllib.loads((ROOT / "assets" / "facts.toml").read_text("utf-8"))
    places = read_places(ROOT / "assets", facts)
    return [name for name, fact in facts.items() if fact["kind"] == "content" and not places.tells(name)]


def _groups(facts: dict[str, Any], places: Places) -> Iterator[str]:
    for letter, title in GROUPS.items():
        yield f"## {title}\n"
        yield "| fact | article | kind | what it says | heard | on the screen | to read | told differently |"
        yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
        for name, fact in facts.items():
            if name[0] == letter:
                cells = (
                    name,
                    str(fact["article"]),
                    fact["kind"],
                    fact["says"],
                    "; ".join(_place(*each) for each in places.heard.get(name, {}).items()),
                    "; ".join(_place(*each) for each in places.shown.get(name, {}).items()),
                    "; ".join(places.read.get(name, ())),
                    fact.get("differently") or fact.get("disagreement") or "",
                )
                yield f"| {' | '.join(cells)} |"
        yield ""


def _place(step: str, titles: list[str]) -> str:
    more = len(titles) - NAMED
    named = ", ".join(titles[:NAMED])
    return f"*{step}* ({named}{f' and {more} more' if more > 0 else ''})"


def main(arguments: list[str]) -> int:
    """Write the page, or tell whether it is as it would be written."""
    missing = untold()
    if missing:
        print("Neither heard nor shown where their moment is: " + ", ".join(missing))
        return 1
    text = page()
    if "--check" in arguments:
        fresh = PAGE.is_file() and PAGE.read_text("utf-8") == text
        print("docs/facts.md is up to date." if fresh else "docs/facts.md is old: run python -m tools.facts")
        return 0 if fresh else 1
    PAGE.write_text(text, encoding="utf-8")
    print(f"Wrote {PAGE.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
