"""The default output: PortAudio by way of the sounddevice library, which says of each block when it will be heard.

It holds two streams of which one plays. When sound is written anew the other begins with it before the first is broken off,
so that no hole is heard between them. A device that gives one stream only has that one broken off and started again.

ALSA begins to play a stream when its first block is written, and a server behind ALSA takes exactly so much of it at once: where
rates differ that is a frame too few, which counts as an underrun and throws the stream's sound away, block by block for
seconds (decision 0021). A third stream, which never plays, asks for a little less, and the server then takes less of all.
"""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from legsup.services.sound.outputs.complaints import complaints_logged
from legsup.services.sound.outputs.device_clock import DeviceClock
from legsup.services.sound.outputs.line import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from legsup.services.sound.output import SoundFeed
    from legsup.services.sound.outputs.portaudio import Callback, PortAudio, Stream, StreamTimes

#: Seconds of buffer asked for: with half a second a busy computer left no gap in what was measured (decision 0021).
BUFFER = 0.5
#: What the stream that never plays asks for, on the host that needs one.
LESS, HOST = 0.9 * BUFFER, "ALSA"
#: Loudspeakers on both sides; a device with one channel gets one.
CHANNELS = 2
#: Seconds for which another thread keeps the interpreter at most while a stream is started again.
QUICK = 0.0001
#: Seconds for which both streams sound, from the first sound that the new one takes; it is waited for so long at most.
OVERLAP, PATIENCE = 0.005, 0.1


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
        self._library = library
        self._fresh = True
        self._host = ""
        self._clock = DeviceClock()
        self._line: Line | None = None
        self._spare: Line | None = None
        self._brake: Stream | None = None

    @complaints_logged()
    def open(self) -> None:
        """Find the default device; a library that was used before looks up all devices anew, as it does only then."""
        self.stop()
        try:
            if not self._fresh:
                self._library._terminate()  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - its only way to see a new device
                self._library._initialize()  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - the same
            self._fresh = False
            found = self._library.query_devices(kind="output")
            self._host = str(self._library.query_hostapis(int(found["hostapi"]))["name"])
        except self._library.PortAudioError as fault:
            raise OSError("no sound device was found") from fault
        self.device = str(found["name"])
        self.rate = round(float(found["default_samplerate"]))
        self.channels = max(1, min(CHANNELS, int(found["max_output_channels"])))

    @property
    def has_ended(self) -> bool:
        """Whether the stream that plays has ended by itself."""
        return self._line is not None and self._line.has_ended

    @complaints_logged()
    def start(self, feed: SoundFeed) -> None:
        """Open a stream and let it run, and another that waits."""
        self.stop()
        try:
            self._line = Line(self._opened, feed, self._clock)
            # Where the device gives one stream only, it has to do with that.
            with suppress(self._library.PortAudioError):
                self._spare = Line(self._opened, feed, self._clock)
                self._brake = self._opened(_nothing, _no_end, LESS) if self._host == HOST else None
            self._line.start()
        except self._library.PortAudioError as fault:
            raise OSError("the sound device cannot be opened") from fault

    def withdraw(self, ready: Callable[[], None]) -> None:
        """Let the stream that waits begin with the new sound, then break the other off.

        One that has ended by itself is not touched: PortAudio waits for ever when it starts a stream whose server is
        gone (measured with ALSA on PulseAudio).
        """
        if self.has_ended:
            raise OSError("the sound device ended the stream")
        if self._line is None:
            ready()
            return
        try:
            with _quick_turns():
                self._begin_anew(self._line, ready)
        except self._library.PortAudioError as fault:
            raise OSError("the sound device was lost") from fault

    def stop(self) -> None:
        """Let go of the streams."""
        lines, self._line, self._spare = (self._line, self._spare), None, None
        brake, self._brake = self._brake, None
        for line in lines:
            # Where the device is gone its streams are as well.
            with suppress(self._library.PortAudioError):
                if line is not None:
                    line.abort()
                    line.close()
        with suppress(self._library.PortAudioError):
            if brake is not None:
                brake.close()

    def close(self) -> None:
        """Let go of the streams; the library itself stays loaded for the next session."""
        self.stop()

    def _begin_anew(self, before: Line, ready: Callable[[], None]) -> None:
        after = self._spare
        before.starve()
        if after is None:
            before.abort()
            ready()
            before.start()
            return
        ready()
        after.start()
        self._line, self._spare = after, before
        if after.has_begun(PATIENCE):
            threading.Event().wait(OVERLAP)
        before.abort()

    def _opened(self, fill: Callback, ended: Callable[[], None], buffer: float = BUFFER) -> Stream:
        return self._library.RawOutputStream(
            samplerate=self.rate,
            channels=self.channels,
            dtype="float32",
            latency=buffer,
            callback=fill,
            finished_callback=ended,
        )


def _nothing(buffer: memoryview, frames: int, times: StreamTimes, status: object) -> None:
    """Fill nothing: never called, since its stream never plays."""


def _no_end() -> None:
    """Take no notice: what never began does not end."""


@contextmanager
def _quick_turns() -> Generator[None]:
    """Let a busy thread keep the interpreter for a tenth of a millisecond at most: nothing is heard meanwhile."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(QUICK)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
