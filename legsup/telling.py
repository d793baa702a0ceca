"""What is said beside the answer of a verb: on the error stream, else on whatever stream is left. It never fails."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from pathlib import Path


def why(error: Exception, named: Path | None = None) -> str:
    """Word an error for a person: one of the system's by its file, unless that is ``named`` already, without its number."""
    if type(error).__str__ is not OSError.__str__ or not isinstance(error, OSError) or not error.strerror:
        return str(error)
    told = error.filename is None or error.filename == str(named)
    return error.strerror if told else f"{error.filename}: {error.strerror}"


def tell(text: str) -> None:
    """Say a text on the error stream, or where that is closed or full on the output; where both are, nowhere."""
    for stream in (sys.stderr, sys.stdout):
        if stream is None:  # closed from the start
            continue
        try:
            print(text, file=stream, flush=True)
        except (OSError, ValueError):
            give_up(stream)
        else:
            return


def give_up(stream: TextIO) -> None:
    """Take one of Python's streams as closed, since it took no more.

    What it still holds goes nowhere: Python would try once more at its exit, and change the exit status.
    """
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is stream:
            setattr(sys, name, None)
