"""The session lock: one session at a time for a home folder, in whatever process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.os_lock import OsLock
from legsup.private import make_folder

if TYPE_CHECKING:
    from pathlib import Path


class SessionLock(OsLock):
    """A lock that the operating system holds while a session runs."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self._folder = file.parent

    def take(self) -> bool:
        """Take the lock; False when another process, or another lock of this one, holds it.

        Raises:
            OSError: the lock file cannot be made, or the system gives no locks there.
        """
        make_folder(self._folder)
        return super().take()
