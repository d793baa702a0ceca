"""A practice played on a private sound server by a process of its own, and what was heard of it there."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.desktop.sound_server import Recorder, running_server

if TYPE_CHECKING:
    from legsup.services.sound.waves import Samples


class Recorded(NamedTuple):
    """What was heard, what the player told of it (``tests.desktop.playing``), and who recorded it."""

    samples: Samples
    log: dict[str, Any]
    recorder: Recorder

    @property
    def begin(self) -> float:
        """Seconds of the recording after which the practice began."""
        return float(self.log["start"]) - self.recorder.began


def play_and_record(told: dict[str, Any]) -> Recorded:
    """Play what the player is told, to its end, and record it."""
    with (
        tempfile.TemporaryDirectory(prefix="legsup-recorded-") as folder,
        running_server(Path(folder)) as server,
    ):
        recorder = Recorder(server)
        words = [sys.executable, "-m", "tests.desktop.playing", json.dumps(told)]
        done = subprocess.run(
            words, env=server.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
        )
        return Recorded(recorder.stop(), json.loads(done.stdout), recorder)
