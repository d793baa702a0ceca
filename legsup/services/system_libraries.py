"""What no wheel carries: the system's libraries by the Debian package that has each, and which of them are missing here.

The names hold on Debian 12 and 13 and on Ubuntu 24.04 alike. Standard library alone: it is asked where nothing is installed yet.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Without these no window of Qt can even be loaded.
QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
#: Without any one of these Qt aborts on an X server; its own message always blames the first.
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}
#: And these on Wayland.
WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}
#: Without it nothing is heard.
SOUND = {"libportaudio.so.2": "libportaudio2"}


def loads(library: str) -> bool:
    """Whether a library can be loaded here."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(libraries: Mapping[str, str], has: Callable[[str], bool] = loads) -> list[str]:
    """The packages of those libraries that are not there."""
    return [package for library, package in libraries.items() if not has(library)]
