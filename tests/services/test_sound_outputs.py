"""The outputs: what is asked of PortAudio, and that nothing missing is ever more than silence with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.services.sound.outputs.choice import OutputChoice, open_output
from legsup.services.sound.outputs.silent import SilentOutput
from legsup.services.sound.outputs.sounddevice_output import SounddeviceOutput

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from legsup.services.sound.outputs.portaudio import Callback, Stream


class DeviceError(Exception):
    """What the library raises."""


class FakeStream:
    """A stream that notes what is done with it."""

    def __init__(self, library: FakePortAudio, callback: Callback) -> None:
        self.callback = callback
        self._library = library

    def start(self) -> None:
        self._note("start")

    def abort(self) -> None:
        self._note("abort")

    def close(self) -> None:
        self._note("close")

    def _note(self, what: str) -> None:
        self._library.done.append(what)
        if self._library.gone:
            raise DeviceError("gone")


class FakePortAudio:
    """The library with one device, which can go."""

    PortAudioError: type[Exception] = DeviceError

    def __init__(self, channels: int = 8) -> None:
        self.done: list[str] = []
        self.gone = False
        self.asked: dict[str, object] = {}
        self.stream: FakeStream | None = None
        self.end_by_itself: Callable[[], None] | None = None
        self._channels = channels

    def query_devices(self, *, kind: str) -> Mapping[str, float | int | str]:
        assert kind == "output"
        if self.gone:
            raise DeviceError("no devices")
        return {"name": "Speaker", "default_samplerate": 44100.0, "max_output_channels": self._channels}

    def RawOutputStream(
        self,
        *,
        samplerate: float,
        channels: int,
        dtype: str,
        latency: float,
        callback: Callback,
        finished_callback: Callable[[], None],
    ) -> Stream:
        self.end_by_itself = finished_callback
        self.asked = {"samplerate": samplerate, "channels": channels, "dtype": dtype, "latency": latency}
        self.stream = FakeStream(self, callback)
        return self.stream

    def _initialize(self) -> None:
        self.done.append("initialize")

    def _terminate(self) -> None:
        self.done.append("terminate")


class Times:
    """When a block is handed over and heard, on the device's clock."""

    currentTime = 7.0  # noqa: N815 - the library's names
    outputBufferDacTime = 7.25  # noqa: N815 - the same


def nothing(frames: int, audible_at: float) -> bytes:
    """A feed that has nothing ready."""
    del frames, audible_at
    return b""


class TestSounddevice:
    def test_one_stream_with_half_a_second_of_buffer_on_the_default_device(self) -> None:
        library = FakePortAudio()
        output = SounddeviceOutput(library)
        output.open()
        output.start(nothing)
        assert library.asked == {"samplerate": 44100, "channels": 2, "dtype": "float32", "latency": 0.5}
        assert (output.device, output.rate, output.channels) == ("Speaker", 44100, 2)
        assert library.done == ["start"]

    def test_a_device_with_one_channel_gets_one(self) -> None:
        output = SounddeviceOutput(FakePortAudio(channels=1))
        output.open()
        assert output.channels == 1

    def test_withdrawing_aborts_and_starts_the_same_stream_with_the_new_sound_in_between(self) -> None:
        library = FakePortAudio()
        output = SounddeviceOutput(library)
        output.open()
        output.start(nothing)
        output.withdraw(lambda: library.done.append("ready"))
        assert library.done == ["start", "abort", "ready", "start"]

    def test_a_stream_that_ended_by_itself_is_never_started_again(self) -> None:
        library = FakePortAudio()
        output = SounddeviceOutput(library)
        output.open()
        output.start(nothing)
        assert library.end_by_itself is not None
        library.end_by_itself()
        assert output.has_ended
        with pytest.raises(OSError, match="ended"):
            output.withdraw(lambda: None)
        assert library.done == ["start"]
        output.open()
        output.start(nothing)
        assert not output.has_ended

    def test_opening_again_looks_up_the_devices_anew(self) -> None:
        library = FakePortAudio()
        output = SounddeviceOutput(library)
        output.open()
        assert library.done == []
        output.start(nothing)
        output.open()
        assert library.done == ["start", "abort", "close", "terminate", "initialize"]

    def test_a_lost_device_is_an_os_error_with_the_reason_and_stopping_never_fails(self) -> None:
        library = FakePortAudio()
        output = SounddeviceOutput(library)
        output.open()
        output.start(nothing)
        library.gone = True
        with pytest.raises(OSError, match="lost"):
            output.withdraw(lambda: None)
        output.stop()
        output.close()
        with pytest.raises(OSError, match="no sound device"):
            output.open()
        with pytest.raises(OSError, match="cannot be opened"):
            output.start(nothing)

    def test_the_callback_copies_what_is_ready_and_fills_up_with_silence(self) -> None:
        heard_at: list[float] = []

        def feed(frames: int, audible_at: float) -> bytes:
            assert frames == 4
            heard_at.append(audible_at)
            return b"\x01" * 20

        library = FakePortAudio()
        output = SounddeviceOutput(library)
        output.open()
        output.start(feed)
        assert library.stream is not None
        buffer = bytearray(b"\xff" * 32)
        times = Times()
        library.stream.callback(memoryview(buffer), 4, times, None)
        library.stream.callback(memoryview(buffer), 4, times, None)
        assert bytes(buffer) == b"\x01" * 20 + bytes(12)
        assert 0.0 <= heard_at[1] - heard_at[0] < 10.0


class TestChoice:
    def test_sounddevice_is_opened_where_the_library_is_there(self) -> None:
        output = open_output(OutputChoice.SOUNDDEVICE, lambda _: FakePortAudio())
        assert isinstance(output, SounddeviceOutput)
        assert output.reason == ""

    @pytest.mark.parametrize("fault", [ImportError("no module"), OSError("PortAudio library not found")])
    def test_a_missing_library_is_silence_with_the_reason(self, fault: Exception) -> None:
        def missing(_: str) -> object:
            raise fault

        output = open_output(OutputChoice.SOUNDDEVICE, missing)
        assert isinstance(output, SilentOutput)
        assert str(fault) in output.reason

    def test_silence_can_be_chosen(self) -> None:
        assert "settings" in open_output(OutputChoice.SILENT).reason

    def test_the_silent_output_does_nothing_and_never_fails(self) -> None:
        output = SilentOutput("none")
        ready: list[bool] = []
        output.open()
        output.start(nothing)
        output.withdraw(lambda: ready.append(True))
        output.stop()
        output.close()
        assert ready == [True]
