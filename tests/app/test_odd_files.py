"""What has the name of one of the app's own files and is no plain one is neither waited for nor read for ever."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from legsup.terminal.command_line import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="only there are all of these"),
    pytest.mark.uncounted,
]

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


@pytest.mark.parametrize("kind", ["loop", "nowhere", "pipe", "file"])
@pytest.mark.parametrize("below", ["", "in/it"])
def test_a_home_that_is_no_folder_is_told_before_anything_is_looked_for_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, below: str
) -> None:
    home = tmp_path / "odd"
    (KINDS | {"file": Path.touch})[kind](home)
    assert main(["journal", "list", "--home", str(home / below)]) == 1
    assert capsys.readouterr().err == f"legsup: --home: expected a folder; {home} is none\n"


def started(home: Path, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "legsup", "--home", str(home), *words]
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def run(home: Path, *words: str) -> tuple[int, str, str]:
    """Let it come to its end; gives its exit status and what it wrote on its streams."""
    return ended(started(home, *words))


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    with process:
        try:
            out, err = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    return process.returncode, out, err


@pytest.fixture(scope="module")
def led(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Path, subprocess.Popen[str]]]]:
    """A session for each kind of journal, with its home: they pass beside one another, since each lasts its while."""
    homes = {kind: tmp_path_factory.mktemp(kind) for kind in KINDS}
    for kind, home in homes.items():
        KINDS[kind](home / "journal.sqlite3")
    words = ("session", "--terminal", "seated-breath", "--minutes", "2", "--speed", "60")
    sessions = {kind: (home, started(home, *words)) for kind, home in homes.items()}
    yield sessions
    for _, session in sessions.values():
        if session.returncode is None:
            ended(session)


@pytest.mark.parametrize("kind", KINDS)
def test_a_journal_of_another_kind_is_told_and_nothing_else_suffers(
    led: dict[str, tuple[Path, subprocess.Popen[str]]], kind: str
) -> None:
    home, session = led[kind]
    _, _, told = run(home, "journal", "list")
    assert "cannot be" in told
    assert "Traceback" not in told
    status, out, _ = ended(session)
    assert status == 0
    assert "completed" in out


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["journal.jsonl", "settings.json", "screening.json", ".journal.lock"])
def test_any_other_of_them_stops_no_verb(tmp_path: Path, kind: str, name: str) -> None:
    KINDS[kind](tmp_path / name)
    for words in (("journal", "list"), ("sequences",)):
        status, _, told = run(tmp_path, *words)
        assert "Traceback" not in told
        assert status in {0, 1}
