"""The keys of a session in the terminal: which character asks for what."""

from __future__ import annotations

import re
from typing import Protocol

from legsup.domain.wish import Wish

#: What each character asks for; letters count in either case.
WISHES = {
    " ": Wish.ANSWER,
    "\r": Wish.ENTER,
    "\n": Wish.ENTER,
    "b": Wish.BACK,
    "+": Wish.MINUTE,
    "\x1b": Wish.OUT,
    "e": Wish.OUT,
    "d": Wish.DIZZY,
    "t": Wish.TINGLE,
    "q": Wish.UP,
    "?": Wish.HELP,
    "h": Wish.HELP,
}


_PRESSED = re.compile("\x1b[\\[O][0-9;?]*.|.", re.DOTALL)


class Keys(Protocol):
    """Where wishes come from."""

    def wait(self, seconds: float) -> Wish | None:
        """Wait until something is asked for, at most so many seconds."""
        ...


def wishes_of(read: str) -> list[Wish]:
    """Tell what was asked for by what a keyboard sent at once; what stands for nothing, as an arrow, is still any key."""
    return [WISHES.get(key.lower(), Wish.ANY) for key in _PRESSED.findall(read)]
