"""A clock that runs faster, for trying a practice: silent and without a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.session import Reading

if TYPE_CHECKING:
    from legsup.domain.ports import Clock

#: Most times as fast as the clock behind it.
MOST_SPEED = 1000.0
#: Most seconds between two readings: a longer gap would be taken for a stall.
LONGEST_STEP = 1.0


class FastClock:
    """Runs ``speed`` times as fast as another clock, but never leaps: where it is read too rarely it falls behind.

    Raises:
        ValueError: the speed is outside 1 to ``MOST_SPEED``.
    """

    def __init__(self, clock: Clock, speed: float) -> None:
        if not 1.0 <= speed <= MOST_SPEED:
            message = f"speed of {speed:g} is out of range; expected 1 to {MOST_SPEED:g}"
            raise ValueError(message)
        self._clock = clock
        self._speed = speed
        self._origin = self._now = clock.read().now

    def read(self) -> Reading:
        """Read it; this clock knows no sleep."""
        due = self._origin + (self._clock.read().now - self._origin) * self._speed
        self._now = min(due, self._now + LONGEST_STEP)
        return Reading(self._now)
