"""The files of the screening when they are damaged: every fault at once, and never a yes."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from legsup.domain.screening.columns import Column
from legsup.domain.screening.door import Open, Request, allowed
from legsup.domain.screening.outcome import open_instead
from legsup.services.safety import read_screening
from tests.screened import ASSETS, CATALOGUE, UNTOUCHED, outcome

if TYPE_CHECKING:
    from pathlib import Path

    from legsup.domain.screening.catalogue import Catalogue

TODAY = date(2026, 5, 3)
FILES = ("matrix.toml", "questions.toml", "words.toml", "today.toml")
FREE = outcome(UNTOUCHED)


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    shutil.copytree(ASSETS / "screening", tmp_path / "screening")
    return tmp_path


def told(catalogue: Catalogue) -> list[tuple[str, str]]:
    return [(fault.file.rpartition("/")[2], fault.path) for fault in catalogue.faults]


def only_seated(catalogue: Catalogue) -> bool:
    """Whether even one whose kept outcome opens everything is left with the chair."""
    standing = catalogue.standing(FREE, TODAY)
    assert standing is not None
    begins = [
        column for column in Column if isinstance(allowed(standing, Request(column=column), TODAY), Open)
    ]
    return begins == [*open_instead(standing, TODAY)] == [Column.SEATED]


def changed(assets: Path, file: str, old: str, new: str) -> Catalogue:
    path = assets / "screening" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return read_screening(assets)


def test_what_ships_is_sound_and_the_kept_outcome_stands() -> None:
    assert CATALOGUE.faults == ()
    assert CATALOGUE.standing(FREE, TODAY) is FREE
    assert CATALOGUE.standing(None, TODAY) is None


def test_a_language_without_words_is_given_in_english() -> None:
    other = read_screening(ASSETS, "eo")
    assert other.screening is not None
    assert CATALOGUE.screening is not None
    assert other.screening.words == CATALOGUE.screening.words


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    "content", [None, b"", b"[", b"\xff\xfe", b"a=" + b"[" * 5000, b"[3]\nx = 1"], ids=repr
)
def test_a_file_that_is_missing_or_no_such_thing_leaves_the_chair(
    assets: Path, file: str, content: bytes | None
) -> None:
    path = assets / "screening" / file
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    catalogue = read_screening(assets)
    assert file in {name for name, _ in told(catalogue)}
    assert only_seated(catalogue)


def test_a_folder_in_a_files_place_leaves_the_chair(assets: Path) -> None:
    (assets / "screening" / "matrix.toml").unlink()
    (assets / "screening" / "matrix.toml").mkdir()
    assert only_seated(read_screening(assets))


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        ("matrix.toml", 'wall = "closed"\n', "", "1.wall"),
        ("matrix.toml", 'wall = "closed"', 'wall = "clozed"', "1.wall.level"),
        ("matrix.toml", 'wall = "closed"', "wall = 3", "1.wall"),
        ("matrix.toml", "minutes = 3", "minutes = 300", "3.wall.minutes"),
        ("matrix.toml", "seat = 120", "seat = 12", "2b.limits.seat"),
        ("matrix.toml", '"childs-pose"', '"childs-poze"', "1.limits.leave_out"),
        ("matrix.toml", "[1]", "[1]\nceiling = 3", "1.ceiling"),
        ("matrix.toml", 'seated = "open"', 'seated = "ask"', "1.seated"),
        ("matrix.toml", 'side = "ask"', 'side = "open"', "1.side"),
        ("matrix.toml", "[17]", "[18]", "17"),
        ("matrix.toml", "[2a]", "[2c]", "questions[1].subs[0].rows"),
        ("matrix.toml", '"eye-doctor"', '"barber"', "1.clinician"),
        ("questions.toml", 'rows = ["1"]\n', "", "questions[0].rows"),
        ("questions.toml", 'rows = ["2a"]\n', "", "questions[1].subs[0].rows"),
        ("questions.toml", 'rows = ["1"]', 'rows = ["99"]', "questions[0].rows"),
        ("questions.toml", '[[questions]]\nid = "4"', '[[groups]]\nid = "4"', "questions"),
        ("questions.toml", 'id = "2"', 'id = "1"', "questions"),
        ("questions.toml", 'id = "head"', 'id = "eyes"', "groups"),
        ("questions.toml", 'group = "eyes"', 'group = "ears"', "groups"),
        ("questions.toml", "under-18 = [", "under-17 = [", "questions[15].ages.under-17"),
        (
            "questions.toml",
            'ask = "Have you been told',
            'asks = "Have you been told',
            "questions[0].text.en.ask",
        ),
        ("words.toml", 'said_yes = "They said yes"', "", "en.said_yes"),
        ("words.toml", 'no = "No"', 'no = ""', "en.answers.no"),
        ("words.toml", "[en]", "[en]\nnew = 3", "en.new"),
        ("words.toml", 'closed = "{title}', 'closed = "{name}', "en.closed"),
        ("words.toml", 'closed = "{title}', 'closed = "{title', "en.closed"),
        ("words.toml", "\n4 = ", "\n44 = ", "en.advice.44"),
        ("words.toml", 'seated = "Seated breath"', "", "en.columns.seated"),
        ("today.toml", 'urgency = "emergency"', 'urgency = "someday"', "en.signs[0].urgency"),
        ("today.toml", 'urgency = "today"', 'urgency = "wait"', "en.signs"),
        ("today.toml", "act = ", "acts = ", "en.signs[0].act"),
    ],
)
def test_each_fault_is_told_at_its_place_and_leaves_the_chair(
    assets: Path, file: str, old: str, new: str, path: str
) -> None:
    catalogue = changed(assets, file, old, new)
    assert path in {place for _, place in told(catalogue)}
    assert only_seated(catalogue)


def test_all_faults_of_all_files_are_told_at_once(assets: Path) -> None:
    changed(assets, "matrix.toml", 'wall = "closed"', 'wall = "clozed"')
    changed(assets, "matrix.toml", "[17]", "[18]")
    changed(assets, "words.toml", "[en]", "[en]\nnew = 3")
    catalogue = changed(assets, "questions.toml", 'group = "eyes"', 'groop = "eyes"')
    assert set(told(catalogue)) == {
        ("matrix.toml", "17"),
        ("matrix.toml", "1.wall.level"),
        ("questions.toml", "groups"),
        ("questions.toml", "questions[0].group"),
        ("questions.toml", "questions[0].groop"),
        ("words.toml", "en.new"),
    }
