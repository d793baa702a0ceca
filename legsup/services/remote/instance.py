"""The one app for a home folder: the first holds a lock, a second finds it taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

from legsup.private import make_folder, shut

if TYPE_CHECKING:
    from pathlib import Path


def instance_lock(file: Path) -> QLockFile | None:
    """Take the lock of the one app for a home folder; None where another holds it. One that died holds none."""
    make_folder(file.parent)
    lock = QLockFile(str(file))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return None
    shut(file)
    return lock
