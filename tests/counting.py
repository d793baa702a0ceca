"""Which tests note what they cover: noting makes all of Python more than twice as slow."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def uncounted() -> Generator[None]:
    """Let coverage note nothing of what runs within; a debugger goes on."""
    here, threads = sys.gettrace(), threading.gettrace()
    if not type(here).__module__.startswith("coverage"):
        yield
        return
    sys.settrace(None)
    threading.settrace(None)  # as coverage itself takes it away
    try:
        yield
    finally:
        sys.settrace(here)
        threading.settrace(threads)  # none stood there where none was


_NOTED: set[tuple[object, ...]] = set()


@contextmanager
def counted_once(*what: object) -> Generator[None]:
    """Note what runs within with the first of its kind alone: the others run the same lines."""
    if what not in _NOTED:
        _NOTED.add(what)
        yield
        return
    with uncounted():
        yield
