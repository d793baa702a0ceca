"""The system's clock fulfils the port."""

from __future__ import annotations

import time

from legsup.services.clock import SleepByWall, SystemClock


def test_it_reads_the_monotonic_clock_and_a_sleep_that_is_never_negative() -> None:
    before = time.monotonic()
    reading = SystemClock().read()
    assert before <= reading.now <= time.monotonic()
    assert reading.slept >= 0.0


def test_a_jump_of_the_wall_clock_above_five_seconds_counts_as_sleep_and_a_correction_does_not() -> None:
    clock = SleepByWall(1000.0)
    assert clock.slept(1003.0) == 0.0
    assert clock.slept(1063.0) == 60.0
    assert clock.slept(900.0) == 60.0
