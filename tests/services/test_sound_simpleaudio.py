"""simpleaudio: buffers cut where it is quiet, each at its time; refused where it would end the app."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest

from legsup.services.sound.outputs.choice import OutputChoice, open_output
from legsup.services.sound.outputs.simpleaudio_output import (
    LATENCY,
    SHORTEST,
    SimpleaudioOutput,
    soft_edges,
    softest,
)

RATE = SimpleaudioOutput.rate


class FakeSimpleaudio:
    """The library, noting what it plays and when."""

    def __init__(self, *, broken: bool = False) -> None:
        self.played: list[tuple[float, int]] = []
        self.stopped = 0
        self.enough = threading.Event()
        self._broken = broken

    def play_buffer(
        self, audio_data: bytes, num_channels: int, bytes_per_sample: int, sample_rate: int
    ) -> FakeSimpleaudio:
        if self._broken:
            self.enough.set()
            raise RuntimeError("no device")
        assert (num_channels, bytes_per_sample, sample_rate) == (1, 2, RATE)
        self.played.append((time.monotonic(), len(audio_data) // 2))
        if len(self.played) == 2:
            self.enough.set()
        return self

    def stop(self) -> None:
        self.stopped += 1


class Feed:
    """A tone that is quiet for a moment every two seconds, and when it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, float]] = []

    def __call__(self, frames: int, audible_at: float) -> bytes:
        first = sum(count for count, _ in self.asked)
        self.asked.append((frames, audible_at))
        at = (first + np.arange(frames)) / RATE
        tone = 0.3 * np.sin(2 * np.pi * 440 * at) * (np.abs(at % 2.0 - 1.9) > 0.05)
        return tone.astype(np.float32).tobytes()


def test_buffers_end_where_it_is_quiet_and_are_played_at_their_time() -> None:
    library, feed = FakeSimpleaudio(), Feed()
    output = SimpleaudioOutput(library)
    output.open()
    output.start(feed)
    assert library.enough.wait(60)
    output.close()
    (first, frames), (second, _) = library.played
    assert frames / RATE == pytest.approx(1.9, abs=0.07)
    assert second - first == pytest.approx(frames / RATE, abs=0.5)
    assert feed.asked[0][1] == pytest.approx(first + LATENCY, abs=0.5)
    assert feed.asked[1][1] == pytest.approx(feed.asked[0][1] + feed.asked[0][0] / RATE)
    assert library.stopped == 2
    assert "simpleaudio" not in [thread.name for thread in threading.enumerate()]


def test_withdrawing_stops_what_plays_and_begins_anew_with_the_new_sound() -> None:
    library = FakeSimpleaudio()
    output = SimpleaudioOutput(library)
    output.start(Feed())
    assert library.enough.wait(60)
    ready: list[int] = []
    output.withdraw(lambda: ready.append(library.stopped))
    output.close()
    assert ready == [2]


def test_a_library_that_cannot_play_has_ended() -> None:
    library = FakeSimpleaudio(broken=True)
    output = SimpleaudioOutput(library)
    output.start(Feed())
    assert library.enough.wait(60)
    output.stop()
    assert output.has_ended


def test_the_softest_moment_is_found_and_edges_are_soft() -> None:
    block = np.full(3 * RATE, 0.5, np.float32)
    block[round(2.2 * RATE) : round(2.3 * RATE)] = 0.0
    assert 2.2 < softest(block, RATE) / RATE < 2.3
    assert softest(np.zeros(3 * RATE, np.float32), RATE) >= SHORTEST * RATE
    pcm = np.frombuffer(soft_edges(block, RATE), np.int16)
    assert (pcm[0], pcm[-1]) == (0, 0)
    assert pcm[RATE] == round(0.5 * 32767)


class TestChoice:
    def test_before_python_3_12_it_is_used_where_it_is_installed(self) -> None:
        output = open_output(OutputChoice.SIMPLEAUDIO, lambda _: FakeSimpleaudio(), (3, 11))
        assert isinstance(output, SimpleaudioOutput)

    def test_it_is_refused_with_the_reason_from_3_12_on(self) -> None:
        output = open_output(OutputChoice.SIMPLEAUDIO, lambda _: FakeSimpleaudio(), (3, 12))
        assert "Python 3.12" in output.reason

    def test_a_missing_one_is_told(self) -> None:
        def missing(name: str) -> object:
            raise ImportError(name)

        assert "not installed" in open_output(OutputChoice.SIMPLEAUDIO, missing, (3, 11)).reason
