"""The outputs: what is asked of PortAudio, and that nothing missing is ever more than silence with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.services.sound.outputs.choice import OutputChoice, open_output
from legsup.services.sound.outputs.device_clock import DeviceClock
from legsup.services.sound.outputs.silent import SilentOutput
from legsup.services.sound.outputs.sounddevice_output import SounddeviceOutput

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from legsup.services.sound.output import SoundFeed
    from legsup.services.sound.outputs.portaudio import Callback, Stream


class DeviceError(Exception):
    """What the library raises."""


class FakeStream:
    """A stream that notes what is done with it, and takes a first block when it starts."""

    def __init__(
        self, library: FakePortAudio, name: str, callback: Callback, ended: Callable[[], None]
    ) -> None:
        self.end_by_itself = ended
        self._callback = callback
        self._library = library
        self._name = name

    def start(self) -> None:
        self._note("start")
        self.fill()

    def abort(self) -> None:
        self._note("abort")
        self.end_by_itself()

    def close(self) -> None:
        self._note("close")

    def fill(self, times: Times | None = None) -> bytes:
        """Have a block of four frames filled."""
        buffer = bytearray(b"\xff" * 32)
        self._callback(memoryview(buffer), 4, times or Times(), None)
        return bytes(buffer)

    def _note(self, what: str) -> None:
        self._library.done.append(f"{what} {self._name}")
        if self._library.gone:
            raise DeviceError("gone")


class FakePortAudio:
    """The library with one device, which can go."""

    PortAudioError: type[Exception] = DeviceError

    def __init__(self, channels: int = 8, most_streams: int = 9, host: str = "Core Audio") -> None:
        self.done: list[str] = []
        self.gone = False
        self.asked: list[dict[str, object]] = []
        self.streams: list[FakeStream] = []
        self._channels = channels
        self._most_streams = most_streams
        self._host = host

    def query_devices(self, *, kind: str) -> Mapping[str, float | int | str]:
        assert kind == "output"
        if self.gone:
            raise DeviceError("no devices")
        return {
            "name": "Speaker",
            "hostapi": 3,
            "default_samplerate": 44100.0,
            "max_output_channels": self._channels,
        }

    def query_hostapis(self, index: int) -> Mapping[str, object]:
        return {3: {"name": self._host}}[index]

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
        if len(self.streams) == self._most_streams:
            raise DeviceError("the device is busy")
        self.asked.append(
            {"samplerate": samplerate, "channels": channels, "dtype": dtype, "latency": latency}
        )
        self.streams.append(FakeStream(self, "ABCD"[len(self.streams) % 4], callback, finished_callback))
        return self.streams[-1]

    def _initialize(self) -> None:
        self.done.append("initialize")

    def _terminate(self) -> None:
        self.done.append("terminate")


class Times:
    """When a block is handed over and heard, on the device's clock."""

    def __init__(self, read: float = 7.0) -> None:
        self.currentTime = read
        self.outputBufferDacTime = read + 0.25


def nothing(frames: int, audible_at: float) -> bytes:
    """A feed that has nothing ready."""
    del frames, audible_at
    return b""


def playing(library: FakePortAudio, feed: SoundFeed = nothing) -> SounddeviceOutput:
    """An output that has begun to play on a library's device."""
    output = SounddeviceOutput(library)
    output.open()
    output.start(feed)
    return output


