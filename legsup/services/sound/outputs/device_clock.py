"""The device's clock read as ours: when a block is heard, however long its callback waited for the interpreter."""

from __future__ import annotations

import threading
from collections import deque

#: Seconds of callbacks of which the one that waited least tells how far the two clocks lie apart.
WEIGHED = 5.0
#: Nobody waits so many seconds for the interpreter: a difference that grew by more tells that a clock was set.
SET = 0.25


class DeviceClock:
    """The difference between two clocks, from pairs of readings of which ours is never early but often late."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._lock = threading.Lock()
        self._seen: deque[tuple[float, float]] = deque()

    def ours(self, time: float, read: float, now: float) -> float:
        """Give a time of the device's clock as one of ours, both in seconds; ``read`` was the device's at ``now`` or before."""
        apart = now - read
        with self._lock:
            if self._seen and apart - self._least() > SET:
                self._seen.clear()
            self._seen.append((now, apart))
            while now - self._seen[0][0] > WEIGHED:
                self._seen.popleft()
            return time + self._least()

    def _least(self) -> float:
        return min(apart for _, apart in self._seen)
