"""How long nobody has touched mouse or keyboard: asked of the X server, Mutter, Windows or macOS; elsewhere unknown."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from legsup.bus import Bus, BusError, Place

if TYPE_CHECKING:
    from collections.abc import Callable

MUTTER = Place(
    "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor"
)


def idle_seconds() -> float | None:
    """Tell the seconds since the last touch; None where this desktop does not say."""
    for ask in _WAYS.get(sys.platform, ()):
        with suppress(OSError, AttributeError, BusError):
            found = ask()
            if found is not None:
                return found
    return None


def by_mutter() -> float | None:
    """Ask GNOME's window manager, on X11 and on Wayland alike.

    Raises:
        BusError: it does not run.
    """
    bus = Bus()
    try:
        return float(bus.call(MUTTER, "GetIdletime")[0]) / 1000.0
    finally:
        bus.close()


def by_x_server() -> float | None:
    """Ask the X server's screen saver extension; where X runs inside Wayland it knows of its own windows alone.

    Raises:
        OSError: the libraries are not there.
    """
    if os.environ.get("WAYLAND_DISPLAY") or not os.environ.get("DISPLAY"):
        return None
    x11, extension = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    x11.XCloseDisplay.argtypes = x11.XFree.argtypes = [ctypes.c_void_p]
    number = ctypes.POINTER(ctypes.c_int)
    extension.XScreenSaverQueryExtension.argtypes = [ctypes.c_void_p, number, number]
    extension.XScreenSaverAllocInfo.restype = ctypes.POINTER(_Info)
    extension.XScreenSaverQueryInfo.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(_Info)]
    display = x11.XOpenDisplay(None)
    if not display:
        return None
    try:
        if not extension.XScreenSaverQueryExtension(display, ctypes.c_int(), ctypes.c_int()):
            return None
        info = extension.XScreenSaverAllocInfo()
        told = extension.XScreenSaverQueryInfo(display, x11.XDefaultRootWindow(display), info)
        idle = info.contents.idle / 1000.0
        x11.XFree(info)
        return idle if told else None
    finally:
        x11.XCloseDisplay(display)


class _Info(ctypes.Structure):
    """XScreenSaverInfo."""

    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


def idle_ticks(now: int, last: int) -> float:
    """Give the seconds between two readings of Windows' clock of milliseconds, which begins anew after 49.7 days."""
    return ((now - last) % 2**32) / 1000.0


def by_windows() -> float | None:
    """Ask Windows."""

    class LastInput(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("time", ctypes.c_uint))

    windll = getattr(ctypes, "windll")  # noqa: B009 - it is on Windows alone
    last = LastInput(ctypes.sizeof(LastInput), 0)
    if not windll.user32.GetLastInputInfo(ctypes.byref(last)):
        return None
    return idle_ticks(int(windll.kernel32.GetTickCount()), int(last.time))


def by_macos() -> float | None:
    """Ask macOS.

    Raises:
        OSError: the framework is not there.
    """
    services = ctypes.CDLL("/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices")
    since = services.CGEventSourceSecondsSinceLastEventType
    since.restype = ctypes.c_double
    since.argtypes = [ctypes.c_int32, ctypes.c_uint32]
    return float(since(0, 0xFFFFFFFF))


_WAYS: dict[str, tuple[Callable[[], float | None], ...]] = {
    "linux": (by_x_server, by_mutter),
    "win32": (by_windows,),
    "darwin": (by_macos,),
}
