"""The memory of a prepared session, over what the libraries keep, and what is left of it afterwards."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.result import Result
from tests.desktop.sound_server import running_server

#: Sessions played, of which the first loads the libraries; each goes on to its hold in these seconds, and lasts as long.
SESSIONS, EACH, STEPS = 4, 30.0, 9
#: Goals (MiB): while it plays, and after it.
MOST, LEFT = 30.0, 4.0
KIB = 1024.0


def found() -> list[Result]:
    """Play some sessions one after another in one process."""
    events = [(1.0 + place, "next") for place in range(STEPS)]
    told = {
        "practice": "legs-up-the-wall",
        "minutes": 5,
        "seconds": EACH,
        "sessions": SESSIONS,
        "events": events,
    }
    with (
        tempfile.TemporaryDirectory(prefix="legsup-bench-") as folder,
        running_server(Path(folder)) as server,
    ):
        words = [sys.executable, "-m", "tests.desktop.playing", json.dumps(told)]
        done = subprocess.run(
            words, env=server.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
        )
    log: dict[str, Any] = json.loads(done.stdout)
    left, playing = log["memory"], log["while_playing"]
    more = median((during - before) / KIB for during, before in zip(playing[1:], left, strict=False))
    kept = (left[-1] - left[1]) / KIB
    return [
        Result("memory of a session, over the libraries'", more, "MiB", "≤ 30", more <= MOST),
        Result("left of it after two sessions more", kept, "MiB", "≤ 4", kept <= LEFT),
    ]
