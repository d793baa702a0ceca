"""The choice of a voice: which sources speak in a language, in order; never failing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from legsup.services.voice.cache import Cache
from legsup.services.voice.free_programs import Espeak, Flite
from legsup.services.voice.natural import NaturalSpeaker, natural_is_here
from legsup.services.voice.pack import PackSpeaker
from legsup.services.voice.piper import Piper
from legsup.services.voice.prepared import PreparedVoice
from legsup.services.voice.programs import ProgramSpeaker
from legsup.services.voice.system_programs import system_program

if TYPE_CHECKING:
    from pathlib import Path

    from legsup.services.voice.speaker import Speaker


class VoiceChoice(StrEnum):
    """The voices that can be chosen; ``auto`` takes the first that is there, in this order."""

    AUTO = "auto"
    PACK = "pack"
    SHIPPED = "shipped"
    NATURAL = "natural"
    PIPER = "piper"
    SYSTEM = "system"
    ESPEAK = "espeak-ng"
    FLITE = "flite"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceFolders:
    """Where clips are: ``packs`` the person's own (a folder a language), ``shipped`` the app's, ``cache`` made ones."""

    packs: Path
    shipped: Path
    cache: Path


def open_voice(
    choice: VoiceChoice, language: str, folders: VoiceFolders, rate: float = 1.0, piper: Path | None = None
) -> PreparedVoice:
    """Give the chosen voice; where it has no words for a line, or is not there, those after it in the order speak.

    A chosen voice other than ``auto`` comes first. All speak the language: a text is never read in another's voice.
    ``rate`` is a share of the calm voice's; recorded clips keep their own. ``piper`` is a voice file for Piper.
    """
    speakers = _speakers(language, folders, rate, piper)
    order = sorted(speakers, key=lambda voice: voice is not choice)
    return PreparedVoice([speakers[voice] for voice in order], Cache(folders.cache), rate)


def _speakers(
    language: str, folders: VoiceFolders, rate: float, piper: Path | None
) -> dict[VoiceChoice, Speaker]:
    """Give all that may speak, the best first; whether a program is there shows when it is first asked."""
    speakers: dict[VoiceChoice, Speaker] = {
        VoiceChoice.PACK: PackSpeaker(folders.packs / language, f"pack-{language}"),
        VoiceChoice.SHIPPED: PackSpeaker(folders.shipped / language, f"shipped-{language}", made_ready=True),
    }
    if natural_is_here():
        speakers[VoiceChoice.NATURAL] = NaturalSpeaker(language, rate)
    if piper is not None:
        speakers[VoiceChoice.PIPER] = ProgramSpeaker(Piper(piper), language, rate)
    own = system_program()
    if own is not None:
        speakers[VoiceChoice.SYSTEM] = ProgramSpeaker(own, language, rate)
    speakers[VoiceChoice.ESPEAK] = ProgramSpeaker(Espeak(), language, rate)
    speakers[VoiceChoice.FLITE] = ProgramSpeaker(Flite(), language, rate)
    return speakers
