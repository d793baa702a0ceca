"""The clock of a session: time awake, and how long the computer has slept."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from legsup.clocks import awake, since_start

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.session import Reading

#: Growth of wall time over time awake below this many seconds is a corrected clock, not sleep.
LEAST_SLEEP = 5.0


class SystemClock:
    """Reads the computer's clocks (the port ``Clock``); others can be handed in.

    Sleep is the difference of two clocks of the system. Where it has only one, the growth of wall time over time awake is
    taken, above 5 s and never negative.
    """

    def __init__(
        self,
        now: Callable[[], float] = awake,
        with_sleep: Callable[[], float | None] = since_start,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._now = now
        self._with_sleep = with_sleep
        self._wall = wall
        self._by_wall = SleepByWall(wall() - now())

    def read(self) -> Reading:
        """Read them, in seconds."""
        # An idle tray makes a clock and reads it never: what a session needs comes with the first reading.
        from legsup.domain.session import Reading  # noqa: PLC0415

        now, whole = self._now(), self._with_sleep()
        if whole is not None:
            return Reading(now, max(0.0, whole - now))
        return Reading(now, self._by_wall.slept(self._wall() - now))


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
