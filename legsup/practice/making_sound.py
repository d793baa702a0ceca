"""The sound of a session as the settings ask for it, made without Qt: window and terminal sound alike."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from legsup.domain.cues import CueKind
from legsup.domain.sound import Levels
from legsup.places import assets

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.ports import Clock, VoiceSource
    from legsup.domain.settings import Settings
    from legsup.places import Places
    from legsup.services.sound.engine import Sound
    from legsup.services.voice.prepared import PreparedVoice


def levels_of(settings: Settings) -> Levels:
    """Give the volumes and bells that were chosen."""
    return Levels(
        cues=settings.cues_volume,
        voice=settings.voice_volume,
        sea=settings.sea_volume,
        mute=settings.muted,
        bells={CueKind(kind): own for kind, own in settings.bells.items()},
        voicing=settings.voicing,
        sea_throughout=settings.sea_throughout,
    )


def voice_for(settings: Settings, language: str, places: Places) -> PreparedVoice:
    """Give the chosen voice in a language."""
    _spare_threads()
    from legsup.services.voice.choice import VoiceChoice, VoiceFolders, open_voice  # noqa: PLC0415 - loads numpy

    folders = VoiceFolders(
        packs=places.voices, shipped=assets() / "sounds" / "voice", cache=places.cache / "voice"
    )
    piper = Path(settings.piper_voice) if settings.piper_voice else None
    return open_voice(VoiceChoice(settings.voice), language, folders, settings.voice_rate, piper)


def sound_of(
    settings: Settings, voice: VoiceSource, clock: Clock, over: Callable[[], object] | None = None
) -> Sound:
    """Make the sound; nothing is opened yet, and where nothing can be heard it is silent and tells the reason.

    ``over`` is told on the sound's thread each time that all of it was let go.
    """
    _spare_threads()
    from legsup.services.sound.engine import Sound  # noqa: PLC0415 - numpy is loaded with the first practice
    from legsup.services.sound.outputs.choice import OutputChoice, open_output  # noqa: PLC0415 - the same

    return Sound(open_output(OutputChoice(settings.sound)), levels_of(settings), voice, clock, over)


def _spare_threads() -> None:
    """Keep numpy from starting a thread for each core; it must be told before it is loaded."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
