"""Start at login on Linux: an entry in the autostart folder, with the keys that make panels wait for trays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup import APPLICATION_ID
from legsup.exec_key import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The name of the entry in the autostart folder.
NAME = f"{APPLICATION_ID}.desktop"
_ENTRY = """[Desktop Entry]
Type=Application
Name=Legs Up
Comment=A restful break with the legs up the wall
Exec={command}
Icon={icon}
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
X-GNOME-Autostart-Delay=10
X-MATE-Autostart-Delay=10
X-KDE-autostart-after=panel
X-LXQt-Need-Tray=true
"""


def entry(command: Sequence[str]) -> str:
    """Write the entry that starts a command."""
    return _ENTRY.format(command=quoted(command), icon=APPLICATION_ID)


def is_on(text: str) -> bool:
    """Whether an entry starts anything: the desktop's own tools turn one off by a line in it."""
    lines = {line.strip() for line in text.splitlines()}
    return "[Desktop Entry]" in lines and not lines & {"Hidden=true", "X-GNOME-Autostart-enabled=false"}
