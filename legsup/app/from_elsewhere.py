"""Tells the interface's thread something from another, which may outlive the app by a moment."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance


def tell_home(signal: SignalInstance, *told: object) -> None:
    """Emit a signal; where its object has gone with the app, nobody is told any more."""
    with suppress(RuntimeError):
        signal.emit(*told)


def teller(signal: SignalInstance) -> Callable[..., None]:
    """Give what tells it so, each time that it is called."""
    return partial(tell_home, signal)
