"""The page on writing a sequence: its example works as it stands, and its tables know every key."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import Line, Step, StepText
from legsup.services.library import Library

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "writing-a-sequence.md").read_text("utf-8")


def test_the_example_plays_for_two_minutes(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    file = tmp_path / "short-rest.toml"
    file.write_text(example, encoding="utf-8")
    library = Library(ROOT / "assets", tmp_path)
    plan = compile_plan(library.find("short-rest"), Choices(), library.parts())
    assert library.faults == ()
    assert plan.holding == 30
    assert 110 <= sum(beat.nominal for beat in plan.beats) <= 130


def test_every_key_is_told() -> None:
    for kind in (Step, StepText, Line):
        for key in fields(kind):
            assert f"`{key.name}`" in PAGE or key.name == "text", key.name


def test_every_part_that_is_named_exists() -> None:
    table = PAGE.partition("| part | what it holds |")[2]
    named = set(re.findall(r"`([a-z-]+)`", table))
    parts = {file.stem for file in (ROOT / "assets" / "sequences" / "parts").glob("*.toml")}
    assert named <= parts
