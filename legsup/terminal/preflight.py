"""Looks before Qt starts: without a screen or its system libraries Qt aborts, which nothing could catch afterwards."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: What Qt's X11 plugin loads, with the Debian package that has it. Qt's own message always blames the first.
X_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}
NO_SCREEN = (
    "There is no screen to open a window on. `legsup session --terminal` leads a session here instead."
)
SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - where every X server puts its sockets


def obstacle(environment: Mapping[str, str], loads: Callable[[str], bool] | None = None) -> str | None:
    """Say why no window can be opened, and what to do; None when nothing is known to be in the way."""
    if sys.platform != "linux" or environment.get("QT_QPA_PLATFORM", "xcb").partition(";")[0] != "xcb":
        return None
    if environment.get("WAYLAND_DISPLAY"):
        return None
    display = environment.get("DISPLAY", "")
    if not display:
        return NO_SCREEN
    if display.startswith(":") and not (SOCKETS / f"X{display[1:].partition('.')[0]}").exists():
        return f"The screen {display} is not there. {NO_SCREEN}"
    loads = loads or _loads
    missing = [package for library, package in X_LIBRARIES.items() if not loads(library)]
    if missing:
        return f"Qt needs system packages that are missing. On Debian and Ubuntu: apt install {' '.join(missing)}"
    return None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
