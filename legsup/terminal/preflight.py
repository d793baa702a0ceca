"""Looks before Qt starts: without a screen or its system libraries Qt aborts, which nothing could catch afterwards."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from legsup.services import system_libraries
from legsup.services.system_libraries import QT, WAYLAND, X11, missing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NO_SCREEN = (
    "There is no screen to open a window on. `legsup session --terminal` leads a session here instead."
)
#: Qt's platforms that open windows on a screen that must answer, and those that need none, or bring their own.
SCREENED = ("xcb", "wayland", "wayland-egl", "wayland-brcm")
SCREENLESS = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay", "directfb")
SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - where every X server puts its sockets


def obstacle(
    environment: Mapping[str, str],
    loads: Callable[[str], bool] | None = None,
    answers: Callable[[str, str], bool | None] | None = None,
    platform: str = sys.platform,
) -> str | None:
    """Say why no window can be opened, and what to do; None when nothing is known to be in the way.

    ``answers`` tries a connection by a library to a display; None where there is no such library to try it with. Unless
    it is given, only the screen of this very process is tried.
    """
    named = [each.partition(":")[0] for each in environment.get("QT_QPA_PLATFORM", "").split(";") if each]
    if platform != "linux" or any(name in SCREENLESS for name in named):
        return None
    if named and not any(name in SCREENED for name in named):
        return f"QT_QPA_PLATFORM names {', '.join(named)}, which Qt does not have. Without it Qt chooses by itself."
    answers = answers or (_answers if environment is os.environ else _unknown)
    return _in_the_way(*_screens(environment, named), loads or system_libraries.loads, answers)


def _in_the_way(
    wayland: str, display: str, loads: Callable[[str], bool], answers: Callable[[str, str], bool | None]
) -> str | None:
    if wayland and answers("wayland", wayland) is not False:
        return _lacking(missing(QT | WAYLAND, loads))
    if not display:
        return f"The screen {wayland} does not answer. {NO_SCREEN}" if wayland else NO_SCREEN
    if not _is_there(display):
        return f"The screen {display} is not there. {NO_SCREEN}"
    lacking = _lacking(missing(QT | X11, loads))
    if lacking:
        return lacking
    return f"The screen {display} does not answer. {NO_SCREEN}" if answers("x", display) is False else None


def _screens(environment: Mapping[str, str], named: list[str]) -> tuple[str, str]:
    """Name the Wayland and the X screen that Qt would try; where its platforms are named, those of these alone."""
    wayland, display = environment.get("WAYLAND_DISPLAY", ""), environment.get("DISPLAY", "")
    if not named:
        return wayland, display
    usual = any(name.startswith("wayland") for name in named)
    return (wayland or "wayland-0") if usual else "", display if "xcb" in named else ""


def _lacking(packages: list[str]) -> str | None:
    if not packages:
        return None
    return (
        f"Qt needs system packages that are missing. On Debian and Ubuntu: apt install {' '.join(packages)}"
    )


def _is_there(display: str) -> bool:
    """Whether the socket of a screen of this computer is there; of another's nobody knows yet."""
    return not display.startswith(":") or (SOCKETS / f"X{display[1:].partition('.')[0]}").exists()


def _unknown(_kind: str, _display: str) -> None:
    """Nothing is tried."""


def _answers(kind: str, display: str) -> bool | None:
    """Try a connection: Qt would abort where there is none."""
    try:
        if kind == "wayland":
            return _wayland_answers(ctypes.CDLL("libwayland-client.so.0"), display.encode())
        return _x_answers(ctypes.CDLL("libxcb.so.1"), display.encode())
    except OSError:
        return None


def _wayland_answers(library: ctypes.CDLL, display: bytes) -> bool:
    library.wl_display_connect.restype = ctypes.c_void_p
    library.wl_display_disconnect.argtypes = (ctypes.c_void_p,)
    connection = library.wl_display_connect(display)
    if connection:
        library.wl_display_disconnect(connection)
    return bool(connection)


def _x_answers(library: ctypes.CDLL, display: bytes) -> bool:
    library.xcb_connect.restype = ctypes.c_void_p
    library.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    library.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = library.xcb_connect(display, None)
    failed = bool(library.xcb_connection_has_error(connection))
    library.xcb_disconnect(connection)
    return not failed
