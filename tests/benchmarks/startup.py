"""How long the window and the tray take to be there, and what the idle tray costs, each against a bare floor."""

from __future__ import annotations

import os
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from legsup.places import in_folder
from tests.benchmarks.processes import idle, seconds_to_word
from tests.benchmarks.result import Result
from tests.desktop.screen import screen

if TYPE_CHECKING:
    from tests.desktop.screen import Screen

ROUNDS = 5
#: Seconds for which an idle tray is watched, and how long it may settle before.
IDLE, SETTLING = float(os.environ.get("LEGSUP_IDLE_SECONDS", "60")), 4.0
PROBES = "tests.benchmarks.probes"


def measure() -> list[Result]:
    """Measure everything on a private desktop with a tray."""
    with TemporaryDirectory() as folder, screen(Path(folder) / "desktop", tray=True) as desktop:
        home = str(Path(folder) / "home")
        return [
            _ratio(desktop, "start to first painted window", 1.3, ("app_window", home), ("bare_window",)),
            _ratio(desktop, "start to tray ready", 1.15, ("app_tray", home), ("bare_tray",)),
            *_idle(desktop, home),
        ]


def _ratio(desktop: Screen, name: str, goal: float, ours: tuple[str, ...], bare: tuple[str, ...]) -> Result:
    """Start both in turn, so that a noisy moment meets both, and give the median of the rounds' ratios."""
    ratios: list[float] = []
    for _ in range(ROUNDS):
        floor = seconds_to_word(desktop, "-m", PROBES, *bare)
        ratios.append(seconds_to_word(desktop, "-m", PROBES, *ours) / floor)
    value = median(ratios)
    return Result(name, value, "x bare", f"<= {goal:g}", value <= goal)


def _idle(desktop: Screen, home: str) -> list[Result]:
    """Watch an idle tray whose reminders are on, as they cost something."""
    settings = in_folder(Path(home)).settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('{"reminders": true}', encoding="utf-8")
    floor = desktop.start("-m", PROBES, "bare_tray")
    ours = desktop.start("-m", PROBES, "app_tray", home)
    for process in (floor, ours):
        assert process.stdout is not None
        process.stdout.readline()
    idle(ours, SETTLING)
    bare, app = idle(floor, 0.0001), idle(ours, IDLE)
    memory = app.memory / bare.memory
    return [
        Result(f"idle tray, CPU in {IDLE:g} s", app.cpu, "s", "0.00", app.cpu < 0.005),
        Result("idle tray, wake-ups", app.wakeups, "1/s", "<= 0.05", app.wakeups <= 0.05),
        Result("idle tray, memory (PSS)", memory, "x bare", "<= 1.15", memory <= 1.15),
    ]
