"""A person's own sound file in place of a bell: read, or refused with the reason."""

from __future__ import annotations

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


def read_bell(path: str) -> tuple[Samples, int]:
    """Read a sound file, or its beginning, as mono samples, with their rate.

    Raises:
        ValueError: it cannot be read as sound, or holds none; the message says which and why.
    """
    try:
        mono, rate = read_sound(path, MOST_SECONDS, beginning=True)
    except ImportError as fault:
        # An extra library, needed only by those who bring bells of their own.
        message = f"a bell of one's own needs the soundfile library ({fault}); the shipped bell stays"
        raise ValueError(message) from fault
    except (OSError, ForeignFileError) as fault:
        message = f"{path} cannot be read as sound ({fault}); the shipped bell stays"
        raise ValueError(message) from fault
    if float(np.abs(mono).max()) < QUIETEST:
        message = f"{path} holds no sound to be heard; the shipped bell stays"
        raise ValueError(message)
    return mono, rate
