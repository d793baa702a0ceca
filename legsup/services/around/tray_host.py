"""Whether somebody shows the icons that register with this desktop: a list of them may be kept without a panel (Linux)."""

from __future__ import annotations

from legsup.bus import Bus, BusError, Place

WATCHER = Place("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", "org.kde.StatusNotifierWatcher")
#: Seconds that the answer may take.
PATIENCE = 0.5


def shows_icons() -> bool | None:
    """Ask whether a panel shows the icons; None where nobody keeps a list of them, or it is not told."""
    try:
        bus = Bus()
    except BusError:
        return None
    try:
        return bool(bus.read(WATCHER, "IsStatusNotifierHostRegistered", patience=PATIENCE))
    except BusError:
        return None
    finally:
        bus.close()
