"""A clock that stands still until it is moved by hand: pictures and tests lead a session with it."""

from __future__ import annotations

from dataclasses import dataclass

from legsup.domain.session import Reading


@dataclass
class HandClock:
    """A clock with both of its readings in the open, in seconds."""

    now: float = 100.0
    slept: float = 0.0

    def read(self) -> Reading:
        """Read it."""
        return Reading(self.now, self.slept)
