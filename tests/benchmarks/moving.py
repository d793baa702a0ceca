"""What movement between poses costs, in a process that is set up as the app is: Qt paints there without threads of its own."""

from __future__ import annotations

import json
import sys
from dataclasses import astuple
from itertools import pairwise
from statistics import median
from subprocess import PIPE, run

from legsup.app.main import application
from legsup.places import assets
from legsup.services.library.poses import load_poses
from tests.benchmarks.figure import ROUNDS, SIZE, Measured, Watched, run_for
from tools import ROOT

WAY_IN = ("sit-sideways", "lean-back", "turn-down", "soles-on-wall", "walk-up", "legs-up")


def measure(seconds: float = 10.0) -> list[Measured]:
    """Measure blends and demonstrations in a process of their own, ``seconds`` a round; takes about six times that long.

    What a plain painter of the other benchmarks would be spared is no merit of ours, so theirs keeps Qt's threads.
    """
    words = [sys.executable, "-m", "tests.benchmarks.moving", str(seconds)]
    told = run(words, stdout=PIPE, text=True, check=True, cwd=ROOT).stdout
    return [Measured(*row) for row in json.loads(told)]


def moving(seconds: float) -> list[Measured]:
    """Measure them here."""
    app = application()
    poses, _ = load_poses(assets() / "poses")
    figure = Watched(poses)
    figure.resize(*SIZE)
    figure.show()
    rows = _moving(figure, seconds)
    figure.close()
    del app
    return rows


def _moving(ours: Watched, seconds: float) -> list[Measured]:

    def blend() -> None:
        ours.show_pose("soles-on-wall", None)

    def demonstration() -> None:
        ours.demonstrate(WAY_IN)

    rows: list[Measured] = []
    for name, start, length in (("pose blend", blend, 1.4), ("demonstration", demonstration, seconds)):
        rates: list[float] = []
        shares: list[float] = []
        for _ in range(ROUNDS):
            ours.show_pose("legs-up", None)
            run_for(2.0)
            ours.painted.clear()
            start()
            shares.append(run_for(length))
            rates.append(1 / median(after - before for before, after in pairwise(ours.painted)))
        rate, share = median(rates), median(shares)
        rows += [
            Measured(f"{name}: frames a second", f"{rate:.0f}", ">= 50", rate >= 49.5),
            Measured(f"{name}: share of a core", f"{share:.0%}", "<= 50 %", share <= 0.5),
        ]
    return rows


if __name__ == "__main__":
    print(json.dumps([astuple(row) for row in moving(float(sys.argv[1]))]))
