"""A person's own sound file in place of a bell: read, or refused with the reason, which each face words."""

from __future__ import annotations

import importlib
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol, cast

import numpy as np

if TYPE_CHECKING:
    from legsup.services.sound.waves import Floats, Samples

#: No more than this is read of a file, which may be an hour long: 10 s at the highest rate that is in use.
MOST_FRAMES = 1_920_000
#: Below this peak nobody would hear the bell.
QUIETEST = 0.001


class BellFault(Enum):
    """Why a file cannot be a bell."""

    #: The library that reads sound files is missing.
    NO_LIBRARY = auto()
    #: It is not there, or no sound file.
    UNREADABLE = auto()
    #: It holds no sound to be heard.
    SILENT = auto()


class BellError(ValueError):
    """A file cannot be a bell: ``fault`` says in what way, ``file`` which it is, ``reason`` what the library said of it."""

    def __init__(self, fault: BellFault, file: str, reason: object = "") -> None:
        """Carry all three."""
        super().__init__(fault, file, str(reason))
        self.fault = fault
        self.file = file
        self.reason = str(reason)


class _Soundfile(Protocol):
    def read(self, file: str, *, frames: int, always_2d: bool) -> tuple[Floats, int]: ...


def read_bell(path: str) -> tuple[Samples, int]:
    """Read a sound file, or its beginning, as mono samples, with their rate.

    Raises:
        BellError: it cannot be read as sound, or holds none.
    """
    # An extra library, needed only by those who bring bells of their own.
    try:
        soundfile = cast("_Soundfile", importlib.import_module("soundfile"))
    except (ImportError, OSError) as fault:
        raise BellError(BellFault.NO_LIBRARY, path, fault) from fault
    try:
        frames, rate = soundfile.read(path, frames=MOST_FRAMES, always_2d=True)
    except (OSError, RuntimeError) as fault:
        raise BellError(BellFault.UNREADABLE, path, fault) from fault
    mono = frames.mean(axis=1).astype(np.float32)
    if not len(mono) or float(np.abs(mono).max()) < QUIETEST or not np.isfinite(mono).all():
        raise BellError(BellFault.SILENT, path)
    return mono, rate
