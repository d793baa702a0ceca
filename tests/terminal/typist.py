"""Somebody at a terminal: reads what a program in this process writes there, and types each answer when it is time."""

from __future__ import annotations

import os
import select
import sys
import termios
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import TextIO

    #: What is waited for on the screen, and what is then typed or done.
    Turn = tuple[str, str | Callable[[], None]]

#: Seconds without a word after which a program counts as stuck.
DEADLINE = 15.0
#: Lines and columns of the terminal.
SIZE = (24, 80)


class Typist(Thread):
    """Takes turns with a program behind a terminal; ``text`` is all that it wrote, ``missing`` what never came."""

    def __init__(self, outer: int, turns: tuple[Turn, ...]) -> None:
        super().__init__()
        self.text = ""
        self.missing = [awaited for awaited, _ in turns]
        self._outer = outer
        self._turns = turns
        self._heard_to = 0

    def run(self) -> None:
        """Take every turn, then read on until the program has let go of the terminal."""
        for awaited, answer in self._turns:
            while (found := self.text.find(awaited, self._heard_to)) < 0:
                if not self._read():
                    os.write(self._outer, b"q\nq")  # what never ends by itself ends by this
                    break
            if found < 0:
                break
            self._heard_to = found + len(awaited)
            self.missing.pop(0)
            if isinstance(answer, str):
                os.write(self._outer, answer.encode())
            else:
                answer()
        while self._read():
            pass

    def _read(self) -> bool:
        """Read on; False where nothing comes any more."""
        if not select.select([self._outer], [], [], DEADLINE)[0]:
            return False
        try:
            read = os.read(self._outer, 4096)
        except OSError:  # the other end is shut
            return False
        self.text += read.decode("utf-8", "replace")
        return bool(read)


@contextmanager
def at_a_terminal(*turns: Turn, kind: str = "xterm-256color") -> Generator[Typist]:
    """Give this process a terminal for its streams, with somebody at it; afterwards it must be as it was."""
    outer, inner = os.openpty()
    termios.tcsetwinsize(inner, SIZE)
    before = termios.tcgetattr(inner)
    typist = Typist(outer, turns)
    try:
        with (
            os.fdopen(inner, encoding="utf-8", closefd=False) as given,
            os.fdopen(inner, "w", encoding="utf-8", closefd=False) as told,
            streams(given, told),
            variable("TERM", kind),
        ):
            typist.start()
            yield typist
            assert termios.tcgetattr(inner) == before
    finally:
        os.close(inner)
        typist.join()
        os.close(outer)
    assert typist.missing == [], typist.text


@contextmanager
def streams(given: TextIO, told: TextIO) -> Generator[None]:
    """Have the program read from a stream and write to another."""
    before = sys.stdin, sys.stdout
    sys.stdin, sys.stdout = given, told
    try:
        yield
    finally:
        sys.stdin, sys.stdout = before


@contextmanager
def typed(text: str) -> Generator[None]:
    """Have the program find text where it reads what people type; without any it finds the end of the input."""
    outer, inner = os.pipe()
    os.write(inner, text.encode())
    os.close(inner)
    with os.fdopen(outer, encoding="utf-8") as given, streams(given, sys.stdout):
        yield


@contextmanager
def variable(name: str, value: str | None) -> Generator[None]:
    """Set a variable of the environment, or take it away."""
    before = os.environ.get(name)
    os.environ.pop(name, None)
    if value is not None:
        os.environ[name] = value
    try:
        yield
    finally:
        os.environ.pop(name, None)
        if before is not None:
            os.environ[name] = before
