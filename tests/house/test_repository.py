"""The repository keeps its own rules, and the rules can tell when they are broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools import ROOT
from tools.repository import faults, faults_of

if TYPE_CHECKING:
    from pathlib import Path


def test_every_file_keeps_the_rules() -> None:
    assert faults(ROOT) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("path = '/ho" + "me/someone/legs'", "a folder of one machine"),
        ("see https://py" + "pi.org/simple", "a package registry or mirror"),
        ("# TO" + "DO: later", "a note left behind"),
    ],
)
def test_a_broken_rule_is_named_with_its_line(line: str, fault: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text(f"fine\n{line}\n", "utf-8")
    assert [found.split(": ")[:2] for found in faults_of(file, "notes.md")] == [["notes.md:2", fault]]


def test_a_long_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "long.py"
    file.write_text("pass\n" * 301, "utf-8")
    assert list(faults_of(file, "long.py")) == ["long.py: 301 lines, at most 300"]
