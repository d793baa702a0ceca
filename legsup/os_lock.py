"""A lock of the operating system on a file: held by one at a time, and let go when its process ends, however it ends.

Never a process's number in a file: that is another's soon, and in a container always the same.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from legsup.private import opener

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

#: Seconds between two looks at a lock that another holds for a moment.
_LOOK = 0.005


class OsLock:
    """A lock on a file, which is made where it is missing; its folder must be there."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._held: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this very lock is held."""
        return self._held is not None

    def take(self) -> bool:
        """Take the lock; False when another process, or another lock of this one, holds it.

        Raises:
            OSError: the file cannot be made, or the system gives no locks there.
        """
        if self._held is not None:
            return True
        handle = self._opened()
        try:
            taken = _locked(handle)
        except OSError:
            os.close(handle)
            raise
        if not taken:
            os.close(handle)
            return False
        self._held = handle
        return True

    def _opened(self) -> int:
        name, flags = str(self._file), os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
        try:
            return os.open(name, flags)
        except FileNotFoundError:
            return opener(name, flags | os.O_CREAT)

    def give_back(self) -> None:
        """Let the lock go, if it is held."""
        if self._held is not None:
            with suppress(OSError):
                _unlock(self._held)
            os.close(self._held)
            self._held = None


def wait_for(lock: OsLock, patience: float) -> bool:
    """Take a lock, waited for at most ``patience`` seconds; gives whether it is held.

    Raises:
        OSError: the file cannot be made, or the system gives no locks there.
    """
    until = time.monotonic() + patience
    while not lock.take():
        if time.monotonic() >= until:
            return False
        time.sleep(_LOOK)
    return True


@contextmanager
def held(file: Path, patience: float) -> Generator[bool]:
    """Hold the lock on a file for a moment, waited for at most ``patience`` seconds; gives whether it is held.

    Where the system gives no locks it is not held, and raises nothing: what it guards must be safe enough without.
    """
    lock = OsLock(file)
    try:
        taken = wait_for(lock, patience)
    except OSError:
        taken = False
    try:
        yield taken
    finally:
        lock.give_back()


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        # With the file's closing Windows would do so by itself, but in its own time.
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
