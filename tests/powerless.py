"""Runs Python without the right of a system's owner to read and write everything, which tests may well have (Linux)."""

from __future__ import annotations

import subprocess
import sys

#: Drops CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH for what is executed next; who has them not is refused, and needs it not.
_DROP = """
import ctypes, os, sys
for right in (1, 2):
    ctypes.CDLL(None).prctl(24, right, 0, 0, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


def powerless(*words: str) -> subprocess.CompletedProcess[str]:
    """Run Python with these words, and give what came of it."""
    return subprocess.run(
        [sys.executable, "-c", _DROP, *words], capture_output=True, text=True, check=False, timeout=60
    )
