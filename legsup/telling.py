"""What is said beside the answer of a verb: on the error stream, else on whatever stream is left. It never fails."""

from __future__ import annotations

import sys
from contextlib import suppress


def tell(text: str) -> None:
    """Say a text on the error stream, or where that is closed or full on the output; where both are, nowhere."""
    for stream in (sys.stderr, sys.stdout):
        if stream is None:  # pyright: ignore[reportUnnecessaryComparison] - closed from the start
            continue
        with suppress(OSError, ValueError):
            print(text, file=stream, flush=True)
            return
