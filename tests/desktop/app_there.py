"""The app as it runs on a private desktop, hidden in its tray, and what is asked of it there."""

from __future__ import annotations

import json
import subprocess
from threading import Event
from time import monotonic, time
from typing import TYPE_CHECKING, Any

from legsup.places import in_folder
from legsup.services.remote.client import ask
from tests.screened import keep_outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.desktop.screen import Screen


def until(happened: Callable[[], bool], seconds: float = 20.0) -> None:
    """Look again and again."""
    end, pause = monotonic() + seconds, Event()
    while not happened():
        assert monotonic() < end, "it never happened"
        pause.wait(0.02)


def settle(home: Path, **settings: object) -> None:
    """Write settings into a home."""
    file = in_folder(home).settings
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(settings), encoding="utf-8")


def app_listens(home: Path) -> bool:
    """Whether the app of a home answers; a look takes a moment."""
    return ask(in_folder(home).socket, {"verb": "status"}) is not None


def remembering(home: Path, **memory: object) -> None:
    """Write what reminders remember of before."""
    file = in_folder(home).state / "reminders.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"since": time() - 60.0, **memory}), encoding="utf-8")


class App:
    """The app of one who has answered the questions."""

    def __init__(self, desktop: Screen, home: Path, **settings: object) -> None:
        settle(home, **{"welcomed": True, **settings})
        keep_outcome(home)
        self.desktop = desktop
        self.process = desktop.start("-m", "legsup", "--home", str(home), "--background")
        self._home = home
        until(lambda: app_listens(home))

    def ask(self, verb: str, **options: object) -> dict[str, Any]:
        """Ask as the command line does."""
        question = {"verb": verb} if verb != "start" else {"verb": verb, "options": options}
        told = ask(in_folder(self._home).socket, question)
        while (
            told is None and verb != "status"
        ):  # on a busy machine a first start takes longer than one waits
            told = ask(in_folder(self._home).socket, {"verb": "status"})
        assert told is not None
        assert "error" not in told, told
        return told

    def reaches(self, key: str, value: object) -> None:
        """Wait until the app tells a value."""

        def tells() -> bool:
            told = ask(in_folder(self._home).socket, {"verb": "status"})
            return told is not None and told.get(key) == value

        until(tells)

    def begin(self) -> None:
        """Begin at one's own pace, which needs no sound, and go down until the legs are on their way."""
        self.ask("start", pace="my-pace")
        while self.ask("status")["status"] == "waiting":
            self.ask("next")

    def playerctl(self, *words: str) -> str:
        """Ask the player as a panel, a headset or a phone does."""
        done = subprocess.run(
            ["playerctl", "--player=legsup", *words],
            env=self.desktop.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
        return (done.stdout or done.stderr).strip()

    def close_window(self) -> None:
        """Close the window by the window manager's key, once it has the focus."""
        subprocess.run(["xdotool", "key", "alt+F4"], env=self.desktop.environment, check=True, timeout=20)

    def ended_by_its_window(self) -> int | None:
        """Close the window, and give how the app ended."""

        def closed() -> bool:
            self.close_window()
            return self.process.poll() is not None

        until(closed)
        return self.process.returncode
