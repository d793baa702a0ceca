"""The folders in which lines are made: gone after use, and what a killed process left goes with the next one."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from legsup.services.voice.scratch import FRESH, LOCK, PREFIX, scratch, sweep

if TYPE_CHECKING:
    from pathlib import Path

HOLDS = """
import sys
from pathlib import Path
from legsup.services.voice.scratch import scratch
with scratch(Path(sys.argv[1])) as folder:
    (folder / "line.wav").touch()
    print(folder.name, flush=True)
    sys.stdin.read()
"""


def left(place: Path) -> set[str]:
    return {each.name for each in place.iterdir()}


def test_a_folder_is_there_while_it_is_used(tmp_path: Path) -> None:
    with scratch(tmp_path) as folder:
        assert folder.stat().st_mode & 0o077 == 0 or sys.platform == "win32"
        sweep(tmp_path)
        assert folder.is_dir()
    assert left(tmp_path) == set()


def test_what_a_killed_process_left_goes_and_what_one_uses_stays(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDS, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        name = child.stdout.readline().strip()
        sweep(tmp_path)
        assert left(tmp_path) == {name}
        child.kill()
        child.wait()
        sweep(tmp_path)
    assert left(tmp_path) == set()


def test_one_without_a_lock_stays_until_it_is_old(tmp_path: Path) -> None:
    folder = tmp_path / f"{PREFIX}old"
    folder.mkdir(0o700)
    sweep(tmp_path)
    assert folder.is_dir()
    then = folder.stat().st_mtime - 2 * FRESH
    os.utime(folder, (then, then))
    sweep(tmp_path)
    assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are told otherwise there")
def test_what_is_not_this_person_s_alone_stays(tmp_path: Path) -> None:
    shared, file, linked = (tmp_path / f"{PREFIX}{name}" for name in ("shared", "file", "linked"))
    others = tmp_path / "others"
    for folder in (shared, others):
        folder.mkdir()
        folder.chmod(0o777)
        (folder / LOCK).touch()
    file.touch()
    linked.symlink_to(others)
    sweep(tmp_path)
    assert left(tmp_path) == {shared.name, file.name, linked.name, "others"}
    assert (others / LOCK).exists()
