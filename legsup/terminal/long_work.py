"""Long work of a verb: how far it is, on one line of the terminal; and Ctrl-C, which stops it where nothing is half done."""

from __future__ import annotations

import signal
import sys
import time
from contextlib import contextmanager, suppress
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, TextIO

from legsup.services.journal.progress import CancelledError
from legsup.telling import tell
from legsup.terminal import journal_words

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

#: Seconds of work before anything is told of it, and between two tellings.
AFTER, APART = 1.0, 0.1
#: Seconds for which another program is waited for.
WAITING = 10.0


class LongWork:
    """Tells on a stream how far work is, where that is a terminal; once it is to stop, whoever tells is told so."""

    def __init__(self, stream: TextIO | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream if stream is not None and stream.isatty() else None
        self._clock = clock
        self._next = clock() + AFTER
        self._wide = 0
        self._until: float | None = None
        self.stops = False

    def telling(self, doing: str) -> Callable[[int, int], None]:
        """Give a progress that tells in these words; it raises CancelledError once the work is to stop."""

        def tell_on(done: int, of: int) -> None:
            if self.stops:
                raise CancelledError
            if self._clock() >= self._next:
                self._next = self._clock() + APART
                self._write(journal_words.PROGRESS.format(doing=doing, percent=100 * done // max(1, of)))

        return tell_on

    def again(self, reason: str) -> bool:
        """Say what is waited for, in a line that stays, and whether to wait on.

        Raises:
            CancelledError: once the work is to stop.
        """
        if self.stops:
            raise CancelledError
        if self._until is None:
            self._until = self._clock() + WAITING
            self.clear()
            tell(journal_words.WAITING.format(reason=reason))
        return self._clock() < self._until

    def clear(self) -> None:
        """Take the line away."""
        if self._wide:
            self._write("")
            self._write("")
            self._wide = 0

    def _write(self, text: str) -> None:
        if self._stream is not None:
            with suppress(OSError, ValueError):
                self._stream.write(f"\r{text:{self._wide}}")
                self._stream.flush()
            self._wide = len(text)


@contextmanager
def stoppable(
    stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
) -> Generator[LongWork]:
    """Have Ctrl-C stop work at its next telling; pressed again it stops whatever is done, as ever.

    Raises:
        CancelledError: it was stopped.
    """
    work = LongWork(sys.stderr if stream is None else stream, clock)
    before = signal.getsignal(signal.SIGINT)

    def take(_number: int, _frame: object) -> None:
        if work.stops:
            raise KeyboardInterrupt
        work.stops = True

    # One that was ignored at the start, as by nohup, stays ignored.
    heard = current_thread() is main_thread() and before is not signal.SIG_IGN
    if heard:
        signal.signal(signal.SIGINT, take)
    try:
        yield work
    finally:
        if heard:
            signal.signal(signal.SIGINT, before)
        work.clear()
