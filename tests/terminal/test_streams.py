"""Streams that are closed or full get a sentence on whatever is left, and nothing is half done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import legsup

ROOT = Path(legsup.__file__).parents[1]
pytestmark = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has such a disk")  # noqa: PTH110 - a device
#: What stands for every verb that writes an answer; the first are the parser's own.
ANSWERS = (
    "--version", "--help", "journal --help", "status --json", "sequences", "plan seated-breath", "check nothing.toml",
    "journal list", "journal export --format json", "journal import nothing.csv", "journal forget --yes", "doctor",
    "voice render new --list-only", "session --terminal seated-breath",
)  # fmt: skip


def run(home: Path, words: str, streams: str) -> subprocess.CompletedProcess[str]:
    """Run a verb with its streams turned by a shell."""
    command = f"exec {sys.executable} -m legsup --home {home} {words} {streams}"
    screenless = {
        name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    return subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
        stdin=subprocess.DEVNULL,
        env=screenless | {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)},
    )


@pytest.mark.parametrize("words", ANSWERS)
@pytest.mark.parametrize(
    ("streams", "said"), [(">/dev/full", "No space left"), (">&-", "no output to write to")]
)
def test_an_output_that_takes_nothing_is_told(tmp_path: Path, words: str, streams: str, said: str) -> None:
    done = run(tmp_path, words, streams)
    assert done.returncode == 1
    assert done.stderr.startswith("legsup: ")
    if "nothing.csv" in words and "full" in streams:  # what is wrong goes to the other stream
        assert "nothing.csv cannot be read" in done.stderr
        return
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_any_stream_there_is_still_an_answer_by_its_number(tmp_path: Path) -> None:
    assert run(tmp_path, "status", ">&- 2>&-").returncode == 1
    assert run(tmp_path, "journal list", "2>&-").returncode == 0


def test_nobody_to_answer_is_no(tmp_path: Path) -> None:
    done = run(tmp_path, "journal forget", "<&-")
    assert (done.returncode, done.stdout.endswith("Nothing was deleted.\n")) == (1, True)


def test_an_empty_name_of_a_home_is_no_home(tmp_path: Path) -> None:
    empty = [sys.executable, "-m", "legsup", "--home", "", "journal", "list"]
    done = subprocess.run(empty, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, "an empty name" in done.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("pause", 3, "not running"),
        ("start", 1, "no screen"),
        ("", 1, "no screen"),
        ("nonsense", 2, "invalid choice"),
        ("journal import nothing.csv", 1, "nothing.csv cannot be read"),
    ],
)
@pytest.mark.parametrize("streams", ["2>/dev/full", "2>&-"])
def test_what_is_wrong_is_told_once_on_the_stream_that_is_left(
    tmp_path: Path, words: str, status: int, said: str, streams: str
) -> None:
    done = run(tmp_path, words, streams)
    assert done.returncode == status
    assert done.stdout.count(said) == 1
    assert done.stderr == ""


@pytest.mark.parametrize("words", ["pause", "start", "--version", "nonsense", "journal list"])
def test_where_both_are_full_the_number_tells(tmp_path: Path, words: str) -> None:
    done = run(tmp_path, words, ">/dev/full 2>/dev/full")
    assert (done.returncode, done.stdout, done.stderr) == ({"pause": 3, "nonsense": 2}.get(words, 1), "", "")


def test_what_writes_into_a_file_needs_no_output(tmp_path: Path) -> None:
    assert run(tmp_path, "journal export --format csv -o kept.csv", ">&- 2>&-").returncode == 0
    assert (tmp_path / "kept.csv").read_text().startswith("uuid,")


def test_an_answer_that_could_not_be_written_is_not_told_as_a_deed_undone(tmp_path: Path) -> None:
    done = run(tmp_path, "journal forget --yes", ">/dev/full")
    assert "the answer could not be written" in done.stderr
