"""A crowded desktop: six starts at once, a deep home, signals, askers by the hundred, and locks left by the dead."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import pytest

from legsup.places import in_folder
from legsup.services.remote.client import ask, ask_app
from legsup.services.settings.store import SettingsStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="sockets and signals of POSIX"),
    pytest.mark.uncounted,
]
ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


class Apps:
    """Apps of one home, in processes of their own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.places = in_folder(home)
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self, *words: str, ignoring: int | None = None) -> subprocess.Popen[bytes]:
        """Start one more."""
        command = [sys.executable, "-m", "legsup", "--home", str(self.home), *words]
        if ignoring is not None:
            code = f"import os, signal; signal.signal({ignoring}, signal.SIG_IGN); os.execv({command[0]!r}, {command!r})"
            command = [sys.executable, "-c", code]
        app = subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
        self.running.append(app)
        return app

    def answers(self) -> bool:
        """Whether one answers, waited for while it starts."""
        until = time.monotonic() + 60.0
        while time.monotonic() < until:
            if ask_app(self.places, {"verb": "status"}) is not None:
                return True
        return False


@pytest.fixture
def apps(tmp_path: Path) -> Iterator[Apps]:
    made = Apps(tmp_path / "home")
    yield made
    for app in made.running:
        app.kill()
        app.wait()


def test_of_six_started_at_once_one_runs_and_the_others_hand_over(apps: Apps) -> None:
    started = [apps.start("--background") for _ in range(6)]
    assert apps.answers()
    until = time.monotonic() + 60.0
    while sum(app.poll() is None for app in started) > 1 and time.monotonic() < until:
        assert ask_app(apps.places, {"verb": "status"}) is not None
    assert sorted(app.poll() is None for app in started) == [False] * 5 + [True]
    assert {app.returncode for app in started if app.poll() is not None} == {0}


def test_a_practice_asked_for_among_six_starts_begins_whichever_of_them_runs(apps: Apps) -> None:
    SettingsStore(apps.places.settings).change({"muted": True})
    for place in range(6):
        wanted = ("start", "seated-breath", "--pace", "my-pace") if place == 4 else ("--background",)
        apps.start(*wanted)
    until = time.monotonic() + 60.0
    told: dict[str, object] = {}
    while told.get("sequence") != "seated-breath" and time.monotonic() < until:
        told = ask_app(apps.places, {"verb": "status"}) or {}
    assert told["status"] == "waiting"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_quit_and_the_record_is_kept_as_stopped(apps: Apps, number: int) -> None:
    SettingsStore(apps.places.settings).change({"muted": True})
    app = apps.start("start", "seated-breath", "--pace", "my-pace")
    assert apps.answers()
    until = time.monotonic() + 60.0
    while (ask(apps.places.socket, {"verb": "status"}) or {}).get(
        "stage"
    ) != "hold" and time.monotonic() < until:
        ask(apps.places.socket, {"verb": "next"})
    app.send_signal(number)
    assert app.wait(60) == 0
    listed = [sys.executable, "-m", "legsup", "--home", str(apps.home), "journal", "list", "--json"]
    rows = json.loads(subprocess.run(listed, capture_output=True, check=True).stdout)
    assert [row["outcome"] for row in rows] == ["stopped"]


def test_a_signal_that_was_ignored_at_the_start_stays_so(apps: Apps) -> None:
    app = apps.start("--background", ignoring=int(signal.SIGHUP))
    assert apps.answers()
    app.send_signal(signal.SIGHUP)
    assert apps.answers()
    assert app.poll() is None


def test_a_home_too_deep_for_a_socket_is_answered_from_a_short_place(tmp_path: Path) -> None:
    apps = Apps(tmp_path / ("deep" * 30) / "home")
    try:
        apps.start("--background")
        assert apps.answers()
        second = apps.start("--background")
        assert second.wait(60) == 0
        assert oct(apps.places.socket.parent.stat().st_mode & 0o777) == "0o700"
    finally:
        for app in apps.running:
            app.kill()
            app.wait()
        apps.places.socket.unlink(missing_ok=True)
        apps.places.socket.parent.rmdir()


def test_a_lock_left_by_whoever_died_is_free_whatever_stands_in_it(apps: Apps) -> None:
    apps.places.runtime.mkdir(parents=True)
    apps.places.app_lock.write_bytes(f"{os.getpid()}\nlegsup\n".encode())
    app = apps.start("--background")
    assert apps.answers()
    app.kill()
    app.wait()
    apps.start("--background")
    assert apps.answers()


def test_askers_by_the_hundred_are_all_answered_and_silent_ones_shut_nobody_out(apps: Apps) -> None:
    apps.start("--background")
    assert apps.answers()
    with ThreadPoolExecutor(60) as many:
        answers = list(many.map(ask_app, [apps.places] * 240, [{"verb": "status"}] * 240))
    assert all(answer is not None for answer in answers)
    with ExitStack() as silent:
        for _ in range(300):
            line = silent.enter_context(closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)))
            line.connect(str(apps.places.socket))
        assert ask_app(apps.places, {"verb": "status"}) is not None
    assert ask_app(apps.places, {"verb": "status"}) is not None
