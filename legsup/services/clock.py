"""The clocks of the computer: a monotonic one, and how long the computer has slept."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legsup.domain.session import Reading

#: Growth of wall time over monotonic time below this many seconds is a corrected clock, not sleep.
LEAST_SLEEP = 5.0


class SystemClock:
    """Reads the computer's clocks (the port ``Clock``).

    On Linux the monotonic clock stands still in sleep and the boot-time clock does not, which tells sleep exactly.
    Elsewhere the growth of wall time over monotonic time is taken, above 5 s and never negative.
    """

    def __init__(self) -> None:
        self._by_wall = SleepByWall(time.time() - time.monotonic())

    def read(self) -> Reading:
        """Read both clocks, in seconds."""
        # An idle tray makes a clock and reads it never: what a session needs comes with the first reading.
        from legsup.domain.session import Reading  # noqa: PLC0415

        now = time.monotonic()
        boot_time = getattr(time, "CLOCK_BOOTTIME", None)
        if boot_time is not None:
            return Reading(now, time.clock_gettime(boot_time) - now)
        return Reading(now, self._by_wall.slept(time.time() - now))


class SleepByWall:
    """Tells sleep by the jumps of the wall clock ahead of the monotonic one; ``offset`` is the first difference."""

    def __init__(self, offset: float) -> None:
        self._offset = offset
        self._slept = 0.0

    def slept(self, offset: float) -> float:
        """Give the seconds slept so far, now that the clocks differ by ``offset``; corrections are taken over silently."""
        if offset - self._offset > LEAST_SLEEP:
            self._slept += offset - self._offset
        self._offset = offset
        return self._slept
