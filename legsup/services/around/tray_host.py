"""Whether somebody shows the icons that register with this desktop: a list of them may be kept without a panel (Linux)."""

from __future__ import annotations

import sys

NAME, PATH = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher"
#: Milliseconds that the answer may take.
PATIENCE = 500


def shows_icons() -> bool | None:
    """Ask whether a panel shows the icons; None where nobody keeps a list of them, or it is not told.

    Qt's own line to the bus is open for the icon already: by jeepney an idle tray would weigh 3 MiB more, by this half of one.
    """
    if sys.platform != "linux":
        return None
    try:
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant  # noqa: PLC0415 - see above
    except ImportError:  # a distribution may have it in a package of its own
        return None
    asked = QDBusMessage.createMethodCall(NAME, PATH, "org.freedesktop.DBus.Properties", "Get")
    asked.setArguments([NAME, "IsStatusNotifierHostRegistered"])
    asked.setAutoStartService(False)
    told = QDBusConnection.sessionBus().call(asked, QDBus.CallMode.Block, PATIENCE).arguments()
    return bool(told[0].variant()) if told and isinstance(told[0], QDBusVariant) else None
