"""Ctrl-Z and fg: the screen is given back before the program is put aside, and drawn whole when it goes on."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator


@contextmanager
def put_aside(leave: Callable[[], None], take_again: Callable[[], None]) -> Generator[None]:
    """Have ``leave`` called before the program is put aside, and ``take_again`` whenever it goes on."""
    if sys.platform == "win32":  # there nothing is put aside
        yield
        return
    stop, go_on = signal.SIGTSTP, signal.SIGCONT
    if signal.getsignal(stop) is signal.SIG_IGN:
        yield
        return
    others = signal.getsignal(go_on)

    def put(_number: int, _frame: object) -> None:
        leave()
        os.kill(os.getpid(), signal.SIGSTOP)

    def fetched(number: int, frame: object) -> None:
        if callable(others):
            others(number, frame)  # pyright: ignore[reportArgumentType] - as Python would call it
        take_again()

    before = {stop: signal.signal(stop, put), go_on: signal.signal(go_on, fetched)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
