"""Folders in which a line is made and gone at once; what a process that was killed left there goes with the next one."""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from legsup.os_lock import OsLock
from legsup.private import is_own_folder

if TYPE_CHECKING:
    from collections.abc import Generator

PREFIX = "legsup-voice-"
#: What its process holds while it uses the folder.
LOCK = ".lock"
#: Seconds after which a folder without that lock is nobody's: one is made a moment before its lock.
FRESH = 3600.0
#: The folders that were swept by this process.
_swept: set[Path] = set()


@contextmanager
def scratch(place: Path | None = None) -> Generator[Path]:
    """Give an empty folder of the owner's alone, in ``place`` or where the system keeps such, and take it away after use.

    Raises:
        OSError: none can be made.
    """
    root = place or Path(tempfile.gettempdir())
    if root not in _swept:
        _swept.add(root)
        sweep(root)
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=root, ignore_cleanup_errors=True) as name:
        lock = OsLock(Path(name, LOCK))
        with suppress(OSError):  # where the system gives no locks it is spared by its age
            lock.take()
        try:
            yield Path(name)
        finally:
            lock.give_back()


def sweep(root: Path) -> None:
    """Take away what died left: folders of this person's that nobody holds."""
    with suppress(OSError):
        for folder in sorted(root.glob(f"{PREFIX}*")):
            if is_own_folder(folder) and _is_left(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    lock = OsLock(folder / LOCK)
    try:
        if not (folder / LOCK).exists():
            return time.time() - folder.stat().st_mtime > FRESH
        return lock.take()
    except OSError:
        return False
    finally:
        lock.give_back()
