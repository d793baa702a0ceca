"""A line: one stream of the sound library, which can be started again and again, and starved while another takes over."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from legsup.clocks import awake

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.services.sound.output import SoundFeed
    from legsup.services.sound.outputs.device_clock import DeviceClock
    from legsup.services.sound.outputs.portaudio import Stream, StreamTimes

    #: Opens a stream that is filled by a callback and tells its end by another.
    Opens = Callable[[Callable[[memoryview, int, StreamTimes, object], None], Callable[[], None]], Stream]


class Line:
    """A stream and what it takes its sound from; raises what the library raises."""

    def __init__(self, opens: Opens, feed: SoundFeed, clock: DeviceClock) -> None:
        """Open it; it takes nothing before ``start``."""
        self.has_ended = False
        self._feed = feed
        self._clock = clock
        self._fed = False
        self._feeding = threading.Lock()
        self._begun = threading.Event()
        self._stream = opens(self._fill, self._note_end)

    def start(self) -> None:
        """Begin to take sound."""
        self._begun.clear()
        self._fed, self.has_ended = True, False
        self._stream.start()

    def starve(self) -> None:
        """Take silence from now on; what was taken before is still heard."""
        with self._feeding:
            self._fed = False

    def has_begun(self, within: float) -> bool:
        """Wait until its first sound was taken, for so many seconds at most; tell whether it was."""
        return self._begun.wait(within)

    def abort(self) -> None:
        """End at once, dropping what was taken and not heard yet."""
        self._stream.abort()

    def close(self) -> None:
        """Let go of it."""
        self._stream.close()

    def _note_end(self) -> None:
        self.has_ended = True

    def _fill(self, buffer: memoryview, frames: int, times: StreamTimes, status: object) -> None:
        del status
        pcm = b""
        with self._feeding:
            if self._fed:
                audible_at = self._clock.ours(times.outputBufferDacTime, times.currentTime, awake())
                pcm = self._feed(frames, audible_at)
        buffer[: len(pcm)] = pcm
        buffer[len(pcm) :] = bytes(len(buffer) - len(pcm))
        self._begun.set()
