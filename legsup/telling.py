"""What is said beside the answer of a verb: on the error stream, else on whatever stream is left. It never fails."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

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
        if stream is None:  # pyright: ignore[reportUnnecessaryComparison] - closed from the start
            continue
        with suppress(OSError, ValueError):
            print(text, file=stream, flush=True)
            return
