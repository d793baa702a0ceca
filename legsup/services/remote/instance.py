"""The one app for a home folder: the first holds a lock of the operating system, a second finds it taken."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from legsup.os_lock import OsLock, wait_for
from legsup.private import make_folder

if TYPE_CHECKING:
    from pathlib import Path

#: How a system says that it gives no locks there, as on some network folders.
NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
#: Seconds for which a held lock is waited for: whoever only looks whether an app runs holds it for a moment, and many may
#: look at once.
MOMENT = 0.2


def instance_lock(file: Path) -> OsLock | None:
    """Take the lock of the one app for a home folder; None where another holds it. One that died holds none.

    Raises:
        OSError: the folder or the file cannot be made, or (an errno of ``NO_LOCKS``) the system gives no locks there.
    """
    make_folder(file.parent)
    lock = OsLock(file)
    return lock if wait_for(lock, MOMENT) else None


def is_running(file: Path) -> bool:
    """Whether an app holds that lock now; it may not listen yet."""
    lock = OsLock(file)
    try:
        return file.exists() and not lock.take()
    except OSError:
        return False
    finally:
        lock.give_back()
