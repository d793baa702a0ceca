"""What the system asks for in a practice in the terminal: Ctrl-C leads out, an end by the system ends, and afterwards all is as before."""

from __future__ import annotations

import os
import signal

import pytest

from legsup.domain.wish import Wish
from legsup.terminal.session.interrupts import hung_up_once, interruptible


class NoKeys:
    """Keys that nobody presses."""

    def wait(self, seconds: float) -> Wish | None:
        """Give none at once."""
        assert seconds <= 1.0, "an interrupt is looked for soon"
        return None


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system ends no program by a signal")
@pytest.mark.parametrize(("name", "wish"), [("SIGINT", Wish.OUT), ("SIGTERM", Wish.UP), ("SIGHUP", Wish.UP)])
def test_a_signal_is_a_wish_and_means_afterwards_what_it_meant(name: str, wish: Wish) -> None:
    number = getattr(signal, name)
    before = signal.getsignal(number)
    with hung_up_once():
        with interruptible(NoKeys()) as keys:
            assert keys.wait(60.0) is None
            os.kill(os.getpid(), number)
            assert keys.wait(60.0) is wish
            assert keys.wait(60.0) is None
        # What is left to do is to keep the record, over which nobody hangs up, once more or late.
        assert signal.getsignal(number) is (signal.SIG_IGN if name == "SIGHUP" else before)
    assert signal.getsignal(number) is before


def test_a_signal_that_was_ignored_at_the_start_stays_so() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with hung_up_once(), interruptible(NoKeys()):
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)
