"""The ports: what the domain's values ask of the world outside, as protocols that services fulfil."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from legsup.domain.session import Reading


class Clock(Protocol):
    """The clocks of the computer."""

    def read(self) -> Reading:
        """Read the monotonic clock (the same as ``time.monotonic``) and how long the computer has slept, in seconds."""
        ...
