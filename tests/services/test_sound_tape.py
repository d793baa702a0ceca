"""The clock: the tape keeps to it by running a little faster or slower, or by one soft jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.services.sound.clock_map import ClockMap
from legsup.services.sound.ring import Ring
from legsup.services.sound.tape import FASTER, Tape
from tests.services.sounding import RATE

if TYPE_CHECKING:
    from legsup.services.sound.waves import Samples

BLOCK = RATE // 10


def tone(first: int, count: int) -> Samples:
    """A timeline of 440 Hz."""
    return (0.1 * np.sin(2 * np.pi * 440 * (first + np.arange(count)) / RATE)).astype(np.float32)


def write(tape: Tape, late: float, blocks: int) -> Samples:
    """Write blocks on an output whose frames are heard late by so many seconds of the session's clock."""
    return np.concatenate([tape.write(BLOCK, 10.0 + late + n * 0.1) for n in range(blocks)])


def test_on_time_the_timeline_is_given_as_it_is() -> None:
    assert np.array_equal(write(Tape(tone, RATE, 10.0), 0.0, 10), tone(10 * RATE, RATE))


@pytest.mark.parametrize("late", [0.008, -0.008])
def test_small_differences_are_run_down_unheard(late: float) -> None:
    tape = Tape(tone, RATE, 10.0)
    samples = write(tape, late, 120)
    assert tape.place == pytest.approx(10.0 + late + 12.0, abs=0.001)
    assert tape.jumps == 0
    steepest = 0.1 * 2 * np.pi * 440 / RATE
    assert np.abs(np.diff(samples)).max() < steepest * (1 + 2 * FASTER)
    spectrum = np.abs(np.fft.rfft(samples[: 4 * RATE] * np.hanning(4 * RATE)))
    assert abs(float(np.argmax(spectrum)) / 4 - 440.0) <= 440.0 * FASTER + 0.25


@pytest.mark.parametrize("late", [0.4, -0.05])
def test_large_differences_are_jumped_over_once_within_a_crossfade(late: float) -> None:
    tape = Tape(tone, RATE, 10.0)
    samples = write(tape, late, 20)
    assert tape.jumps == 1
    assert np.abs(samples[BLOCK:] - tone(round((10.0 + late) * RATE), 20 * BLOCK)[BLOCK:]).max() < 1e-6
    assert np.abs(np.diff(samples)).max() < 2.5 * 0.1 * 2 * np.pi * 440 / RATE


def test_the_map_takes_the_median_of_three_seconds() -> None:
    clock = ClockMap(RATE, 5.0)
    assert clock.audible(RATE) == 6.0
    for n in range(30):
        clock.note(n * BLOCK, 7.0 + n * 0.1 + (0.5 if n % 5 == 0 else 0.0))
    assert clock.audible(0) == pytest.approx(7.0)
    for n in range(30, 70):
        clock.note(n * BLOCK, 7.3 + n * 0.1)
    assert clock.audible(0) == pytest.approx(7.3)


def test_the_ring_counts_what_was_missing_as_played() -> None:
    ring = Ring(2)
    ring.put(bytes(8 * 100))
    assert (ring.written, ring.ready) == (100, 100)
    assert len(ring.next_frames(60, 1.0, 0.5)) == 8 * 60
    assert len(ring.next_frames(60, 1.1, 0.6)) == 8 * 40
    assert (ring.written, ring.ready, ring.missed) == (120, 0, 20)
    assert [said.frame for said in ring.said()] == [0, 60]
    assert ring.said() == ()
    ring.replace(bytes(8 * 5))
    assert ring.written == 5