class TestSounddevice:
    def test_two_streams_with_half_a_second_of_buffer_on_the_default_device_one_of_which_plays(self) -> None:
        library = FakePortAudio()
        output = playing(library)
        asked = {"samplerate": 44100, "channels": 2, "dtype": "float32", "latency": 0.5}
        assert library.asked == [asked, asked]
        assert (output.device, output.rate, output.channels) == ("Speaker", 44100, 2)
        assert library.done == ["start A"]

    def test_behind_alsa_a_third_stream_asks_for_less_and_never_plays(self) -> None:
        library = FakePortAudio(host="ALSA")
        output = playing(library)
        assert [asked["latency"] for asked in library.asked] == [0.5, 0.5, pytest.approx(0.45)]
        output.withdraw(lambda: None)
        output.stop()
        assert "start C" not in library.done
        assert library.done.count("close C") == 1

    def test_behind_alsa_a_device_that_gives_two_streams_plays_on_both(self) -> None:
        library = FakePortAudio(host="ALSA", most_streams=2)
        output = playing(library)
        output.withdraw(lambda: None)
        assert library.done == ["start A", "start B", "abort A"]

    def test_a_device_with_one_channel_gets_one(self) -> None:
        output = SounddeviceOutput(FakePortAudio(channels=1))
        output.open()
        assert output.channels == 1

    def test_the_stream_that_waits_begins_with_new_sound_before_the_other_is_broken_off(self) -> None:
        library = FakePortAudio()
        output = playing(library)
        output.withdraw(lambda: library.done.append("ready"))
        assert library.done == ["start A", "ready", "start B", "abort A"]
        output.withdraw(lambda: library.done.append("ready"))
        assert library.done[4:] == ["ready", "start A", "abort B"]
        assert not output.has_ended

    def test_no_stream_takes_a_frame_that_was_made_ready_for_the_other(self) -> None:
        given: list[bytes] = []

        def feed(frames: int, audible_at: float) -> bytes:
            del audible_at
            given.append(b"\x01" * 8 * frames)
            return given[-1]

        library = FakePortAudio()
        output = playing(library, feed)
        first, second = library.streams
        output.withdraw(given.clear)
        assert len(given) == 1
        assert first.fill() == bytes(32)
        assert second.fill() == b"\x01" * 32
        assert len(given) == 2

    def test_a_device_that_gives_one_stream_has_it_broken_off_and_started_again(self) -> None:
        library = FakePortAudio(most_streams=1)
        output = playing(library)
        output.withdraw(lambda: library.done.append("ready"))
        assert library.done == ["start A", "abort A", "ready", "start A"]
        assert not output.has_ended

    def test_a_stream_that_ended_by_itself_is_never_started_again_nor_the_one_that_waits(self) -> None:
        library = FakePortAudio()
        output = playing(library)
        library.streams[0].end_by_itself()
        assert output.has_ended
        with pytest.raises(OSError, match="ended"):
            output.withdraw(lambda: None)
        assert library.done == ["start A"]
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
        closed = ["abort A", "close A", "abort B", "close B"]
        assert library.done == ["start A", *closed, "terminate", "initialize"]

    def test_a_lost_device_is_an_os_error_with_the_reason_and_stopping_never_fails(self) -> None:
        library = FakePortAudio()
        output = playing(library)
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
        playing(library, feed)
        assert library.streams[0].fill() == b"\x01" * 20 + bytes(12)
        assert 0.0 <= heard_at[1] - heard_at[0] < 10.0


class TestDeviceClock:
    def test_a_callback_that_waited_for_the_interpreter_tells_the_same_as_one_that_did_not(self) -> None:
        clock = DeviceClock()
        assert clock.ours(7.25, read=7.0, now=107.0) == pytest.approx(107.25)
        assert clock.ours(7.35, read=7.1, now=107.14) == pytest.approx(107.35)
        assert clock.ours(7.45, read=7.2, now=107.2) == pytest.approx(107.45)

    def test_a_clock_that_is_set_is_believed_at_once(self) -> None:
        clock = DeviceClock()
        clock.ours(7.25, read=7.0, now=107.0)
        assert clock.ours(3.35, read=3.1, now=107.1) == pytest.approx(107.35)
        assert clock.ours(9.45, read=9.2, now=107.2) == pytest.approx(107.45)

    def test_a_clock_that_runs_slower_is_followed(self) -> None:
        clock = DeviceClock()
        told = [clock.ours(0.9999 * at, read=0.9999 * at, now=at) for at in range(100)]
        assert told[-1] == pytest.approx(99.0, abs=0.001)


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
