"""The default output: PortAudio by way of the sounddevice library, which says of each block when it will be heard."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from legsup.clocks import awake

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from legsup.services.sound.output import SoundFeed
    from legsup.services.sound.outputs.portaudio import PortAudio, Stream, StreamTimes

#: Seconds of buffer asked for: with half a second a busy computer left no gap in what was measured (decision 0021).
BUFFER = 0.5
#: Loudspeakers on both sides; a device with one channel gets one.
CHANNELS = 2
#: Seconds for which another thread keeps the interpreter at most while a stream is started again.
QUICK = 0.0001


class SounddeviceOutput:
    """One stream on the system's default device."""

    reason = ""
    ahead = BUFFER
    gulp = 0.0

    def __init__(self, library: PortAudio) -> None:
        """Use the library, which looked up the devices when it was loaded."""
        self.device = ""
        self.rate = 48000
        self.channels = CHANNELS
        self.has_ended = False
        self._library = library
        self._fresh = True
        self._stream: Stream | None = None

    def open(self) -> None:
        """Find the default device; a library that was used before looks up all devices anew, as it does only then."""
        self.stop()
        try:
            if not self._fresh:
                self._library._terminate()  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - its only way to see a new device
                self._library._initialize()  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - the same
            self._fresh = False
            found = self._library.query_devices(kind="output")
        except self._library.PortAudioError as fault:
            raise OSError("no sound device was found") from fault
        self.device = str(found["name"])
        self.rate = round(float(found["default_samplerate"]))
        self.channels = max(1, min(CHANNELS, int(found["max_output_channels"])))

    def start(self, feed: SoundFeed) -> None:
        """Open a stream and let it run."""
        try:
            self._stream = self._library.RawOutputStream(
                samplerate=self.rate,
                channels=self.channels,
                dtype="float32",
                latency=BUFFER,
                callback=_filling(feed),
                finished_callback=self._note_end,
            )
            self.has_ended = False
            self._stream.start()
        except self._library.PortAudioError as fault:
            raise OSError("the sound device cannot be opened") from fault

    def withdraw(self, ready: Callable[[], None]) -> None:
        """Abort the stream and start the same one again.

        One that has ended by itself is not touched: PortAudio waits for ever when it starts a stream whose server is
        gone (measured with ALSA on PulseAudio).
        """
        if self.has_ended:
            raise OSError("the sound device ended the stream")
        if self._stream is None:
            ready()
            return
        try:
            with _quick_turns():
                self._stream.abort()
                self.has_ended = False
                ready()
                self._stream.start()
        except self._library.PortAudioError as fault:
            raise OSError("the sound device was lost") from fault

    def stop(self) -> None:
        """Let go of the stream."""
        stream, self._stream = self._stream, None
        if stream is None:
            return
        try:
            stream.abort()
            stream.close()
        except self._library.PortAudioError:
            # The device is gone, and the stream with it.
            return

    def _note_end(self) -> None:
        self.has_ended = True

    def close(self) -> None:
        """Let go of the stream; the library itself stays loaded for the next session."""
        self.stop()


@contextmanager
def _quick_turns() -> Generator[None]:
    """Let a busy thread keep the interpreter for a tenth of a millisecond at most: nothing is heard meanwhile."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(QUICK)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _filling(feed: SoundFeed) -> Callable[[memoryview, int, StreamTimes, object], None]:
    def fill(buffer: memoryview, frames: int, times: StreamTimes, status: object) -> None:
        del status
        audible_at = awake() + times.outputBufferDacTime - times.currentTime
        pcm = feed(frames, audible_at)
        buffer[: len(pcm)] = pcm
        buffer[len(pcm) :] = bytes(len(buffer) - len(pcm))

    return fill
