"""The one app for a home folder: the first holds a lock, a second finds it taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

if TYPE_CHECKING:
    from pathlib import Path


def instance_lock(file: Path) -> QLockFile | None:
    """Take the lock of the one app for a home folder; None where another holds it. One that died holds none."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = QLockFile(str(file))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(0) else None
