"""``legsup voice render``: the list for a person who records, and the clips of the present voice."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from legsup.domain.line_names import line_id
from legsup.terminal.command_line import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_line_is_listed_with_its_file_and_its_time(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    assert main(["voice", "render", str(folder), "--list-only", "--home", str(tmp_path / "home")]) == 0
    with (folder / "lines.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = {row["text"]: row for row in rows}
    assert texts["Let the floor hold you."]["file"] == f"{line_id('Let the floor hold you.')}.wav"
    assert 1.0 < float(texts["Let the floor hold you."]["seconds"]) < 5.0
    assert len({row["file"] for row in rows}) == len(rows)


def test_a_language_that_nobody_wrote_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["voice", "render", str(tmp_path / "pack"), "--language", "xx", "--home", str(tmp_path)]
    assert main(words) == 1
    assert "xx" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert main(["voice", "render", str(tmp_path / "file"), "--list-only", "--home", str(tmp_path)]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_folder_is_made_where_its_own_is_there_and_else_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, home = tmp_path / "mistyped" / "pack", str(tmp_path / "home")
    assert main(["voice", "render", str(folder), "--list-only", "--home", home]) == 1
    assert f"there is no folder {folder.parent}; make it first" in capsys.readouterr().err
    assert not folder.parent.exists()


def test_only_lines_that_are_not_there_yet_are_spoken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, home = tmp_path / "pack", str(tmp_path / "home")
    assert main(["voice", "render", str(folder), "--list-only", "--home", home]) == 0
    with (folder / "lines.csv").open(encoding="utf-8", newline="") as file:
        files = [folder / row["file"] for row in csv.DictReader(file)]
    absent = folder / f"{line_id('Let the floor hold you.')}.wav"
    for file in files:
        if file != absent:
            file.touch()
    assert main(["voice", "render", str(folder), "--home", home]) == 0
    assert absent.read_bytes().startswith(b"RIFF")
    assert {file.stat().st_size for file in files if file != absent} == {0}
    assert capsys.readouterr().err == ""
