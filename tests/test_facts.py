"""The page of facts: up to date, whole, and every fact accounted for."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from legsup.services.library import Library

ROOT = Path(__file__).parents[1]
#: How many facts the three articles hold, by the group's letter.
COUNTS = dict(
    zip("NSWPABDRTVECFZ", (13, 24, 12, 13, 10, 10, 12, 8, 6, 22, 9, 32, 3, 5), strict=True),
)


def facts() -> dict[str, dict[str, Any]]:
    return tomllib.loads((ROOT / "assets" / "facts.toml").read_text("utf-8"))


def test_every_fact_is_in_the_list_once() -> None:
    assert Counter(name[0] for name in facts()) == COUNTS
    kinds = {"content", "claim", "background", "furniture"}
    for name, fact in facts().items():
        assert set(fact) - {"differently", "disagreement"} == {"article", "kind", "says"}, name
        assert fact["article"] in {1, 2, 3}
        assert fact["kind"] in kinds


def test_the_page_is_up_to_date_and_accounts_for_every_fact() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.facts", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "docs/facts.md is up to date.")


def test_steps_name_facts_that_exist() -> None:
    library = Library(ROOT / "assets")
    steps = [step for sequence in library.sequences() for step in sequence.steps]
    assert {fact for step in steps for fact in step.facts} <= set(facts())
