"""What a verb of the command line costs that needs to answer at once, against a Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.result import Result

#: Goal: times an empty Python at most.
STATUS = 5.0
ROUNDS = 21


def measure() -> list[Result]:
    """Start both by turns, so that whatever else the machine does falls on both."""
    ours: list[float] = []
    floor: list[float] = []
    with TemporaryDirectory() as home:
        for _ in range(ROUNDS):
            floor.append(_seconds("-c", "pass"))
            ours.append(_seconds("-m", "legsup", "--home", home, "status"))
    ratio = median(ours) / median(floor)
    return [Result("legsup status to an empty Python", ratio, "x", f"<= {STATUS:g}", ratio <= STATUS)]


def _seconds(*words: str) -> float:
    begin = perf_counter()
    subprocess.run([sys.executable, *words], capture_output=True, check=False)
    return perf_counter() - begin


if __name__ == "__main__":
    for result in measure():
        print(f"{result.name}: {result.value:.4g} {result.unit} (goal {result.goal})")
