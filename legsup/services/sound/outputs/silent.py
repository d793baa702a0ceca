"""The silent output: stands where there is no way to make sound, or none is wished, and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.services.sound.output import SoundFeed


class SilentOutput:
    """An output that takes nothing; its ``reason`` tells the person why nothing is heard."""

    device = ""
    rate = 48000
    channels = 1
    ahead = 0.0
    gulp = 0.0
    has_ended = False

    def __init__(self, reason: str) -> None:
        """Be silent for a reason."""
        self.reason = reason

    def open(self) -> None:
        """Nothing to find."""

    def start(self, feed: SoundFeed) -> None:
        """Take nothing."""

    def withdraw(self, ready: Callable[[], None]) -> None:
        """Nothing was taken."""
        ready()

    def stop(self) -> None:
        """Nothing runs."""

    def close(self) -> None:
        """Nothing is held."""
