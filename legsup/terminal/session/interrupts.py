"""What the system asks of a session in the terminal: Ctrl-C comes out, a closed terminal ends it in order."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from legsup.domain.wish import Wish

if TYPE_CHECKING:
    from collections.abc import Generator

    from legsup.terminal.session.keys import Keys

#: Most seconds until an interrupt is taken up.
LOOK = 0.2
#: What the system sends as a terminal is closed; Windows has none.
_HANG_UP: signal.Signals | None = getattr(signal, "SIGHUP", None)


class Interrupted:
    """Keys, with what the system asks for in between."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._asked: list[Wish] = []

    def ask(self, wish: Wish) -> None:
        """Note a wish of the system's; called from a signal handler."""
        self._asked.append(wish)

    def wait(self, seconds: float) -> Wish | None:
        """Wait for a key or an interrupt."""
        if self._asked:
            return self._asked.pop(0)
        return self._keys.wait(min(seconds, LOOK))


@contextmanager
def interruptible(keys: Keys) -> Generator[Keys]:
    """Turn interrupts into wishes; afterwards they mean again what they meant before, but that nobody hangs up.

    A terminal that is closed hangs up, and so does its shell, a little later: that would end what is left to do, to keep the
    record. The first may come that late, too. Until when, ``hung_up_once`` says.
    """
    both = Interrupted(keys)
    meanings = {signal.SIGINT: Wish.OUT, signal.SIGTERM: Wish.UP}
    if _HANG_UP is not None:
        meanings[_HANG_UP] = Wish.UP

    def take(number: int, _frame: object) -> None:
        both.ask(meanings[signal.Signals(number)])

    # One that was ignored at the start, as by nohup, stays ignored.
    heard = [number for number in meanings if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, take) for number in heard}
    try:
        yield both
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_IGN if number == _HANG_UP else handler)


@contextmanager
def hung_up_once() -> Generator[None]:
    """Have a closed terminal mean again what it meant before, once all is kept."""
    before = None if _HANG_UP is None else signal.getsignal(_HANG_UP)
    try:
        yield
    finally:
        if _HANG_UP is not None and before is not None:
            signal.signal(_HANG_UP, before)
