"""A lean start: what Python and Qt's library for it do beside the loading is put off, or left out."""

from __future__ import annotations

import builtins
import gc


def begin() -> None:
    """Look for no garbage until ``settle``, and have no import read its source once more.

    What is loaded at the start is no garbage, yet a tenth of the start went into looking through it. And PySide6, to offer other names
    of its methods (``__feature__``, which nothing here wants), reads the source of whatever is imported after it, and keeps that:
    2.3 MiB in an idle tray, a twentieth of the start.
    """
    gc.disable()
    import PySide6  # noqa: F401, PLC0415  # pyright: ignore[reportUnusedImport] - that it puts its own import in Python's place is what is undone

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def settle() -> None:
    """Look for garbage from now on, but not among what the start has loaded."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
