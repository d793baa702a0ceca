"""The ensemble: everything that makes the sound of one session at one rate, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.sound import BELLS
from legsup.services.sound.arrangement import Arrangement, Instruments
from legsup.services.sound.bell_rack import BellRack
from legsup.services.sound.mixer import Mixer
from legsup.services.sound.sea import Sea
from legsup.services.sound.sea_level import SeaLevel
from legsup.services.sound.speaking import Speaking
from legsup.services.sound.tone_rack import ToneRack

if TYPE_CHECKING:
    from legsup.domain.breath import Pattern
    from legsup.domain.ports import VoiceSource
    from legsup.domain.sound import Clip, Levels
    from legsup.services.sound.bell_rack import Reader


class Ensemble:
    """Instruments, arrangement and mixer."""

    def __init__(self, rate: int, voice: VoiceSource | None, reader: Reader, levels: Levels) -> None:
        """Put them together for an output of so many samples a second."""
        self.rate = rate
        self._reader = reader
        self._instruments = Instruments(
            rate=rate,
            tones=ToneRack(rate, levels.voicing),
            bells=BellRack(rate, levels, reader),
            speaking=Speaking(_nobody if voice is None else voice.clip, rate),
            sea=Sea(rate),
            sea_level=SeaLevel(throughout=levels.sea_throughout),
        )
        self.arrangement = Arrangement(self._instruments)
        self.mixer = Mixer(self.arrangement, self._instruments, levels)
        self._cold = list(BELLS)

    def set_levels(self, levels: Levels, at: float) -> None:
        """Go over to other levels from a time on; bells that were struck already ring on."""
        self.mixer.set_levels(levels, at)
        self._instruments.bells.choose(levels)
        self._instruments.tones.choose(levels.voicing)
        self.arrangement.sea_throughout(at, throughout=levels.sea_throughout)

    def warm_up(self, pattern: Pattern | None) -> None:
        """Make one thing more ready, bells, sea or tones of a paced breath, so that none is waited for when it is due."""
        if self._instruments.sea.warm_up():
            return
        if self._cold:
            self._instruments.bells.of(self._cold.pop(), None)
        elif pattern is not None:
            self._instruments.tones.warm_up(pattern)


def _nobody(text: str) -> Clip | None:
    del text
    return None
