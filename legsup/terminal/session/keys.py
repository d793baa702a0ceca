"""The keys of a session in the terminal: which character asks for what."""

from __future__ import annotations

import re
from typing import Protocol

from legsup.domain.wish import Wish

#: What each character asks for; letters count in either case.
WISHES = {
    " ": Wish.ANSWER,
    "\r": Wish.NEXT,
    "\n": Wish.NEXT,
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
    """Tell what was asked for by what a keyboard sent at once; sequences such as those of the arrows ask for nothing."""
    pressed = _PRESSED.findall(read)
    return [WISHES[key.lower()] for key in pressed if key.lower() in WISHES]
