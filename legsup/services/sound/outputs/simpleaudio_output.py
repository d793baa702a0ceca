"""The output through simpleaudio, for Python before 3.12: whole buffers, each cut where it is quiet and played at its time.

The library cannot say when its sound is heard and cannot join buffers without a seam. So a buffer is some seconds long and
ends in the softest moment that is near, as at a turn of the breath, and each is started by the clock: delays never add up.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

import numpy as np

from legsup.clocks import awake
from legsup.services.sound.outputs.complaints import complaints_logged

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.services.sound.output import SoundFeed
    from legsup.services.sound.waves import Samples

#: From the call until the sound is heard: the library's own buffer (s, measured on ALSA).
LATENCY = 0.1
#: A buffer lasts between so many seconds; within the difference the softest moment is looked for.
SHORTEST, LONGEST = 1.5, 3.5
#: A buffer is handed over this long before it is due (s); the moment searched for is this long; its edges are this soft.
EARLY, MOMENT, EDGE = 0.3, 0.02, 0.004


class PlayObject(Protocol):
    """A buffer that plays."""

    def stop(self) -> None:
        """End it; about 0.2 s of it are still heard."""
        ...


class SimpleAudio(Protocol):
    """The library."""

    def play_buffer(
        self, audio_data: bytes, num_channels: int, bytes_per_sample: int, sample_rate: int
    ) -> PlayObject:
        """Play a buffer now."""
        ...


class SimpleaudioOutput:
    """One buffer after another on the system's default device."""

    reason = ""
    device = "default (simpleaudio)"
    rate = 44100
    channels = 1
    ahead = LONGEST + EARLY
    gulp = LONGEST
    has_ended = False

    def __init__(self, library: SimpleAudio, clock: Callable[[], float] = awake) -> None:
        """Use the library."""
        self._library = library
        self._clock = clock
        self._feed: SoundFeed | None = None
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._playing: list[PlayObject] = []

    def open(self) -> None:
        """The library opens the default device for each buffer by itself."""

    def start(self, feed: SoundFeed) -> None:
        """Begin to play what a feed gives."""
        self.stop()
        self._feed = feed
        self.has_ended = False
        self._stop = threading.Event()
        self._thread = threading.Thread(
            target=self._play, args=(feed, self._stop), name="simpleaudio", daemon=True
        )
        self._thread.start()

    def withdraw(self, ready: Callable[[], None]) -> None:
        """Stop the buffers that play and begin anew."""
        feed = self._feed
        self.stop()
        ready()
        if feed is not None:
            self.start(feed)

    def stop(self) -> None:
        """Play no more."""
        self._stop.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()
        for playing in self._playing:
            playing.stop()
        self._playing.clear()

    def close(self) -> None:
        """Play no more; nothing else is held."""
        self.stop()

    def _play(self, feed: SoundFeed, stop: threading.Event) -> None:
        due = self._clock() + LATENCY
        rest = np.zeros(0, np.float32)
        while not stop.is_set():
            wanted = round(LONGEST * self.rate) - len(rest)
            pcm = feed(wanted, due + len(rest) / self.rate)
            missing = np.zeros(wanted - len(pcm) // 4, np.float32)
            block = np.concatenate([rest, np.frombuffer(pcm, np.float32), missing])
            cut = softest(block, self.rate)
            if stop.wait(max(0.0, due - LATENCY - self._clock())) or not self._started(block[:cut]):
                return
            rest = block[cut:]
            due += cut / self.rate
            stop.wait(max(0.0, due - LATENCY - EARLY - self._clock()))

    def _started(self, block: Samples) -> bool:
        try:
            with complaints_logged():
                playing = self._library.play_buffer(soft_edges(block, self.rate), self.channels, 2, self.rate)
        except Exception:  # noqa: BLE001 - the library raises a class of its own that it does not export by name
            self.has_ended = True
            return False
        self._playing = [*self._playing[-1:], playing]
        return True


def softest(block: Samples, rate: int) -> int:
    """Tell where to cut a block: the middle of its softest moment from SHORTEST seconds on."""
    first, moment = round(SHORTEST * rate), round(MOMENT * rate)
    count = (len(block) - first) // moment
    levels = np.abs(block[first : first + count * moment]).reshape(count, moment).max(axis=1)
    return first + int(np.argmin(levels)) * moment + moment // 2


def soft_edges(block: Samples, rate: int) -> bytes:
    """Give a block as 16-bit samples with soft edges."""
    edge = min(len(block) // 2, round(EDGE * rate))
    slope = np.linspace(0.0, 1.0, edge, dtype=np.float32)
    softened = block.copy()
    softened[:edge] *= slope
    softened[len(softened) - edge :] *= slope[::-1]
    return np.round(np.clip(softened, -1.0, 1.0) * 32767.0).astype(np.int16).tobytes()
