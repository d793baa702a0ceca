"""What has the name of one of the app's own files and is no plain one is neither waited for nor read for ever."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there are all of these")

#: Far more than any of it takes; less than for ever.
PATIENCE = 60


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def nowhere(path: Path) -> None:
    (path.parent / "in-the-way").touch()
    path.symlink_to("in-the-way/there")


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


KINDS: dict[str, Callable[[Path], None]] = {
    "loop": loop,
    "nowhere": nowhere,
    "endless": endless,
    "pipe": os.mkfifo,
    "folder": os.mkdir,
}


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "legsup", "--home", str(home), *words]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=PATIENCE, stdin=subprocess.DEVNULL
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_journal_of_another_kind_is_told_and_nothing_else_suffers(tmp_path: Path, kind: str) -> None:
    KINDS[kind](tmp_path / "journal.sqlite3")
    listed = run(tmp_path, "journal", "list")
    assert "cannot be" in listed.stderr
    assert "Traceback" not in listed.stderr
    led = run(tmp_path, "session", "--terminal", "seated-breath", "--minutes", "2", "--speed", "60")
    assert led.returncode == 0
    assert "completed" in led.stdout


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["journal.jsonl", "settings.json", "screening.json", ".journal.lock"])
def test_any_other_of_them_stops_no_verb(tmp_path: Path, kind: str, name: str) -> None:
    KINDS[kind](tmp_path / name)
    for words in (("journal", "list"), ("sequences",)):
        done = run(tmp_path, *words)
        assert "Traceback" not in done.stderr
        assert done.returncode in {0, 1}
