"""The clock: the tape keeps to it by running a little faster or slower, or by one soft jump."""

from __future__ import annotations

from collections.abc import Callable
from math import exp
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


#: Statements come so often (s).
OFTEN = 0.125
#: What a device is off by (s) at a time (s).
Strays = Callable[[float], float]


def told(seconds: float, strays: Strays, pace: float = 0.0) -> list[float]:
    """Tell a map of a device that begins at 5 s, runs so much slower, and strays; give how far the map is off after each."""
    clock = ClockMap(RATE, 5.0)
    off: list[float] = []
    for n in range(round(seconds / OFTEN)):
        frame, at = n * round(OFTEN * RATE), n * OFTEN
        heard = 5.0 + at * (1.0 + pace)
        clock.note(frame, heard + strays(at))
        off.append(clock.audible(frame) - heard)
    return off


def after(seconds: float, off: list[float]) -> float:
    """The furthest that a map is off from a time on."""
    return max(abs(each) for each in off[round(seconds / OFTEN) :])


def no_strays(_at: float) -> float:
    return 0.0


def test_the_map_expects_what_it_is_told_until_the_output_has_spoken() -> None:
    clock = ClockMap(RATE, 5.0)
    assert clock.audible(RATE) == 6.0
    clock.note(0, 7.0)
    clock.note(BLOCK, 7.1)
    clock.note(2 * BLOCK, 9.0)
    assert clock.audible(RATE) == pytest.approx(8.0)


def test_the_map_follows_a_device_that_runs_fast_or_slow_from_its_first_seconds_on() -> None:
    for pace in (-1e-4, 1e-4):
        off = told(120.0, no_strays, pace)
        assert after(0.0, off) < 0.0004
        assert after(10.0, off) < 0.0002


def test_the_map_of_a_device_goes_on_at_the_pace_of_its_former_one() -> None:
    pace, former = 1e-4, ClockMap(RATE, 5.0)
    for n in range(400):
        former.note(n * BLOCK, 5.0 + n * BLOCK / RATE * (1.0 + pace))
    for map_, off in ((ClockMap(RATE, 100.0, former), 0.0), (ClockMap(RATE, 100.0), 30.0 * pace)):
        map_.note(0, 100.0)
        map_.note(2 * RATE, 102.0 * (1.0 + pace) - 100.0 * pace)
        ahead = map_.audible(30 * RATE) - 100.0 - 30.0 * (1.0 + pace)
        assert ahead == pytest.approx(-off, abs=0.0003)


def test_a_server_that_wavers_is_trusted_the_less() -> None:
    wavering = told(120.0, lambda at: 0.006 * ((round(at) + 3) % 7 - 3) / 3, 1e-4)
    assert after(0.0, wavering) < 0.0021
    once = told(120.0, lambda at: 0.003 if 60.0 < at < 70.0 else 0.0, 1e-4)
    assert after(59.0, once) < 0.0008


def test_an_odd_statement_moves_nothing() -> None:
    assert after(0.0, told(60.0, lambda at: 0.5 if round(at / OFTEN) % 5 == 4 else 0.0)) < 1e-6


def test_what_comes_back_within_ten_seconds_was_an_error_and_moves_the_sound_little() -> None:
    for wide in (-0.008, 0.025):
        off = told(120.0, lambda at, wide=wide: wide * exp(-(at - 60.0) / 4.0) if at > 60.0 else 0.0, 1e-4)
        assert after(60.0, off) < 0.002


@pytest.mark.parametrize(("lost", "within"), [(0.03, 17.5), (-0.012, 17.5), (0.3, 4.5)])
def test_what_lasts_is_believed_the_sooner_the_more_it_is(lost: float, within: float) -> None:
    off = told(120.0, lambda at: lost if at >= 60.0 else 0.0)
    still = [each - lost for each in off]
    assert after(60.0 + within, still) < 0.001
    assert max(abs(each) for each in off[round(60.0 / OFTEN) : round(61.0 / OFTEN)]) < 0.001


def test_two_errors_far_apart_are_not_one_that_lasts() -> None:
    off = told(120.0, lambda at: 0.02 if at % 30.0 > 20.0 else 0.0)
    assert after(20.0, off) < 0.006


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
