"""Crowded desktops: six starts at once, again and again, and hostile talk at the running app's socket."""

from __future__ import annotations

import json
import os
import random
import socket
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from legsup.places import Places, in_folder
from legsup.services.remote.client import NoAnswerError, ask_app
from legsup.services.remote.instance import is_running

_ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
#: Starts at once, commands after them, and seconds for all of it.
AT_ONCE, COMMANDS, PATIENCE = 6, 5, 90.0
_NO_MINUTES: tuple[object, ...] = ("x", [], {}, 1e308)


def six_starts(times: int) -> tuple[int, int]:
    """Start six apps of one home at once; gives how many starts and how many commands were lost."""
    lost_starts, lost_commands = 0, 0
    for _ in range(times):
        with TemporaryDirectory(prefix="legsup-campaign-") as folder:
            home = Path(folder)
            started = [_start(home) for _ in range(AT_ONCE)]
            lost_commands += _unanswered(in_folder(home))
            until = time.monotonic() + PATIENCE
            while sum(app.poll() is None for app in started) > 1 and time.monotonic() < until:
                time.sleep(0.05)
            ended = [app for app in started if app.poll() is not None]
            lost_starts += AT_ONCE - 1 - sum(app.returncode == 0 for app in ended)
            for app in started:
                app.kill()
                app.wait()
    return lost_starts, lost_commands


def hostile_talks(times: int, seed: int) -> tuple[int, float]:
    """Talk to a running app as nobody is to; gives after how many talks it did not answer, and the longest wait (s)."""
    chance = random.Random(seed)  # noqa: S311 - noise, not secrets
    silent, longest = 0, 0.0
    with TemporaryDirectory(prefix="legsup-campaign-") as folder:
        places = in_folder(Path(folder))
        app = _start(Path(folder))
        try:
            while not places.app_lock.exists():
                time.sleep(0.05)
            _unanswered(places)
            open_lines: list[socket.socket] = []
            for _ in range(times):
                open_lines.append(_talk(places.socket, chance))
                if len(open_lines) > 150:
                    open_lines.pop(chance.randrange(len(open_lines))).close()
                begun = time.monotonic()
                silent += not _is_answered(places)
                longest = max(longest, time.monotonic() - begun)
            for line in open_lines:
                line.close()
            silent += app.poll() is not None
        finally:
            app.kill()
            app.wait()
    return silent, longest


def _start(home: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "legsup", "--home", str(home), "--background"]
    return subprocess.Popen(command, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _unanswered(places: Places) -> int:
    """Send some commands as soon as an app holds its lock; gives how many were not answered."""
    until = time.monotonic() + PATIENCE
    while not is_running(places.app_lock) and time.monotonic() < until:
        time.sleep(0.01)
    return sum(not _is_answered(places) for _ in range(COMMANDS))


def _is_answered(places: Places) -> bool:
    try:
        return ask_app(places, {"verb": "status"}) is not None
    except NoAnswerError:
        return False


def _talk(file: Path, chance: random.Random) -> socket.socket:
    """Say something, or nothing; now and then the line stays open."""
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.settimeout(2.0)
    with suppress(OSError):
        line.connect(str(file))
        line.sendall(
            chance.choice(
                (
                    b"",
                    b"{",
                    b"\n" * 1000,
                    b"x" * 100_000,
                    chance.randbytes(500) + b"\n",
                    b"[" * 60_000 + b"\n",
                    b'{"verb": 7}\n',
                    json.dumps({"verb": "start", "options": {"minutes": chance.choice(_NO_MINUTES)}}).encode()
                    + b"\n",
                    json.dumps({"verb": "start", "options": chance.choice([7, None, [], {"a": 1}])}).encode(),
                    b'{"verb": "next"}\n{"verb": "next"}\n',
                    b'{"verb": "\\ud800"}\n',
                )
            )
        )
        if chance.random() < 0.5:
            with closing(line):
                pass
    return line
