"""The command line from anywhere: another folder, a shell without a screen, a person without a home, signals shut off."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from legsup.terminal.command_line import main
from legsup.terminal.session.interrupts import interruptible
from legsup.terminal.session.keyboard import NoKeyboard
from tests.app.brief import write_brief

if sys.platform == "win32":
    pytest.skip("sockets and signals of POSIX", allow_module_level=True)

from tests.terminal.app_that_answers import an_app_that_answers

if TYPE_CHECKING:
    from pathlib import Path

#: Runs the command line as a person whom the system does not know, and who has no HOME.
NOBODY = """
import os, pwd, sys
def unknown(_uid):
    raise KeyError
pwd.getpwuid = unknown
os.environ.pop("HOME", None)
from legsup.terminal.command_line import main
sys.exit(main(sys.argv[1:]))
"""
SCREENLESS = {
    name: value
    for name, value in os.environ.items()
    if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
}


def test_a_file_is_named_so_that_the_running_app_finds_it_from_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_brief(tmp_path)
    monkeypatch.chdir(tmp_path)
    home = tmp_path / "home"
    for given in (file.name, f"./{file.name}", str(file)):
        with an_app_that_answers(home, {"done": True}) as asked:
            assert main(["--home", str(home), "start", given]) == 0
        assert asked[0]["options"]["sequence"] == str(file)
        (home / "state" / "run" / "app.socket").unlink()


def test_the_running_app_is_asked_before_it_matters_that_here_is_no_screen(tmp_path: Path) -> None:
    with an_app_that_answers(tmp_path, {"done": True}) as asked:
        command = [sys.executable, "-m", "legsup", "--home", str(tmp_path), "start", "seated-breath"]
        done = subprocess.run(command, env=SCREENLESS, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert asked[0]["verb"] == "start"


@pytest.mark.parametrize("words", [("journal", "list"), ("sequences",), ("start",)])
def test_who_has_no_home_is_told_so_and_can_name_one(tmp_path: Path, words: tuple[str, ...]) -> None:
    alone = {name: value for name, value in SCREENLESS.items() if not name.startswith("XDG_")}
    for named in ((), ("--home", str(tmp_path / "home"))):
        command = [sys.executable, "-c", NOBODY, *named, *words]
        done = subprocess.run(command, env=alone, capture_output=True, text=True, check=False, timeout=120)
        assert "Traceback" not in done.stderr
        assert ("no home folder" in done.stderr) == (not named)


def test_a_signal_that_was_ignored_at_the_start_of_a_session_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with interruptible(NoKeyboard()):
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
