"""What makes a tone warm: soft partials, a slow chorus of three voices, and the turns of a breath that all voicings share."""

from __future__ import annotations

import numpy as np

from legsup.services.sound.waves import Floats, Samples, edges, phase_of, times

#: Seconds over which an inhale dies away at its end, and an exhale begins: together the dip that marks the turn.
INHALE_FALL = 0.2
EXHALE_RISE = 0.26
INHALE_RISE, EXHALE_FALL = 0.12, 0.1
#: Strength of the partials of an inhale, which is bright, and of an exhale, which is round; neither is a bare sine.
WARM = (1.0, 0.55, 0.34, 0.18, 0.08)
ROUND = (1.0, 0.26, 0.1, 0.03)
#: Share of a tone over which an inhale swells.
SWELL = 2.0 / 3.0
#: Two weaker voices wander around the first, each by so much at most and so many times a second. A voice that stays apart by
#: the same distance would beat, which is a siren's tremble; one that wanders is a chorus.
WANDERS = ((0.0017, 0.19, 0.2), (0.0022, 0.13, 0.16))


class Chorus:
    """Three voices on one course of frequencies (Hz), of which each partial can be sounded."""

    def __init__(self, frequency: Floats, rate: int) -> None:
        """Reckon the courses of the voices once, for all partials."""
        at = np.arange(len(frequency)) / rate
        self._voices = [(1.0, phase_of(frequency, rate))]
        for voice, (far, often, strength) in enumerate(WANDERS):
            wandering = far * np.sin(2.0 * np.pi * often * at + 1.7 * voice) * (-1.0) ** voice
            phase = phase_of(frequency * (1.0 + wandering), rate) + 2.1 * (voice + 1)
            self._voices.append((strength, phase))

    def partial(self, number: int) -> Floats:
        """Sound the partial of this number, from 1."""
        sound = np.zeros(len(self._voices[0][1]))
        for strength, phase in self._voices:
            sound += strength * np.sin(number * phase)
        return sound


def still(seconds: float, frequencies: tuple[float, ...], rate: int) -> Samples:
    """Give the tone of held breath: notes that stay, quiet."""
    count = round(seconds * rate)
    tone = np.zeros(count)
    for frequency in frequencies:
        voices = Chorus(np.full(count, frequency), rate)
        tone += 0.16 / len(frequencies) ** 0.5 * (voices.partial(1) + 0.4 * voices.partial(2))
    return (tone * edges(count, rate, 0.2, min(0.4, seconds / 2.0))).astype(np.float32)


def drop(seconds: float, frequency: float, rate: int) -> Samples:
    """Give the sound of rest after an exhale: one low drop that fades, then quiet."""
    at = times(seconds, rate)
    sound = np.sin(2.0 * np.pi * frequency * at) * np.exp(-at / 0.35)
    return (0.12 * sound * edges(len(at), rate, 0.08, min(0.1, seconds / 2.0))).astype(np.float32)
