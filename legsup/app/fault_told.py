"""Says in a window why the app cannot be opened, where no terminal shows it: what a desktop's menu starts is read by nobody."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from legsup.places import assets
from legsup.ui.fault_window import FaultWindow
from legsup.ui.icons import wear_icon
from legsup.ui.palette import palette_of
from legsup.ui.style import style_sheet
from legsup.ui.theme import Look, theme_for

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

#: Qt's platforms on which nobody sees a window.
_UNSEEN = {"offscreen", "minimal"}


def say_in_window(app: QApplication, reason: str) -> None:
    """Say why, and wait until it was closed; nothing where a terminal has shown it, or no window is seen.

    The settings are in the folder that cannot be used: it wears what the system's light or dark asks for.
    """
    if is_read((sys.stdin, sys.stdout, sys.stderr)) or QGuiApplication.platformName() in _UNSEEN:
        return
    theme = theme_for(Look.SYSTEM, QGuiApplication.styleHints().colorScheme())
    QApplication.setPalette(palette_of(theme))
    app.setStyleSheet(style_sheet(theme))
    wear_icon(assets())
    FaultWindow(reason).exec()


def is_read(streams: Iterable[TextIO | None]) -> bool:
    """Tell whether somebody sits at a terminal: one of Python's own streams is one."""
    return any(each is not None and not each.closed and each.isatty() for each in streams)
