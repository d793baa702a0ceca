"""The choice of an output: by name, never failing, silent with the reason where it is not to be had."""

from __future__ import annotations

import importlib
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from legsup.services.sound.outputs.silent import SilentOutput
from legsup.services.sound.outputs.simpleaudio_output import SimpleaudioOutput
from legsup.services.sound.outputs.sounddevice_output import SounddeviceOutput

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.services.sound.output import SoundOutput
    from legsup.services.sound.outputs.portaudio import PortAudio
    from legsup.services.sound.outputs.simpleaudio_output import SimpleAudio

    #: Loads a library by its name. Raises ImportError, or OSError where a system library is missing.
    Loader = Callable[[str], object]


class OutputChoice(StrEnum):
    """The outputs that can be chosen."""

    SOUNDDEVICE = "sounddevice"
    SIMPLEAUDIO = "simpleaudio"
    SILENT = "silent"


#: From this Python on simpleaudio ends the whole process after its first sound, which nothing can catch.
ENDS_THE_PROCESS = (3, 12)


def open_output(
    choice: OutputChoice,
    load: Loader = importlib.import_module,
    python: tuple[int, int] = (sys.version_info.major, sys.version_info.minor),
) -> SoundOutput:
    """Give the chosen output; a silent one that tells the reason where it cannot be had on this computer."""
    match choice:
        case OutputChoice.SILENT:
            return SilentOutput("sound is switched off in the settings")
        case OutputChoice.SIMPLEAUDIO:
            return _simpleaudio(load, python)
        case OutputChoice.SOUNDDEVICE:
            return _sounddevice(load)


def _sounddevice(load: Loader) -> SoundOutput:
    try:
        library = cast("PortAudio", load("sounddevice"))
    except (ImportError, OSError) as fault:
        return SilentOutput(f"sound needs the PortAudio library, which is missing here ({fault})")
    return SounddeviceOutput(library)


def _simpleaudio(load: Loader, python: tuple[int, int]) -> SoundOutput:
    if python >= ENDS_THE_PROCESS:
        version = ".".join(map(str, python))
        return SilentOutput(
            f"simpleaudio cannot be used with Python {version}: it would end the app after one sound"
        )
    try:
        library = cast("SimpleAudio", load("simpleaudio"))
    except (ImportError, OSError) as fault:
        return SilentOutput(f"simpleaudio is not installed ({fault})")
    return SimpleaudioOutput(library)
