"""What the system has to bring: shared libraries and programs that no wheel carries, by Debian's names."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from talk import Refusal, output, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def library(soname: str) -> bool:
    """Whether the system finds the shared library of this name."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def program(name: str) -> bool:
    """Whether a program of this name is on the path, or where the accessibility bus keeps its own."""
    return shutil.which(name) is not None or Path("/usr/libexec", name).exists()


#: Debian package by what shows that it is there. The names hold on Debian 12, 13 and Ubuntu 24.04 alike.
QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}
SOUND = {"libportaudio.so.2": "libportaudio2"}
DESKTOP = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "dbus-daemon": "dbus",
    "dbus-launch": "dbus-x11",
    "at-spi-bus-launcher": "at-spi2-core",
    "xprop": "x11-utils",
    "xdotool": "xdotool",
    "pulseaudio": "pulseaudio",
    "pactl": "pulseaudio-utils",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
}


def absent(wanted: Mapping[str, str], found: Callable[[str], bool]) -> list[str]:
    """The packages of ``wanted`` whose sign is not found."""
    return [package for sign, package in wanted.items() if not found(sign)]


def needed_packages(verb: str, environment: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Missing packages for a verb: those it cannot do without, and those it can."""
    if sys.platform != "linux":
        return [], []
    shown = {"DISPLAY", "WAYLAND_DISPLAY"} & {name for name, value in environment.items() if value}
    musts: dict[str, str] = {}
    tools: dict[str, str] = {}
    if shown or verb not in {"run", "check"}:
        musts |= QT
    if "DISPLAY" in shown and verb != "check":
        musts |= X11
    if "WAYLAND_DISPLAY" in shown and verb != "check":
        musts |= WAYLAND
    if verb == "test" and environment.get("LEGSUP_REQUIRE_DESKTOP"):
        musts |= X11
        tools = DESKTOP
    niceties = {} if verb == "check" else SOUND
    if verb == "test":
        musts |= SOUND
    return absent(musts, library) + absent(tools, program), absent(niceties, library)


def lacks_venv() -> bool:
    """Whether this Python cannot make a virtual environment (Debian ships that part on its own)."""
    return any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip"))


def rights_for(what: str) -> list[str] | None:
    """How to run something as root: nothing in front for root, sudo where the person agrees, else None."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    return ["sudo"] if input(f"Use sudo to {what}? [Y/n] ").strip().lower() in {"", "y", "yes"} else None


def provide(packages: Sequence[str], *, must: bool = True) -> None:
    """Install system packages, or say how.

    Raises:
        Refusal: where they cannot be installed from here, and ``must`` is set.
    """
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        line = f"these system libraries are missing (Debian's names): {' '.join(packages)}"
    else:
        line = f"system packages are missing; install them with: sudo {' '.join(install)}"
        rights = rights_for(f"install {' '.join(packages)}")
        if rights is not None:
            say(" ".join(install))
            quiet = [*rights, "env", "DEBIAN_FRONTEND=noninteractive"]
            output(*quiet, "apt-get", "-q", "update")
            if output(*quiet, *install).returncode == 0:
                return
            line = f"apt-get could not install {' '.join(packages)}; is there a network?"
    if must:
        raise Refusal(line)
    say(line)
