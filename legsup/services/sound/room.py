"""The room: a small soft one in which tones, bells and words stand, as an impulse that is made once and convolved ahead.

It gives two signals: what both loudspeakers share, and what one has and the other lacks. Their sum is the left side, their
difference the right; on one loudspeaker only the first is left, whole.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from legsup.services.sound.waves import Floats, decibels, noise, smooth

Spectrum = NDArray[np.complexfloating[Any, Any]]

#: Seconds until the room is silent again, from the sound to its first echo, and in which the echo falls by 60 dB.
LENGTH, FIRST, DIES = 0.28, 0.008, 0.3
#: What a soft room gives back (Hz): no boom, no hiss.
BAND = (320.0, 2600.0)
#: How much softer than the sound itself the room is: in what is shared, and in what differs between the two sides.
SHARED, DIFFERS = decibels(-17.0), decibels(-14.0)


class Room:
    """The answer of the room to what sounds in it."""

    def __init__(self, rate: int) -> None:
        """Make its impulse at so many samples a second."""
        #: Frames for which the room still answers.
        self.length = round(LENGTH * rate)
        # The room is softer by far than the sound: single precision, which takes half the time, is plenty for it.
        self._shared = (SHARED * _echoes(self.length, rate, seed=17)).astype(np.float32)
        self._differs = (DIFFERS * _echoes(self.length, rate, seed=29)).astype(np.float32)
        self._spectra: dict[int, tuple[Spectrum, Spectrum]] = {}

    def answer(self, sound: Floats) -> tuple[Floats, Floats]:
        """Give what is shared and what differs, for a sound of which the first ``length`` frames were heard before."""
        # What the end answers is folded onto the beginning, which was heard before and is not given.
        size = 1 << (len(sound) - 1).bit_length()
        if size not in self._spectra:
            # Blocks are of one length, so that there are a few of these and no more.
            self._spectra[size] = (np.fft.rfft(self._shared, size), np.fft.rfft(self._differs, size))
        spectrum = np.fft.rfft(sound.astype(np.float32), size)
        heard = slice(self.length, len(sound))
        shared, differs = (np.fft.irfft(spectrum * echo, size)[heard] for echo in self._spectra[size])
        return shared.astype(np.float64), differs.astype(np.float64)


def _echoes(count: int, rate: int, seed: int) -> Floats:
    """Give noise that dies away, of an energy of 1: many echoes, none to be told from the others."""
    at = np.arange(count) / rate
    dying = smooth((at - FIRST) / 0.012) * 10.0 ** (-3.0 * at / DIES) * smooth((count / rate - at) / 0.06)
    echoes = noise(count, rate, *BAND, seed=seed) * dying
    return echoes / np.sqrt(np.sum(echoes**2))
