"""The sound of a session without Qt: made from the settings, silent with the reason where there is none to be had."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legsup.domain.ports import Clock
    from legsup.domain.settings import Settings
    from legsup.services.sound.engine import Sound


def sound_of(settings: Settings, clock: Clock) -> Sound:
    """Make the sound as the settings say; nothing is opened yet.

    Raises:
        ImportError: the libraries for sound are not there.
        OSError: one of them cannot be loaded.
    """
    # numpy's threads cost memory and gain nothing here; this must stand before its first import.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from legsup.domain.sound import Levels  # noqa: PLC0415 - numpy is loaded when a session is prepared, not before
    from legsup.services.sound.engine import Sound  # noqa: PLC0415 - the same
    from legsup.services.sound.outputs.choice import OutputChoice, open_output  # noqa: PLC0415 - the same

    levels = Levels(
        cues=settings.cues_volume,
        voice=settings.voice_volume,
        sea=settings.sea_volume,
        mute=settings.muted,
    )
    return Sound(open_output(OutputChoice(settings.sound)), levels, None, clock)
