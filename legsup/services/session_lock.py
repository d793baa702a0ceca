"""The session lock: one session at a time for a home folder, in whatever process."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OWNER_ONLY = 0o600
_OWNER_ONLY_FOLDER = 0o700


class SessionLock:
    """A lock that the operating system holds while a session runs and lets go when the process ends, however it ends."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._held: int | None = None

    def take(self) -> bool:
        """Take the lock; False when another process (or another lock of this one) holds it.

        Raises:
            OSError: the lock file cannot be made.
        """
        if self._held is not None:
            return True
        self._file.parent.mkdir(mode=_OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        handle = os.open(self._file, os.O_CREAT | os.O_RDWR, _OWNER_ONLY)
        if not _locked(handle):
            os.close(handle)
            return False
        self._held = handle
        return True

    def give_back(self) -> None:
        """Let the lock go, if it is held."""
        if self._held is not None:
            os.close(self._held)
            self._held = None


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
