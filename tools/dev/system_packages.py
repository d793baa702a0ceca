"""What the system has to bring: shared libraries and programs that no wheel carries, by Debian's names."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tools.dev.talk import Execute, Refusal, complaint, output, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

#: Debian package by the sign that it is there. The names hold on Debian 12 and 13 and Ubuntu 24.04 alike.
QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
#: Without any one of these Qt aborts on an X server, always blaming libxcb-cursor0.
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}
SOUND = {"libportaudio.so.2": "libportaudio2"}
#: What the desktop tests start: an X server, window manager, session bus, accessibility bus, sound server, panel,
#: notification daemon and a media player's client.
DESKTOP = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "dbus-daemon": "dbus",
    "at-spi-bus-launcher": "at-spi2-core",
    "xprop": "x11-utils",
    "xdotool": "xdotool",
    "libXss.so.1": "libxss1",
    "playerctl": "playerctl",
    "tint2": "tint2",
    "dunst": "dunst",
    "pulseaudio": "pulseaudio",
    "pactl": "pulseaudio-utils",
    "alsa-lib/libasound_module_pcm_pulse.so": "libasound2-plugins",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
}


class Wanted(NamedTuple):
    """Packages by their signs: those that a verb cannot do without, and those that it can."""

    musts: Mapping[str, str]
    niceties: Mapping[str, str]


def wanted(verb: str, environment: Mapping[str, str]) -> Wanted:
    """What a verb of dev.py wants from a Linux system."""
    screen: dict[str, str] = {}
    if environment.get("DISPLAY"):
        screen |= QT | X11
    if environment.get("WAYLAND_DISPLAY"):
        screen |= QT | WAYLAND
    match verb:
        case "run":
            return Wanted(screen, SOUND)
        case "doctor":
            return Wanted({}, QT | screen | SOUND)
        case "test" if requires_desktop(environment):
            return Wanted(QT | X11 | SOUND | DESKTOP, {})
        case "test":
            return Wanted(QT | SOUND, {})
        case "check":
            return Wanted({}, {})
        case _:
            return Wanted(QT | screen, SOUND)


def requires_desktop(environment: Mapping[str, str]) -> bool:
    """Whether desktop tests shall fail rather than be skipped where their tools are missing."""
    return bool(environment.get("LEGSUP_REQUIRE_DESKTOP"))


def found(sign: str) -> bool:
    """Whether the system has a shared library, a program or a plug-in of this name."""
    if "/" in sign:
        return any(Path("/usr/lib").glob(f"*/{sign}"))
    if ".so" not in sign:
        # Programs that a bus starts are kept off the path.
        return shutil.which(sign) is not None or Path("/usr/libexec", sign).exists()
    try:
        ctypes.CDLL(sign)
    except OSError:
        return False
    return True


def absent_venv() -> list[str]:
    """The package that lets this Python make virtual environments, where Debian has kept it apart."""
    if all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        return []
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def rights_for(what: str) -> list[str] | None:
    """How to run something as root: nothing in front for root, sudo where the person agrees, else None."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    return ["sudo"] if input(f"Use sudo to {what}? [Y/n] ").strip().lower() in {"", "y", "yes"} else None


@dataclass(frozen=True)
class System:
    """The system under the project: what it has, and how to give it what it lacks."""

    has: Callable[[str], bool] = found
    rights: Callable[[str], list[str] | None] = rights_for
    execute: Execute = output

    def absent(self, packages: Mapping[str, str]) -> list[str]:
        """The packages whose sign is not there."""
        return [package for sign, package in packages.items() if not self.has(sign)]

    def provide(self, packages: Sequence[str], *, must: bool = True) -> None:
        """Install system packages, or say how.

        Raises:
            Refusal: where they cannot be installed from here, and ``must`` is set.
        """
        if not packages:
            return
        line = self.install(packages)
        if line and must:
            raise Refusal(line)
        if line:
            say(line)

    def install(self, packages: Sequence[str]) -> str:
        """Install system packages; hand back what stands in the way, or nothing."""
        names = " ".join(packages)
        if not self.has("apt-get"):
            return f"these system packages are missing (Debian's names): {names}"
        apt = ("apt-get", "install", "-y", "--no-install-recommends", *packages)
        rights = self.rights(f"install {names}")
        if rights is None:
            return f"system packages are missing; install them with: sudo {' '.join(apt)}"
        say(" ".join(apt))
        quiet = (*rights, "env", "DEBIAN_FRONTEND=noninteractive")
        # An installation that was killed half-way has to be ended before another can begin.
        self.execute(*quiet, "dpkg", "--configure", "-a")
        self.execute(*quiet, "apt-get", "-q", "update")
        done = self.execute(*quiet, *apt)
        if done.returncode == 0:
            return ""
        return f"could not install {names}; is there a network? It said: {complaint(done.stderr)}"
