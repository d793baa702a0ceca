"""Where the window was, kept for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from legsup.private import make_file

if TYPE_CHECKING:
    from pathlib import Path


def place_of(file: Path) -> QSettings | None:
    """Give where the window's place is kept; where that cannot be, it opens at its usual one."""
    try:
        make_file(file)
    except OSError:
        return None
    return QSettings(str(file), QSettings.Format.IniFormat)
