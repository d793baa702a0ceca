"""The zone where the computer is now (the port ``Zone``): who travels has another from one look to the next."""

from __future__ import annotations

import sys
import time
from datetime import datetime


class LocalZone:
    """Reads the system's zone anew each time."""

    def local(self, at: float) -> datetime:
        """Give the day and time of an instant (seconds since the epoch), without a zone."""
        _look()
        return datetime.fromtimestamp(at)  # noqa: DTZ006 - the time on the wall is what is asked for

    def instant(self, local: datetime) -> float:
        """Give the instant of a day and time."""
        _look()
        return local.timestamp()


def _look() -> None:
    """Take up a zone that was set since."""
    if sys.platform != "win32":  # there the zone is read with each call
        time.tzset()
