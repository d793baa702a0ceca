"""Whether a full-screen program or a presentation holds the screen awake, as the desktop's own services tell (Linux)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from legsup.bus import LOGIND, Bus, BusError, Place

if TYPE_CHECKING:
    from collections.abc import Callable

GNOME = Place("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
MATE = Place("org.mate.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
POWER = Place(
    "org.freedesktop.PowerManagement",
    "/org/freedesktop/PowerManagement/Inhibit",
    "org.freedesktop.PowerManagement.Inhibit",
)
KDE = Place(
    "org.kde.Solid.PowerManagement.PolicyAgent",
    "/org/kde/Solid/PowerManagement/PolicyAgent",
    "org.kde.Solid.PowerManagement.PolicyAgent",
)
#: That the session be marked idle, as GNOME counts; that the screen change, as KDE does.
IDLE, SCREEN = 8, 4


def is_presenting() -> bool | None:
    """Whether anything holds the screen awake; None where no service of this desktop says."""
    if sys.platform != "linux":
        return None
    found = [*_told("SESSION", (_by_gnome, _by_mate, _by_kde, _by_power)), *_told("SYSTEM", (_by_logind,))]
    return any(found) if found else None


def _told(name: str, ways: tuple[Callable[[Bus], bool], ...]) -> list[bool]:
    try:
        bus = Bus("SYSTEM" if name == "SYSTEM" else "SESSION")
    except BusError:
        return []
    found: list[bool] = []
    for ask in ways:
        try:
            found.append(ask(bus))
        except BusError:
            continue
    bus.close()
    return found


def _by_gnome(bus: Bus) -> bool:
    return bool(bus.call(GNOME, "IsInhibited", "u", (IDLE,))[0])


def _by_mate(bus: Bus) -> bool:
    return bool(bus.call(MATE, "IsInhibited", "u", (IDLE,))[0])


def _by_kde(bus: Bus) -> bool:
    return bool(bus.call(KDE, "HasInhibition", "u", (SCREEN,))[0])


def _by_power(bus: Bus) -> bool:
    return bool(bus.call(POWER, "HasInhibit")[0])


def _by_logind(bus: Bus) -> bool:
    return "idle" in str(bus.read(LOGIND, "BlockInhibited")).split(":")
