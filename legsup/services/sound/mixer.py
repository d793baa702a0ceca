"""The mixer: adds the pieces of an arrangement up to the samples that are heard, each at its level."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from legsup.services.sound.pieces import FADE, Group
from legsup.services.sound.ramps import Ramps
from legsup.services.sound.waves import decibels

if TYPE_CHECKING:
    from legsup.domain.sound import Levels
    from legsup.services.sound.arrangement import Arrangement, Instruments
    from legsup.services.sound.waves import Floats, Samples

#: Levels are reckoned this often a second, and drawn as lines between.
CONTROL_RATE = 100
#: Tones, bells and sea give way to words by this much.
HUSHED = decibels(-7.0)
SEA = decibels(-23.8)
#: Louder than KNEE is bent, so that nothing ever comes over CEILING: 6 dB below full scale and a little more.
KNEE, CEILING = 0.36, 0.47


class Mixer:
    """Renders spans of an arrangement; any span gives the same samples however it is cut into blocks."""

    def __init__(self, arrangement: Arrangement, instruments: Instruments, levels: Levels) -> None:
        """Mix at these levels."""
        self._arrangement = arrangement
        self._with = instruments
        self._cues = Ramps(_heard(levels, levels.heard_cues))
        self._voice = Ramps(_heard(levels, levels.voice))
        self._sea = Ramps(_heard(levels, levels.sea))

    def set_levels(self, levels: Levels, at: float) -> None:
        """Go over to other levels from a time on."""
        self._cues.move(at, _heard(levels, levels.heard_cues), FADE)
        self._voice.move(at, _heard(levels, levels.voice), FADE)
        self._sea.move(at, _heard(levels, levels.sea), FADE)

    def render(self, first: int, count: int) -> Samples:
        """Give ``count`` mono samples from a frame on; what lies there must have been arranged."""
        rate = self._with.rate
        cues, words = np.zeros(count), np.zeros(count)
        for piece in self._arrangement.pieces:
            piece.add_to(cues if piece.group is Group.CUES else words, first, rate)
        hop = rate // CONTROL_RATE
        grid = np.arange(first // hop, (first + count) // hop + 2) * hop
        times = grid / rate
        frames = np.arange(first, first + count)

        def drawn(values: Floats) -> Floats:
            return np.interp(frames, grid, values)

        under_words = 1.0 - (1.0 - HUSHED) * self._with.speaking.hush(times)
        mix = cues * drawn(under_words * self._cues.values(times)) + words * drawn(self._voice.values(times))
        sea = self._with.sea_level.values(times) * self._sea.values(times)
        if sea.any():
            mix += (
                SEA
                * drawn(sea * under_words)
                * self._with.sea.samples(first, drawn(self._with.sea.swell(times)))
            )
        return _bent(mix).astype(np.float32)


def _heard(levels: Levels, level: float) -> float:
    return 0.0 if levels.mute else level


def _bent(mix: Floats) -> Floats:
    loud = np.abs(mix)
    if loud.max(initial=0.0) <= KNEE:
        return mix
    room = CEILING - KNEE
    return np.where(loud <= KNEE, mix, np.sign(mix) * (KNEE + room * np.tanh((loud - KNEE) / room)))
