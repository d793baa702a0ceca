"""Holes at events: moments without a sound where one was to go on, beside a calm interface and a busy one.

Minutes are added in the middle of a hold, which changes nothing of what is heard just then. The sea is noise: it is never
silent for a millisecond.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.benchmarks.result import Result
from tests.desktop.sound_server import RATE, Recorder, running_server

if TYPE_CHECKING:
    from legsup.services.sound.waves import Samples

#: When the first event happens, how many there are and how far apart, and how long all is played (s).
FIRST, EVENTS, APART, PLAYED = 14.0, 14, 2.3, 48.0
#: Silence is softer than this, and a hole from this long on (s).
SILENT, SHORTEST = 1e-6, 0.001
#: Goal (s).
MOST = 0.008


def measure() -> list[Result]:
    """Play and record twice."""
    return [_measured(busy=False), _measured(busy=True)]


def _measured(*, busy: bool) -> Result:
    events: list[tuple[float, str]] = [(1.0, "next"), (2.0, "next")]
    events += [(FIRST + APART * place, "add_minute") for place in range(EVENTS)]
    told = {"minutes": 0.5, "seconds": PLAYED, "busy": busy, "events": events, "levels": {"cues": 0.1}}
    with (
        tempfile.TemporaryDirectory(prefix="legsup-bench-") as folder,
        running_server(Path(folder)) as server,
    ):
        recorder = Recorder(server)
        words = [sys.executable, "-m", "tests.desktop.playing", json.dumps(told)]
        done = subprocess.run(
            words, env=server.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
        )
        log: dict[str, Any] = json.loads(done.stdout)
        recorded = recorder.stop()
    begin = float(log["start"]) - recorder.began
    found = holes(recorded[round((begin + FIRST - 1.0) * RATE) : round((begin + PLAYED - 1.0) * RATE)])
    longest = max(found, default=0.0)
    interface = "busy" if busy else "calm"
    name = f"{len(found)} holes at {EVENTS} events, {interface}: the longest"
    return Result(name, 1000 * longest, "ms", "≤ 8", longest <= MOST)


def holes(samples: Samples) -> list[float]:
    """Tell how long each hole is, in seconds."""
    silent = np.concatenate([[False], np.abs(samples) < SILENT, [False]])
    turns = np.flatnonzero(silent[1:] != silent[:-1])
    lengths = (turns[1::2] - turns[::2]) / RATE
    return [float(length) for length in lengths if length > SHORTEST]
