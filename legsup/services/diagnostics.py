"""Diagnostics: what of this computer the app stands on works, found out without ever hanging or dying of it.

Qt aborts where system libraries are missing, and sound and speech services are known to hang for ever: whatever may
do that is tried in a process of its own, for a limited time.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Seconds that a probe may take.
PATIENCE = 12.0

PACKAGES = (
    "PySide6-Essentials", "cattrs", "jeepney", "numpy", "platformdirs", "sounddevice", "soundfile", "wakepy",
)  # fmt: skip
NATURAL_PACKAGES = ("hibari", "onnxruntime")
SPEECH_PROGRAMS = ("espeak-ng", "flite", "say", "powershell")

SCREEN = """
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
app = QApplication([])
print(app.platformName(), "tray" if QSystemTrayIcon.isSystemTrayAvailable() else "bare")
"""
# What a device says of itself proves little; that it takes sound proves that it plays.
SOUND = """
import threading
import sounddevice
name = sounddevice.query_devices(kind="output")["name"]
taken = threading.Event()
blocks = []
def feed(out, frames, times, status):
    out[:] = bytes(len(out))
    blocks.append(frames)
    if len(blocks) > 20:
        taken.set()
with sounddevice.RawOutputStream(callback=feed, latency="low"):
    plays = taken.wait(4.0)
print("plays" if plays else "stuck", name)
"""
# Loading a sound library may abort, so it is asked elsewhere why the chosen one cannot be had.
OUTPUT = """
import sys
from legsup.services.sound.outputs.choice import OutputChoice, open_output
print(open_output(OutputChoice(sys.argv[1])).reason or "ready")
"""
AWAKE = """
from wakepy import keep
with keep.running(on_fail="pass") as mode:
    print("yes" if mode.active else "no", mode.method.name if mode.method else "")
"""
# What can be read of what goes on around, and which of the desktop's services answer; None where nobody says.
COMPANION = """
import json
from legsup.bus import LOGIND, Bus, BusError
from legsup.services.around.idle import idle_seconds
from legsup.services.around.microphone import is_listening
from legsup.services.around.screen import is_presenting
from legsup.services.notifications.desktop import SERVICE
def answers(name, place, ask):
    try:
        bus = Bus(name)
        found = ask(bus, place)
        bus.close()
        return found
    except BusError:
        return None
print(json.dumps({
    "idle": idle_seconds(),
    "presenting": is_presenting(),
    "listening": is_listening(),
    "buttons": answers("SESSION", SERVICE, lambda bus, place: "actions" in bus.call(place, "GetCapabilities")[0]),
    "bus": answers("SESSION", SERVICE, lambda bus, place: True),
    "sleep": answers("SYSTEM", LOGIND, lambda bus, place: bool(bus.read(place, "BlockInhibited") is not None)),
}))
"""


@dataclass(frozen=True, slots=True)
class Probe:
    """What a probe came to: whether it went through, the last line it printed, and its last complaint."""

    passed: bool
    said: str = ""
    complaint: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as it is found: it need not exist yet, but it must be possible to write there."""

    path: Path
    writable: bool


def probe(code: str, *words: str, patience: float = PATIENCE) -> Probe:
    """Run Python code in a process of its own, with words for it, for so many seconds at most."""
    try:
        done = subprocess.run(  # noqa: S603 - this Python, and code of ours
            [sys.executable, "-c", code, *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Probe(passed=False, complaint=f"no answer within {patience:g} s")
    except OSError as error:
        return Probe(passed=False, complaint=str(error))
    said, complaint = _last(done.stdout), _last(done.stderr)
    return Probe(done.returncode == 0 and bool(said), said, complaint)


def has_screen(environment: Mapping[str, str]) -> bool:
    """Whether there is a display to show a window on; elsewhere than on Linux there always is."""
    if sys.platform != "linux":
        return True
    # Qt's own choice of a platform that needs none is the person's choice as well.
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def versions() -> dict[str, str | None]:
    """Give the versions of Python, the system and the packages that the app uses; None for one that is missing."""
    found: dict[str, str | None] = {"Python": platform.python_version(), "system": platform.platform()}
    for name in PACKAGES:
        if name == "jeepney" and sys.platform != "linux":
            continue
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = None
    return found


def speech_programs() -> list[str]:
    """Name the programs of this system that can speak."""
    return [name for name in SPEECH_PROGRAMS if shutil.which(name)]


def natural_voice() -> bool:
    """Whether the natural voice's packages are installed; they are not loaded."""
    return all(find_spec(name) is not None for name in NATURAL_PACKAGES)


def piper_voice(file: str) -> bool:
    """Whether Piper is there, and the voice file with what belongs beside it."""
    return bool(file and shutil.which("piper")) and all(
        Path(name).is_file() for name in (file, f"{file}.json")
    )


def folder(path: Path) -> Folder:
    """Look at a folder, or at where it would be made."""
    there = path
    try:
        while not there.exists() and there != there.parent:
            there = there.parent
        return Folder(path, there.is_dir() and os.access(there, os.W_OK | os.X_OK))
    except OSError:  # it lies in a folder that may not be entered
        return Folder(path, writable=False)


def _last(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1].strip() if lines else ""
