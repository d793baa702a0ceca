"""What the built bundle costs against the checkout that it was built from: its start, and idling in the tray.

``python3 dev.py package`` builds it; ``LEGSUP_BUNDLE`` names another, as /usr/lib/legsup/legsup where the package is installed.
"""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from legsup.places import in_folder
from tests.benchmarks.processes import idle
from tests.benchmarks.result import Result
from tests.benchmarks.startup import IDLE, SETTLING
from tests.desktop.screen import ROOT, screen, started

if TYPE_CHECKING:
    import subprocess
    from contextlib import AbstractContextManager

    from tests.desktop.screen import Screen

BUNDLE = Path(os.environ.get("LEGSUP_BUNDLE", ROOT / "build/packaging/bundle/legsup/legsup"))
ROUNDS = 7
#: Both run the very same lines, as both take them with ``-c``.
PROBES = (ROOT / "tests" / "benchmarks" / "probes.py").read_text("utf-8")


def measure() -> list[Result]:
    """Measure on a private desktop with a tray; without a bundle there is nothing to measure."""
    if not BUNDLE.exists():
        print(f"no bundle is built ({BUNDLE}): python3 dev.py package")
        return []
    with TemporaryDirectory() as folder, screen(Path(folder) / "desktop", tray=True) as desktop:
        home = str(Path(folder) / "home")
        return [
            _start(desktop, "bundle: start to first painted window", "app_window", home),
            _start(desktop, "bundle: start to tray ready", "app_tray", home),
            *_idle(desktop, home),
        ]


def _start(desktop: Screen, name: str, probe: str, home: str) -> Result:
    """Start both in turn, so that a noisy moment meets both; the first round, which warms the disk's cache, is not counted."""
    ratios: list[float] = []
    for _ in range(ROUNDS + 1):
        floor = _seconds(desktop, sys.executable, probe, home)
        ratios.append(_seconds(desktop, str(BUNDLE), probe, home) / floor)
    value = median(ratios[1:])
    return Result(name, value, "x checkout", "<= 1.3", value <= 1.3)


def _seconds(desktop: Screen, program: str, probe: str, home: str) -> float:
    begin = perf_counter()
    with started([program, "-c", PROBES, probe, home], desktop.environment) as process:
        _first_line(process)
        return perf_counter() - begin


def _first_line(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert process.stdout.readline(), f"{process.args} said nothing"


def _idle(desktop: Screen, home: str) -> list[Result]:
    """Watch both idle in the tray with reminders on, as they cost something, and compare what they hold of the memory."""
    with ExitStack() as stack:
        floor, ours = (
            stack.enter_context(_tray(desktop, program, Path(f"{home}-{number}")))
            for number, program in enumerate((sys.executable, str(BUNDLE)))
        )
        for process in (floor, ours):
            _first_line(process)
        idle(ours, SETTLING)
        bundle = idle(ours, IDLE)
        memory, floor_memory = _resident(ours), _resident(floor)
    ratio = memory / floor_memory
    return [
        Result(f"bundle: idle tray, CPU in {IDLE:g} s", bundle.cpu, "s", "0.00", bundle.cpu < 0.005),
        Result("bundle: idle tray, wake-ups", bundle.wakeups, "1/s", "<= 0.05", bundle.wakeups <= 0.05),
        Result(
            f"bundle: idle tray, resident ({memory:.0f} MiB)", ratio, "x checkout", "<= 1.1", ratio <= 1.1
        ),
    ]


def _resident(process: subprocess.Popen[str]) -> float:
    """MiB in memory, shared pages whole: other programs share the checkout's Python by chance, which PSS would count for it."""
    pages = int(Path(f"/proc/{process.pid}/statm").read_text("utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _tray(desktop: Screen, program: str, home: Path) -> AbstractContextManager[subprocess.Popen[str]]:
    settings = in_folder(home).settings
    settings.parent.mkdir(parents=True)
    settings.write_text('{"reminders": true}', encoding="utf-8")
    return started([program, "-c", PROBES, "app_tray", str(home)], desktop.environment)


if __name__ == "__main__":
    for result in measure():
        print(f"{result.name}: {result.value:.4g} {result.unit} (goal {result.goal})")
