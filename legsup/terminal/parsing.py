"""The parser of the command line: what it says itself, as help, version and wrong usage, is written or told as well."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NoReturn

from legsup.telling import tell
from legsup.terminal.exits import WrongError

if TYPE_CHECKING:
    from collections.abc import Sequence


class Parser(argparse.ArgumentParser):
    """A parser whose words are not swallowed by a stream that is closed or full, as argparse has it."""

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - as argparse calls it
        """Write the help onto the output.

        Raises:
            WrongError, OSError: there is no output, or it is full.
        """
        write(self.format_help().rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        """Tell wrong usage, on whatever stream is left."""
        tell(f"{self.format_usage()}{self.prog}: error: {message}")
        self.exit(2)


class Version(argparse.Action):
    """Writes the version and ends."""

    def __init__(self, option_strings: Sequence[str], dest: str, text: str, **_others: object) -> None:
        super().__init__(option_strings, dest, nargs=0, help="show program's version number and exit")
        self._text = text

    def __call__(self, parser: argparse.ArgumentParser, *_others: object) -> None:
        """Write it.

        Raises:
            WrongError, OSError: there is no output, or it is full.
        """
        write(self._text)
        parser.exit()


def write(text: str) -> None:
    """Write onto the output at once.

    Raises:
        WrongError, OSError: there is no output, or it is full.
    """
    demand_output()
    print(text, flush=True)


def demand_output() -> None:
    """See that there is an output.

    Raises:
        WrongError: it is closed.
    """
    if sys.stdout is None:  # a closed one
        raise WrongError("there is no output to write to")


def flush() -> None:
    """Have everything written that is on its way; without an output that is nothing.

    Raises:
        OSError: the output is full, or nobody reads it.
    """
    if sys.stdout is not None:  # a closed one
        sys.stdout.flush()
