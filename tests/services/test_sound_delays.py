"""What is learnt from each start of an output about how long it takes until new sound is heard."""

from __future__ import annotations

import numpy as np
import pytest

from legsup.services.sound.delays import MOST, TAKES, WRITING, Delays
from legsup.services.sound.ring import SOFT, Ring


def started(delays: Delays, took: float, says: float, *, opened: bool = False, at: float = 10.0) -> None:
    """Hand sound over; the output says at once when it is heard, and a second later when it really was."""
    delays.written(at - WRITING, at, opened=opened)
    delays.begins(at + says)
    delays.plays(at + took, at + 0.1)
    delays.plays(at + took, at + 1.0)


def test_the_last_start_tells_how_long_the_next_one_takes() -> None:
    delays = Delays()
    assert delays.soon(10.0, opened=False) == pytest.approx(10.0 + WRITING + TAKES)
    started(delays, took=0.05, says=0.05)
    assert delays.soon(20.0, opened=False) == pytest.approx(20.0 + WRITING + 0.05)
    started(delays, took=5.0, says=5.0)
    assert delays.soon(30.0, opened=False) == pytest.approx(30.0 + WRITING + MOST)


def test_opening_is_learnt_apart() -> None:
    delays = Delays()
    started(delays, took=0.2, says=0.2, opened=True)
    assert delays.soon(10.0, opened=True) == pytest.approx(10.0 + WRITING + 0.2)
    assert delays.soon(10.0, opened=False) == pytest.approx(10.0 + WRITING + TAKES)


def test_a_first_word_that_is_too_early_is_made_good_once_it_came_thrice() -> None:
    delays = Delays()
    for untold in (0.0, 0.0, 0.1):
        started(delays, took=0.12, says=0.02)
        assert delays.untold == pytest.approx(untold)
    started(delays, took=0.12, says=0.02)
    assert delays.soon(10.0, opened=False) == pytest.approx(10.0 + WRITING + 0.12)


def test_an_output_that_sleeps_when_it_is_opened_or_stalls_is_not_taken_for_a_slow_one() -> None:
    delays = Delays()
    for _ in range(5):
        started(delays, took=0.2, says=0.02, opened=True)
        started(delays, took=1.0, says=0.02)
    assert delays.untold == 0.0


def ones(frames: int) -> bytes:
    return np.ones(frames, np.float32).tobytes()


def test_a_ring_leaves_out_what_was_due_before_it_can_be_heard() -> None:
    ring = Ring(1)
    ring.replace(bytes(4 * 10) + ones(100), 20.0, 100)
    assert ring.next_frames(5, 20.1, 20.0) == ones(5)
    assert (ring.written, ring.ready) == (100, 95)
    ring.replace(ones(10), 20.0, 100)
    assert ring.next_frames(5, 19.0, 19.0) == ones(5)
    ring.replace(ones(10), 20.0, 100)
    assert ring.next_frames(5, 30.0, 30.0) == b""


def test_what_takes_the_place_of_something_else_comes_in_softly_on_both_sides() -> None:
    ring = Ring(2)
    ring.replace(ones(2 * 48000), 20.0, 48000)
    heard = np.frombuffer(ring.next_frames(480, 20.1, 20.0), np.float32).reshape(-1, 2)
    assert (heard[:, 0] == heard[:, 1]).all()
    assert heard[0, 0] == 0.0
    assert heard[72, 0] == pytest.approx(0.5, abs=0.01)
    assert (heard[round(SOFT * 48000) :] == 1.0).all()
    assert ring.next_frames(480, 20.11, 20.0) == ones(2 * 480)
