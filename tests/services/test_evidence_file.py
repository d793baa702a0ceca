"""The file of the evidence when it is damaged: every fault at once, and no evidence at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.services.safety import read_evidence
from tests.screened import ASSETS

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (ASSETS / "evidence.toml").read_text("utf-8")


def read(tmp_path: Path, text: str) -> set[str]:
    (tmp_path / "evidence.toml").write_text(text, encoding="utf-8")
    evidence, faults = read_evidence(tmp_path)
    assert (evidence is None) is bool(faults)
    return {fault.path for fault in faults}


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    evidence, faults = read_evidence(tmp_path)
    assert evidence is None
    assert [fault.expected for fault in faults] == ["a file that can be read"]


def test_a_language_without_words_is_given_in_english() -> None:
    assert read_evidence(ASSETS, "eo") == read_evidence(ASSETS)


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('label = "A"', 'label = "E"', "claims.C01.label"),
        ('article = 1\nlabel = "A"', 'label = "A"', "claims.C01.article"),
        ('article = 1\nlabel = "A"', 'article = 4\nlabel = "A"', "claims.C01.article"),
        ('sources = ["belczak", "abu-own", "gaffney"]', 'sources = ["nobody"]', "claims.C01.sources"),
        ("text.en = { claim = ", "text.en = { claims = ", "claims.C01.text.en.claim"),
        (' on = "24 and', ' off = "24 and', "claims.C01.text"),
        ("year = 2015", "year = 15", "sources.jasien.year"),
        ('topic = "How long"', 'topic = ""', "disagreements[0].text.en.topic"),
        ("least = 2,", "least = 200,", "disagreements[0].ruler[0].least"),
        ("article = 1, ", "", "disagreements[0].ruler[0].article"),
        ('A = "Some evidence, for raised legs"\n', "", "text.en.labels.A"),
        ('heading = "Read this first"', "heading = 3", "pages[0].text.en.heading"),
        ('text.en = "Most studies', 'text.xx = "Most studies', "limits[0].text.en"),
        ('of = "Vein disease"', 'off = "Vein disease"', "claims.C32.parts[0].text.en.of"),
        ("[[pages]]", "[[leaves]]", "leaves"),
    ],
)
def test_each_fault_is_told_at_its_place(tmp_path: Path, old: str, new: str, path: str) -> None:
    assert old in TEXT
    assert path in read(tmp_path, TEXT.replace(old, new, 1))


def test_nothing_is_not_enough(tmp_path: Path) -> None:
    assert {"text", "sources", "claims", "pages", "disagreements", "limits"} <= read(tmp_path, "")
