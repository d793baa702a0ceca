"""Streams that are closed or full get a sentence on whatever is left, and nothing is half done."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has such a disk")  # noqa: PTH110 - a device
VERBS = ("journal list", "sequences", "status", "plan seated-breath")


def run(home: Path, words: str, streams: str) -> subprocess.CompletedProcess[str]:
    """Run a verb with its streams turned by a shell."""
    command = f"exec {sys.executable} -m legsup --home {home} {words} {streams}"
    return subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("words", VERBS)
@pytest.mark.parametrize(
    ("streams", "said"), [(">/dev/full", "No space left"), (">&-", "no output to write to")]
)
def test_an_output_that_takes_nothing_is_told(tmp_path: Path, words: str, streams: str, said: str) -> None:
    done = run(tmp_path, words, streams)
    assert done.returncode == 1
    assert done.stderr.startswith("legsup: ")
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
