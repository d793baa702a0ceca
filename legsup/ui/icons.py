"""The icons: the app's, and the tray's in its states, told apart by shape; all are rendered by tools/icons.py."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

if TYPE_CHECKING:
    from pathlib import Path


class TrayState(Enum):
    """What the tray icon tells: a plain figure, one with a full light, one with a clock (a reminder), or one with two bars."""

    IDLE = "idle"
    IN_SESSION = "in-session"
    DUE = "due"
    PAUSED = "paused"


def tray_icon(assets: Path, state: TrayState) -> QIcon:
    """Give the tray icon of a state.

    No desktop tells the colour of its panel, so the light figure has a dark edge and is seen on any.
    """
    return _icon(assets, f"tray-{state.value}-")


def wear_icon(assets: Path) -> None:
    """Let every window wear the app's icon. Its pictures are read, and sent to the screen, once a window was painted."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - loaded by then

    if QApplication.windowIcon().isNull():
        QApplication.setWindowIcon(_icon(assets, "legsup-"))


def _icon(assets: Path, begin: str) -> QIcon:
    """Give the icon of all pictures whose names begin so; to match a pattern took half of this."""
    icon = QIcon()
    folder = assets / "icons"
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.name.startswith(begin) and file.suffix == ".png":
            icon.addFile(str(file))
    return icon
