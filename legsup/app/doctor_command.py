"""The verb ``doctor``: what works on this computer, and what to do about the rest."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from legsup import __version__
from legsup.app.command_line import DONE
from legsup.services.places import find

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

#: Seconds that a probe may take: sound servers and speech services are known to hang.
PATIENCE = 15

_DISPLAY = """
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
app = QApplication([])
print(app.platformName(), "tray" if QSystemTrayIcon.isSystemTrayAvailable() else "no tray")
"""
_SOUND = """
import sounddevice
device = sounddevice.query_devices(kind="output")
print(device["name"])
"""


def examine(options: Namespace) -> int:
    """Print a line for each thing that the app stands on; always exits 0, for a missing thing is no failure of ours."""
    lines = [("versions", _versions())]
    display = _probe(_DISPLAY)
    lines.append(("display", _display(display)))
    lines.append(("tray", _tray(display)))
    sound = _probe(_SOUND)
    lines.append(
        (
            "sound",
            f"plays on {sound}" if sound else "no output device found: sessions run silently, on the screen",
        )
    )
    lines.append(("voice", _voice()))
    lines.append(("keep awake", f"wakepy {_version('wakepy')}"))
    places = find(options.home)
    for name in ("config", "data", "state", "cache", "runtime"):
        folder: Path = getattr(places, name)
        lines.append((name, f"{folder} ({_folder(folder)})"))
    for name, text in lines:
        print(f"{name:11} {text}")
    return DONE


def _versions() -> str:
    packages = ", ".join(
        f"{name} {_version(name)}" for name in ("PySide6-Essentials", "numpy", "sounddevice", "cattrs")
    )
    return f"Legs Up {__version__}, Python {platform.python_version()}, {packages}, {platform.platform()}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _probe(code: str) -> str:
    """Run a probe in a process of its own: Qt aborts where system libraries are missing, and servers may hang."""
    try:
        done = subprocess.run(  # noqa: S603 - this Python, and one of the two probes above
            [sys.executable, "-c", code], capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip().splitlines()[-1] if done.returncode == 0 and done.stdout.strip() else ""


def _display(found: str) -> str:
    if found:
        return f"a window can be shown ({found.split(maxsplit=1)[0]})"
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return "none: use `legsup session --terminal`"
    return "Qt could not start: on Debian and Ubuntu, `python3 dev.py run` names the missing packages"


def _tray(display: str) -> str:
    if display.endswith("no tray") or not display:
        return "none: the window has everything; the icon appears when a tray does"
    return "there is one"


def _voice() -> str:
    programs = [name for name in ("espeak-ng", "flite") if shutil.which(name)]
    return (
        f"speech programs: {', '.join(programs)}"
        if programs
        else "no speech program; the shipped clips are used"
    )


def _folder(folder: Path) -> str:
    while not folder.exists():
        folder = folder.parent
    return "can be written" if os.access(folder, os.W_OK) else "cannot be written: nothing will be kept"
