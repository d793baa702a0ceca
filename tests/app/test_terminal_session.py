"""Whole sessions in the terminal, in processes of their own: with a keyboard, without one, killed and refused."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from legsup.services.session_lock import SessionLock
from tests.app.brief import quiet_home, screened_home, write_brief

if sys.platform == "win32":
    pytest.skip("pseudo-terminals and signals of POSIX", allow_module_level=True)

import pty
import termios

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
#: Seconds without a word after which a program counts as stuck.
DEADLINE = 30.0
TERMINAL = (sys.executable, "-m", "legsup")


def command(home: Path, *words: str) -> list[str]:
    return [*TERMINAL, "--home", str(home), "session", "--terminal", *words]


def journal_of(home: Path) -> list[dict[str, Any]]:
    listed = subprocess.run(
        [*TERMINAL, "--home", str(home), "journal", "list", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(listed.stdout)


class Screen:
    """A terminal of its own for a program: what it writes is read until some text stands there."""

    def __init__(self, words: list[str]) -> None:
        self.outer, self._inner = pty.openpty()
        self.before = termios.tcgetattr(self._inner)
        self.child = subprocess.Popen(
            words,
            stdin=self._inner,
            stdout=self._inner,
            stderr=self._inner,
            env={**os.environ, "TERM": "xterm-256color"},
            start_new_session=True,
        )
        self.text = ""

    def read_until(self, text: str) -> None:
        """Read on until the text has come; the program's end fails the test."""
        while text not in self.text:
            assert select.select([self.outer], [], [], DEADLINE)[0], self.text
            read = os.read(self.outer, 4096)
            assert read, self.text
            self.text += read.decode("utf-8", "replace")
        self.text = self.text.partition(text)[2]

    def press(self, keys: str) -> None:
        os.write(self.outer, keys.encode())

    def modes(self) -> list[Any]:
        return termios.tcgetattr(self._inner)

    def close(self) -> None:
        self.child.kill()
        self.child.wait()
        os.close(self.outer)
        os.close(self._inner)


@pytest.fixture
def screens() -> Iterator[list[Screen]]:
    opened: list[Screen] = []
    yield opened
    for screen in opened:
        screen.close()


def test_on_a_terminal_it_asks_once_is_led_by_keys_and_leaves_the_terminal_as_it_was(
    tmp_path: Path, screens: list[Screen]
) -> None:
    home = quiet_home(tmp_path)
    screen = Screen(command(home, "--speed", "60", "--minutes", "10"))
    screens.append(screen)
    screen.read_until("Glaucoma")
    screen.read_until("Type one of these words in full")
    screen.press("\n")
    screen.read_until("Type one of these words in full")
    screen.press("no\n")
    screen.read_until("Nothing is closed to you.")
    screen.read_until("Not today, if you have:")
    screen.read_until("Press Enter to begin")
    screen.press("\n")
    screen.read_until("\x1b[?1049h")
    assert screen.modes() != screen.before
    screen.read_until("in, feet to head")
    screen.press(" ")
    screen.read_until("paused")
    screen.press("e")
    screen.read_until("Knees to your chest")
    screen.press("e")
    screen.read_until("\x1b[?1049l")
    screen.read_until("stopped")
    assert screen.child.wait() == 0
    assert screen.modes() == screen.before
    assert (home / "screening.json").exists()
    assert journal_of(home) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_whatever_ends_it_the_terminal_is_given_back(
    tmp_path: Path, screens: list[Screen], number: signal.Signals
) -> None:
    home = screened_home(tmp_path)
    screen = Screen(command(home, "legs-up-the-wall", "--speed", "60", "--minutes", "10"))
    screens.append(screen)
    screen.read_until("Press Enter to begin")
    screen.press("\n")
    screen.read_until("in, feet to head")
    screen.child.send_signal(number)
    screen.read_until("\x1b[?1049l")
    assert screen.child.wait() == 0
    assert screen.modes() == screen.before


def test_ctrl_c_comes_out_first_and_ends_it_the_second_time(tmp_path: Path, screens: list[Screen]) -> None:
    home = screened_home(tmp_path)
    screen = Screen(command(home, "legs-up-the-wall", "--speed", "60", "--minutes", "10"))
    screens.append(screen)
    screen.read_until("Press Enter to begin")
    screen.press("\n")
    screen.read_until("in, feet to head")
    screen.child.send_signal(signal.SIGINT)
    screen.read_until("Knees to your chest")
    screen.child.send_signal(signal.SIGINT)
    screen.read_until("stopped")
    assert screen.child.wait() == 0


def test_with_no_keyboard_the_shortest_practice_on_a_chair_is_led_and_ends_by_itself(tmp_path: Path) -> None:
    home = quiet_home(tmp_path, sequence="legs-up-the-wall")
    led = subprocess.run(
        command(home, "--speed", "500"), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True
    )
    assert led.stdout.startswith("Legs Up leads a restful break")
    assert "Not today, if you have:" in led.stdout
    assert "Seated breath · 2 min" in led.stdout
    assert "Welcome back." in led.stdout
    assert led.stdout.splitlines()[-1].endswith("completed")
    assert "\x1b" not in led.stdout
    assert led.stderr == ""


def test_with_no_keyboard_nobody_is_sent_to_the_wall_before_the_questions_were_answered(
    tmp_path: Path,
) -> None:
    home = quiet_home(tmp_path)
    refused = subprocess.run(
        command(home, "legs-up-the-wall"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "A few questions about your body come before Legs up the wall" in refused.stderr


def test_killed_in_a_hold_it_leaves_a_readable_journal_and_meanwhile_no_second_one_starts(
    tmp_path: Path,
) -> None:
    home, file = quiet_home(tmp_path), write_brief(tmp_path)
    child = subprocess.Popen(
        command(home, str(file)), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    for line in child.stdout:
        if "out, head to feet" in line:
            break
    assert [row["outcome"] for row in journal_of(home)] == [None]
    second = subprocess.run(
        command(home, str(file)), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert second.returncode == 1
    assert "a session is running" in second.stderr
    child.kill()
    child.wait()
    child.stdout.close()
    (row,) = journal_of(home)
    assert (row["sequence"], row["outcome"], row["minutes"]) == ("brief", "interrupted", 0.5)
    assert SessionLock(home / "state" / "run" / "session.lock").take()
