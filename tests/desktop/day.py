"""A day of use, played on a private desktop in seconds: ``python -m tests.desktop.day`` prints its log.

Start at login before the panel, two reminders, one snoozed, a headset's pause, the lid closed in a hold, a meeting, and the
logout within a session.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING, Any

from legsup.places import in_folder
from legsup.services.journal.ledger import Ledger
from legsup.services.remote.client import ask
from tests.desktop.app_there import app_listens, settle, until
from tests.desktop.screen import Screen, Services, screen, started
from tests.desktop.tray_client import TrayClient
from tests.screened import keep_outcome

if TYPE_CHECKING:
    from collections.abc import Callable

MONDAY = "2026-11-23T08:50"


class Day:
    """The day; every line that is told stands in ``log``."""

    def __init__(self, folder: Path, desktop: Screen, stack: ExitStack) -> None:
        self.log: list[str] = []
        self._began = monotonic()
        self._desktop = desktop
        self.home = folder / "home"
        settle(self.home, reminders=True, sound="silent", welcomed=True, practised=True, minutes=2.0)
        keep_outcome(self.home)
        self.services: Services = desktop.services()
        command = [sys.executable, "-m", "tests.desktop.day_app", str(self.home), MONDAY]
        self.app = stack.enter_context(started(command, desktop.environment, spoken_to=True))

    def play(self) -> list[str]:
        """Play it from morning to evening."""
        until(lambda: app_listens(self.home))
        self.tell("login: the app runs, no panel yet")
        self._desktop.panel()
        tray = TrayClient(self._desktop.environment["DBUS_SESSION_BUS_ADDRESS"], self._desktop.item())
        self.tell(f"the panel comes: {tray.labels()}")
        self.say("wall 10:58")
        note = self.services.until("notify")
        self.tell(f"11:00 {note['notify']} {note['body']}; pressed: In 15 min")
        self.services.do("press later")
        until(lambda: "Reminders: next" in " ".join(tray.labels()))
        self.say("wall 11:15")
        note = self.services.until("notify")
        self.tell(f"11:15 {note['notify']}; pressed: Start")
        self.services.do("press start")
        self.practise(tray)
        self.say("wall 15:50")
        tray.press("Reminders", "In a meeting, 1 h")
        until(lambda: any(each.startswith("Reminders: after the meeting") for each in tray.labels()))
        self.tell(f"15:50 {next(each for each in tray.labels() if each.startswith('Reminders'))}")
        self.say("wall 16:49")
        note = self.services.until("notify")
        self.tell(f"after the meeting {note['notify']}; pressed: Not now")
        self.services.do("press not-now")
        until(lambda: any(each.startswith("Reminders: next") for each in tray.labels()))
        tray.click(middle=True)
        self.to("legs-up")
        self.tell(f"a middle click began another; tooltip {tray.tooltip()!r}")
        tray.close()
        self.app.send_signal(signal.SIGHUP)
        self.tell(f"logout in the hold: exit {self.app.wait(20)}, player: {self.player('status')}")
        records = Ledger(in_folder(self.home).journal).newest(None)
        self.log += [f"kept: {each.sequence}, {each.outcome}, held {each.held:.0f} s" for each in records]
        self.services.until("uninhibit")
        held = [each["held"] for each in self.services.told if "held" in each]
        self.tell(f"inhibitors held, one after another: {held}")
        return self.log

    def practise(self, tray: TrayClient) -> None:
        """The practice of the morning: a headset's pause, then the lid."""
        self.to("legs-up")
        self.tell(
            f"in the hold: {self.player('metadata', '--format', '{{title}}, {{artist}}')}; {tray.labels()}"
        )
        self.player("pause")
        until(lambda: self.status()["status"] == "paused")
        self.player("play-pause")
        until(lambda: self.status()["status"] == "running")
        self.tell("a headset paused it, and let it go on")
        self.services.do("sleep")
        self.services.until("may sleep")
        self.say("slept 1200")
        self.services.do("wake")
        until(lambda: self.status()["status"] == "paused")
        self.say("skip 1")
        self.tell("the lid was closed for twenty minutes: it asks, by voice and in the window")
        until(lambda: self.status()["stage"] == "come_out")
        self.tell("nobody answers within twenty seconds: the way out begins by itself")
        until(lambda: self.status()["status"] is None, 60.0)
        self.say("skip 0")
        self.tell("it has ended, with nobody answering; the computer may sleep")

    def to(self, step: str) -> None:
        """Wait for a step, by the screen: nothing is heard here."""
        self.say("skip 1")
        until(lambda: self.status()["status"] == "paused")
        self.say("screen")
        until(lambda: self.status()["step"] == step, 60.0)
        self.say("skip 0")

    def status(self) -> dict[str, Any]:
        """Ask what the app does."""
        return ask(in_folder(self.home).socket, {"verb": "status"}) or {
            "status": "busy",
            "step": "",
            "stage": "",
        }

    def say(self, line: str) -> None:
        """Tell the app's clocks, and wait until it is done."""
        assert self.app.stdin is not None
        assert self.app.stdout is not None
        self.app.stdin.write(f"{line}\n")
        self.app.stdin.flush()
        assert self.app.stdout.readline().split() == line.split()[:1]

    def player(self, *words: str) -> str:
        """Ask by a media player's client."""
        done = subprocess.run(
            ["playerctl", "--player=legsup", *words],
            env=self._desktop.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return (done.stdout or done.stderr).strip()

    def tell(self, line: str) -> None:
        """Note a line, with the seconds since the beginning."""
        self.log.append(f"{monotonic() - self._began:5.1f} s  {line}")


def play(folder: Path, show: Callable[[str], object] = lambda _line: None) -> list[str]:
    """Play a day in a folder and give its log."""
    with ExitStack() as stack:
        desktop = stack.enter_context(screen(folder / "desktop", tray=False))
        day = Day(folder, desktop, stack)
        try:
            return day.play()
        finally:
            for line in day.log:
                show(line)


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        play(Path(made), lambda line: sys.stdout.write(f"{line}\n"))
