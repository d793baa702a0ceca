"""The page of facts: up to date and whole, every fact told where its moment is, and what is to be heard, heard."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from legsup.services.library import Library
from tools.fact_places import Places, read_places

pytestmark = pytest.mark.uncounted

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "assets"
#: How many facts the three articles hold, by the group's letter.
COUNTS = dict(
    zip("NSWPABDRTVECFZ", (13, 24, 12, 13, 10, 10, 12, 8, 6, 22, 9, 32, 3, 5), strict=True),
)
#: What reaches only one who hears it: their eyes are closed by then, or the screen is out of sight.
TO_BE_HEARD = {
    "A": (1, 2, 3, 5, 6, 8),
    "B": (1, 2, 5, 9, 10),
    "E": (1, 3, 4, 5, 6, 7, 8, 9),
    "F": (1,),
    "P": (1, 2, 6, 8, 10, 11, 13),
    "R": (3, 4, 7),
    "T": (1, 3),
    "V": (3, 4, 5, 6, 7, 9, 10, 12, 14, 15, 16, 17, 18),
}


def facts() -> dict[str, dict[str, Any]]:
    return tomllib.loads((ASSETS / "facts.toml").read_text("utf-8"))


def places() -> Places:
    return read_places(ASSETS, facts())


def test_every_fact_is_in_the_list_once() -> None:
    assert Counter(name[0] for name in facts()) == COUNTS
    kinds = {"content", "claim", "background", "furniture"}
    for name, fact in facts().items():
        assert set(fact) - {"differently", "disagreement", "told"} == {"article", "kind", "says"}, name
        assert fact["article"] in {1, 2, 3}
        assert fact["kind"] in kinds
        re.compile(fact.get("told", ""))


def test_the_page_is_up_to_date_and_accounts_for_every_fact() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.facts", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "docs/facts.md is up to date.")


def test_steps_name_facts_that_exist_and_whose_words_are_known() -> None:
    library = Library(ASSETS)
    steps = [step for sequence in library.sequences() for step in sequence.steps]
    named = {fact for step in steps for fact in step.facts}
    assert named <= set(facts())
    assert [fact for fact in sorted(named) if "told" not in facts()[fact]] == []


def test_every_fact_of_content_is_heard_or_shown_where_its_moment_is() -> None:
    found = places()
    wanted = {name for name, fact in facts().items() if fact["kind"] == "content"}
    assert {name for name in wanted if not found.tells(name)} == set()


def test_what_eyes_that_are_closed_need_is_heard() -> None:
    heard = places().heard
    wanted = [f"{letter}{number:02}" for letter, numbers in TO_BE_HEARD.items() for number in numbers]
    assert [name for name in wanted if name not in heard] == []


def test_every_claim_is_read_with_its_evidence_and_nowhere_without() -> None:
    found = places()
    for name, fact in facts().items():
        if fact["kind"] == "claim":
            assert any("What is claimed" in place for place in found.read[name]), name


def test_a_step_that_names_a_fact_and_does_not_say_it_is_not_believed() -> None:
    told = facts()["R07"] | {"told": "zebra"}
    found = read_places(ASSETS, facts() | {"R07": told})
    assert "R07" in found.unproved
    assert "R07" not in found.heard
    assert "R07" not in found.shown


def test_a_fact_told_at_another_time_does_not_count() -> None:
    found = places()
    assert "T01" in found.heard
    early = facts() | {"E05": facts()["T01"]}
    assert "E05" not in read_places(ASSETS, early).heard
