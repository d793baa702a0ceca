"""Whether a program has the microphone, as in a call: asked of the sound server; the microphone itself is never opened."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

#: Seconds that the sound server may take to answer.
PATIENCE = 3.0


def is_listening(program: str = "pactl") -> bool | None:
    """Whether anything records from a microphone; None where no sound server tells (PulseAudio's, or PipeWire's in its place)."""
    outputs = _asked(program, "source-outputs")
    sources = _asked(program, "sources")
    if outputs is None or sources is None:
        return None
    return has_microphone(outputs, sources)


def has_microphone(outputs: str, sources: str) -> bool:
    """Judge what the sound server tells of its streams and of its sources.

    What listens to a loudspeaker (a level meter, a recorder of the screen) has no microphone, and a stream that stands
    still hears nothing.
    """
    monitors = {
        found[1]
        for each in _blocks(sources)
        if (found := re.match(r"Source #(\d+)", each)) and _field(each, "Monitor of Sink") not in {"", "n/a"}
    }
    return any(
        _field(each, "Corked") != "yes" and _field(each, "Source") not in monitors
        for each in _blocks(outputs)
        if each.startswith("Source Output #")
    )


def _blocks(text: str) -> list[str]:
    return [each.strip() for each in re.split(r"\n(?=Source )", "\n" + text) if each.strip()]


def _field(block: str, name: str) -> str:
    found = re.search(rf"^\s+{name}: (.*)$", block, re.MULTILINE)
    return found[1].strip() if found else ""


def _asked(program: str, what: str) -> str | None:
    if shutil.which(program) is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - fixed words
            [program, "list", what],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PATIENCE,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
