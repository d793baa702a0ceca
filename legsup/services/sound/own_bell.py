"""A person's own sound file in place of a bell: read, or refused with the reason."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol, cast

import numpy as np

if TYPE_CHECKING:
    from legsup.services.sound.waves import Floats, Samples

#: No more than this is read of a file, which may be an hour long: 10 s at the highest rate that is in use.
MOST_FRAMES = 1_920_000
#: Below this peak nobody would hear the bell.
QUIETEST = 0.001


class _Soundfile(Protocol):
    def read(self, file: str, *, frames: int, always_2d: bool) -> tuple[Floats, int]: ...


def read_bell(path: str) -> tuple[Samples, int]:
    """Read a sound file, or its beginning, as mono samples, with their rate.

    Raises:
        ValueError: it cannot be read as sound, or holds none; the message says which and why.
    """
    # An extra library, needed only by those who bring bells of their own.
    try:
        soundfile = cast("_Soundfile", importlib.import_module("soundfile"))
    except (ImportError, OSError) as fault:
        message = f"a bell of one's own needs the soundfile library ({fault}); the shipped bell stays"
        raise ValueError(message) from fault
    try:
        frames, rate = soundfile.read(path, frames=MOST_FRAMES, always_2d=True)
    except (OSError, RuntimeError) as fault:
        message = f"{path} cannot be read as sound ({fault}); the shipped bell stays"
        raise ValueError(message) from fault
    mono = frames.mean(axis=1).astype(np.float32)
    if not len(mono) or float(np.abs(mono).max()) < QUIETEST or not np.isfinite(mono).all():
        message = f"{path} holds no sound to be heard; the shipped bell stays"
        raise ValueError(message)
    return mono, rate
