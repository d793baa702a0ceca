"""The part of the sounddevice library that is used here, typed: it has no types of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class StreamTimes(Protocol):
    """When a block is handed over and when it is heard, in seconds on the device's clock."""

    currentTime: float  # noqa: N815 - the library's names
    outputBufferDacTime: float  # noqa: N815 - the same


class Callback(Protocol):
    """Fills a buffer with frames; called from the library's own thread."""

    def __call__(self, buffer: memoryview, frames: int, times: StreamTimes, status: object, /) -> None:
        """Fill the buffer."""
        ...


class Stream(Protocol):
    """An open stream."""

    def start(self) -> None:
        """Begin."""
        ...

    def abort(self) -> None:
        """End at once, dropping what was taken."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class StreamMaker(Protocol):
    """Opens a stream of raw bytes."""

    def __call__(
        self,
        *,
        samplerate: float,
        channels: int,
        dtype: str,
        latency: float,
        callback: Callback,
        finished_callback: Callable[[], None],
    ) -> Stream:
        """Open it."""
        ...


class PortAudio(Protocol):
    """The library."""

    PortAudioError: type[Exception]
    RawOutputStream: StreamMaker

    def query_devices(self, *, kind: str) -> Mapping[str, float | int | str]:
        """Tell of the default device of a kind."""
        ...

    def query_hostapis(self, index: int) -> Mapping[str, object]:
        """Tell of one of the systems of sound that the library plays through."""
        ...

    def _initialize(self) -> None: ...

    def _terminate(self) -> None: ...
