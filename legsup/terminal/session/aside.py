"""What programs write beside a picture goes into the log: a sound library's complaints are not for the screen."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from legsup.private import make_file, opener

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@contextmanager
def complaints_into(file: Path) -> Generator[None]:
    """Have what is written to the stream of errors go into a file while it is the screen of a terminal; else as it was."""
    kept = _turned(file)
    try:
        yield
    finally:
        if kept is not None:
            with suppress(OSError):
                sys.stderr.flush()
            os.dup2(kept, 2)
            os.close(kept)


def _turned(file: Path) -> int | None:
    """Turn the stream away; gives what it was, None where it stays."""
    try:
        if sys.stderr.fileno() != 2 or not os.isatty(2):  # noqa: PLR2004 - the number of that stream in every process
            return None
        sys.stderr.flush()
        try:
            make_file(file)
            away = opener(str(file), os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0))
        except OSError:
            away = os.open(os.devnull, os.O_WRONLY)
        kept = os.dup(2)
        os.dup2(away, 2)
        os.close(away)
    except (AttributeError, OSError, ValueError):  # there is no such stream, or none of the system's
        return None
    return kept
