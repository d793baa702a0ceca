"""The map between an output's frames and the monotonic clock: when the n-th frame is heard."""

from __future__ import annotations

from collections import deque
from statistics import median

#: Seconds of an output's own statements that are weighed together: their median forgets the odd one that is wrong.
WEIGHED = 3.0


class ClockMap:
    """What an output said of when its frames are heard."""

    def __init__(self, rate: int, expected: float) -> None:
        """Until the output has said anything, frame 0 is expected to be heard at a time."""
        self._rate = rate
        self._expected = expected
        self._said: deque[tuple[float, float]] = deque()

    def note(self, frame: int, audible_at: float) -> None:
        """Take in that a frame is heard at a time (s on the monotonic clock)."""
        self._said.append((audible_at, audible_at - frame / self._rate))
        while audible_at - self._said[0][0] > WEIGHED:
            self._said.popleft()

    def audible(self, frame: int) -> float:
        """Tell when a frame is heard, in seconds on the monotonic clock."""
        zero = median(begin for _, begin in self._said) if self._said else self._expected
        return zero + frame / self._rate
