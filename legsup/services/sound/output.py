"""What an output of sound is: a loudspeaker, or what stands for one, and the feed that it takes its sound from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class SoundFeed(Protocol):
    """Where an output takes its sound from; called from the output's own thread, and never blocks."""

    def __call__(self, frames: int, audible_at: float) -> bytes:
        """Give the next frames, interleaved 32-bit floats; too few bytes mean that the rest is silence.

        ``audible_at`` is when the first of them will be heard, in seconds on the monotonic clock.
        """
        ...


class SoundOutput(Protocol):
    """A loudspeaker, or what stands for one. ``open``, ``start`` and ``withdraw`` raise OSError where it is gone."""

    @property
    def device(self) -> str:
        """The name of the device as the system gives it; empty before ``open``."""
        ...

    @property
    def reason(self) -> str:
        """Why nothing can be heard from this output, for a person to read; empty where sound is expected."""
        ...

    @property
    def rate(self) -> int:
        """Frames a second, known once it is open."""
        ...

    @property
    def channels(self) -> int:
        """Samples in a frame, known once it is open."""
        ...

    @property
    def ahead(self) -> float:
        """Seconds of sound that the output takes before they are heard."""
        ...

    @property
    def gulp(self) -> float:
        """Seconds of sound that it takes in one go now and then; 0 where it takes little and often."""
        ...

    @property
    def has_ended(self) -> bool:
        """Whether a stream that was started has ended by itself, as it does where the device is gone."""
        ...

    def open(self) -> None:
        """Find the device that is the system's default now; what was open before is let go."""
        ...

    def start(self, feed: SoundFeed) -> None:
        """Begin to take sound from a feed."""
        ...

    def withdraw(self, ready: Callable[[], None]) -> None:
        """Drop at once what was taken and not yet heard, call ``ready``, and go on taking from the same feed."""
        ...

    def stop(self) -> None:
        """Take no more sound and drop what was not heard yet; never raises."""
        ...

    def close(self) -> None:
        """Let go of the device and of everything held; never raises."""
        ...
