"""A person's own sound file in place of a bell: read, or refused with the reason, which each face words."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

import numpy as np

from legsup.foreign import ForeignFileError
from legsup.foreign_sound import read_sound

if TYPE_CHECKING:
    from legsup.services.sound.waves import Samples

#: Seconds that are read of a file, which may be an hour long.
MOST_SECONDS = 10.0
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


def read_bell(path: str) -> tuple[Samples, int]:
    """Read a sound file, or its beginning, as mono samples, with their rate.

    Raises:
        BellError: it cannot be read as sound, or holds none.
    """
    try:
        mono, rate = read_sound(path, MOST_SECONDS, beginning=True)
    except ImportError as fault:
        # An extra library, needed only by those who bring bells of their own.
        raise BellError(BellFault.NO_LIBRARY, path, fault) from fault
    except (OSError, ForeignFileError) as fault:
        raise BellError(BellFault.UNREADABLE, path, fault) from fault
    if float(np.abs(mono).max()) < QUIETEST:
        raise BellError(BellFault.SILENT, path)
    return mono, rate
