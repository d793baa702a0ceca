"""Holes at events: moments without a sound where one was to go on, beside a calm interface and a busy one.

Minutes are added in the middle of a hold, which changes nothing of what is heard just then. The sea is noise: it is never
silent for a millisecond.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tests.benchmarks.recorded import play_and_record
from tests.benchmarks.result import Result
from tests.desktop.sound_server import RATE

if TYPE_CHECKING:
    from legsup.services.sound.waves import Samples

#: When the first event happens, how many there are and how far apart, and how long all is played (s).
FIRST, EVENTS, APART, PLAYED = 14.0, 14, 2.3, 48.0
#: Silence is softer than this, and a hole from this long on (s).
SILENT, SHORTEST = 1e-6, 0.001
#: Goal (s).
MOST = 0.008


def found() -> list[Result]:
    """Play and record twice."""
    return [_measured(busy=False), _measured(busy=True)]


def _measured(*, busy: bool) -> Result:
    events: list[tuple[float, str]] = [(1.0, "next"), (2.0, "next")]
    events += [(FIRST + APART * place, "add_minute") for place in range(EVENTS)]
    told = {"minutes": 0.5, "seconds": PLAYED, "busy": busy, "events": events, "levels": {"cues": 0.1}}
    heard = play_and_record(told)
    found = holes(
        heard.samples[round((heard.begin + FIRST - 1.0) * RATE) : round((heard.begin + PLAYED - 1.0) * RATE)]
    )
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
