"""How wide the lines are that are written into a terminal: as wide as it is, but no wider than is easy to read."""

from __future__ import annotations

import os
import sys

#: Columns below which no line is set: a narrower terminal breaks it itself.
LEAST = 20


def columns(most: int) -> int:
    """Give the columns of the terminal that standard output is, ``most`` at most; those where it is none."""
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return most
    # Some terminals say nothing of their size; and some break a line that fills its row.
    return max(LEAST, min(most, size.columns - 1)) if size.columns else most
