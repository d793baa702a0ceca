"""Keeps the memory of a session apart, and gives it back to the system afterwards, where the C library can."""

from __future__ import annotations

import ctypes
import gc
import sys
from functools import cache

#: The parameter of glibc's ``mallopt`` for the size (bytes) from which memory is mapped apart, and what it is set to. Left
#: alone it grows with each large piece that is freed, and a session's 20 MiB of samples end in between lasting small ones.
MMAP_THRESHOLD, APART = -3, 1024 * 1024


@cache
def keep_apart() -> None:
    """Have large pieces mapped apart from small ones from now on, so that they go back whole; once is enough."""
    library = _library()
    if library is not None:
        library.mallopt(MMAP_THRESHOLD, APART)


def give_back() -> None:
    """Free what is unreachable, and hand free memory back; beside Qt's things on the interface's thread alone.

    A stream knows its callback and the other way round, so that it is freed by the collector only; and the C library of
    Linux keeps a pool a thread, of which each session has new ones: 18 MiB in 46 sessions (measured).
    """
    gc.collect()
    library = _library()
    if library is not None:
        library.malloc_trim(0)


def _library() -> ctypes.CDLL | None:
    """Give the C library where it is glibc; another has no such pools."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") and hasattr(library, "mallopt") else None
