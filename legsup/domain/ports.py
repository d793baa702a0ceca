"""The ports: what the domain's values ask of the world outside, as protocols that services fulfil."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from legsup.domain.session import Reading
    from legsup.domain.sound import Clip


class Clock(Protocol):
    """The clocks of the computer."""

    def read(self) -> Reading:
        """Read the clock that stands still in sleep, and how long the computer has slept, in seconds."""
        ...


class Zone(Protocol):
    """The time of day where the person is now."""

    def local(self, at: float) -> datetime:
        """Give the day and time of an instant (seconds since the epoch), without a zone."""
        ...

    def instant(self, local: datetime) -> float:
        """Give the instant of a day and time; of one that comes twice the first, of one that is skipped one close by."""
        ...


class VoiceSource(Protocol):
    """Somebody's voice, rendered ahead."""

    def prepare(self, texts: Iterable[str]) -> None:
        """Begin to make clips of these texts, in this order, somewhere else; returns at once."""
        ...

    def clip(self, text: str) -> Clip | None:
        """Give the clip of a text if it is ready, None if it is not or never will be; returns at once."""
        ...

    def has(self, text: str) -> bool:
        """Tell whether the clip of a text is ready; returns at once."""
        ...

    def close(self) -> None:
        """Stop what is being made and let go of everything held."""
        ...
