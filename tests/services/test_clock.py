"""The system's clock fulfils the port."""

from __future__ import annotations

import time

from legsup.services.clock import SystemClock


def test_it_reads_the_monotonic_clock_and_a_sleep_that_is_never_negative() -> None:
    before = time.monotonic()
    reading = SystemClock().read()
    assert before <= reading.now <= time.monotonic()
    assert reading.slept >= 0.0


def test_a_jump_of_the_wall_clock_above_five_seconds_counts_as_sleep_and_a_correction_does_not() -> None:
    clock = SystemClock()
    start = time.time() - time.monotonic()
    assert clock._slept_by_wall(start + 3.0) == 0.0
    assert round(clock._slept_by_wall(start + 3.0 + 60.0)) == 60
    assert round(clock._slept_by_wall(start - 100.0)) == 60
