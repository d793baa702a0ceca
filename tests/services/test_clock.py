"""The system's clock fulfils the port."""

from __future__ import annotations

import time

from legsup import clocks
from legsup.domain.session import Reading
from legsup.services.clock import SleepByWall, SystemClock


def test_it_reads_the_monotonic_clock_and_a_sleep_that_is_never_negative() -> None:
    before = time.monotonic()
    reading = SystemClock().read()
    assert before <= reading.now <= time.monotonic()
    assert reading.slept >= 0.0


def test_a_jump_of_the_wall_clock_above_five_seconds_counts_as_sleep_and_a_correction_does_not() -> None:
    clock = SleepByWall(1000.0)
    assert clock.slept(1003.0) == 0.0
    assert clock.slept(1008.0) == 0.0, "five seconds are a corrected clock"
    assert clock.slept(1068.0) == 60.0
    assert clock.slept(900.0) == 60.0


def test_sleep_is_what_the_two_clocks_of_a_system_differ_by() -> None:
    now, whole = [50.0], [60.0]
    clock = SystemClock(lambda: now[0], lambda: whole[0], lambda: 1000.0)
    assert clock.read() == Reading(50.0, 10.0)
    now[0], whole[0] = 51.0, 661.0
    assert clock.read() == Reading(51.0, 610.0)


def test_a_system_with_one_clock_alone_tells_sleep_by_the_wall() -> None:
    now, wall = [50.0], [1000.0]
    clock = SystemClock(lambda: now[0], lambda: None, lambda: wall[0])
    assert clock.read() == Reading(50.0, 0.0)
    wall[0] += 600.0
    assert clock.read() == Reading(50.0, 600.0)


def test_the_clock_of_a_session_stands_still_while_the_other_goes_on() -> None:
    before, whole, after = clocks.awake(), clocks.since_start(), clocks.awake()
    assert before <= after
    assert whole is None or whole >= before - 0.1
