"""The keyboard of a terminal: keys one by one and unseen, the terminal left as it was found."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from legsup.terminal.session.keys import wishes_of

if TYPE_CHECKING:
    from collections.abc import Generator

    from legsup.domain.wish import Wish
    from legsup.terminal.session.keys import Keys


class NoKeyboard:
    """Stands where nothing can be pressed: time passes, nobody asks for anything."""

    def wait(self, seconds: float) -> Wish | None:
        """Let the time pass."""
        time.sleep(seconds)
        return None


if sys.platform == "win32":
    import msvcrt

    #: Seconds between two looks at the keyboard, which cannot be waited for.
    LOOK = 0.03

    class WindowsKeyboard:
        """The console's keys."""

        def wait(self, seconds: float) -> Wish | None:
            """Wait for a key."""
            until = time.monotonic() + seconds
            while not msvcrt.kbhit():
                left = until - time.monotonic()
                if left <= 0:
                    return None
                time.sleep(min(LOOK, left))
            read = msvcrt.getwch()
            if read in "\x00\xe0":
                msvcrt.getwch()  # the second half of a key that is no character
                return None
            return next(iter(wishes_of(read)), None)

    @contextmanager
    def keyboard() -> Generator[Keys]:
        """Read keys one by one."""
        yield WindowsKeyboard()

else:
    import os
    import select
    import signal
    import termios
    import tty

    #: Bytes of the longest sequence that one key sends, and the seconds within which all of it comes.
    LONGEST, TOGETHER = 32, 0.03

    class PosixKeyboard:
        """The keys of the terminal behind a file descriptor."""

        def __init__(self, source: int) -> None:
            self._source = source
            self._gone = False
            self._pressed: list[Wish] = []

        def wait(self, seconds: float) -> Wish | None:
            """Wait for a key; where the terminal has gone, for the time alone."""
            if self._pressed:
                return self._pressed.pop(0)
            if self._gone:
                time.sleep(seconds)
                return None
            if not self._has_more(seconds):
                return None
            read = self._read()
            if read == b"\x1b" and self._has_more(TOGETHER):
                read += self._read()
            self._pressed = wishes_of(read.decode("utf-8", "replace"))
            return self._pressed.pop(0) if self._pressed else None

        def _has_more(self, seconds: float) -> bool:
            return bool(select.select([self._source], [], [], seconds)[0])

        def _read(self) -> bytes:
            try:
                read = os.read(self._source, LONGEST)
            except OSError:
                read = b""
            self._gone = not read
            return read

    @contextmanager
    def keyboard() -> Generator[Keys]:
        """Read keys one by one and unseen; however this ends, the terminal is then as it was before."""
        source = sys.stdin.fileno()
        before = termios.tcgetattr(source)

        def take_up(*_: object) -> None:
            # A terminal that closes wakes who was put aside, and then is no terminal any more.
            with suppress(OSError, termios.error):
                tty.setcbreak(source, termios.TCSADRAIN)

        take_up()
        # Put aside by Ctrl-Z and fetched back, a program finds the terminal as the shell likes it.
        continued = signal.signal(signal.SIGCONT, take_up)
        try:
            yield PosixKeyboard(source)
        finally:
            signal.signal(signal.SIGCONT, continued)
            with suppress(OSError, termios.error):
                termios.tcsetattr(source, termios.TCSADRAIN, before)
