"""The soak: a day of 48 practices one after another through the real sound, and what is left of them; then the campaign.

    python -m tests.soak [SECONDS]

Each practice is skipped through within SECONDS (3) of real time, with a pause and the way out, on a private sound server;
where simpleaudio can be used it gets its turn too. Memory counts from the end of the second practice.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.desktop.sound_server import running_server

#: Practices in a day, those with simpleaudio, and what a day may add to the memory (MiB).
SESSIONS, WITH_SIMPLEAUDIO, MOST_GROWTH = 48, 6, 2.0
SECONDS = 3.0


def day(output: str, sessions: int, seconds: float, environment: dict[str, str]) -> bool:
    """Play a day on an output and print what is left; tell whether it is as it should be."""
    events = [[0.3, "next"], [0.6, "next"], [1.4, "pause"], [1.7, "resume"], [2.2, "come_out"]]
    told = {"sessions": sessions, "seconds": seconds, "events": events, "voice": True, "output": output}
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.playing", json.dumps(told)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode != 0:
        print(f"miss {output}: the process ended with {done.returncode}")
        return False
    log = json.loads(done.stdout)
    grown = (log["memory"][-1] - log["memory"][min(1, sessions - 1)]) / 1024.0
    played = {state for _, state in log["health"]}
    left = [name for name in log["threads"] if name != "MainThread"]
    files = log["open_files"][-1] - log["open_files"][min(1, sessions - 1)]
    good = "playing" in played and grown < MOST_GROWTH and not left and files <= 0
    print(
        f"{'ok  ' if good else 'miss'} {output}: {sessions} practices, memory {grown:+.1f} MiB (goal < {MOST_GROWTH:g}),"
        f" threads left {len(left)}, files left {files}"
    )
    return good


def main(words: list[str]) -> int:
    """Run the day; exit status 1 where something is left."""
    parser = argparse.ArgumentParser(description="Play a day of practices, and tell what is left of them.")
    parser.add_argument("seconds", nargs="?", type=float, default=SECONDS, help="of each practice (3)")
    seconds: float = parser.parse_args(words).seconds
    with tempfile.TemporaryDirectory(prefix="legsup-soak-") as folder, running_server(Path(folder)) as server:
        good = day("sounddevice", SESSIONS, seconds, server.environment)
        if sys.version_info < (3, 12) and _has_simpleaudio():
            good = day("simpleaudio", WITH_SIMPLEAUDIO, 2.0 * seconds, server.environment) and good
        else:
            print("     simpleaudio: not here, or not for this Python")
    from tests.campaign.__main__ import main as campaign  # noqa: PLC0415 - after the day

    return campaign() if good else campaign() or 1


def _has_simpleaudio() -> bool:
    code = "import simpleaudio"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
