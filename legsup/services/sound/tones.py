"""The breath tones: in is warm, breathy and rising, out is dark, round and falling; holds have a quiet voice of their own.

All lies between 300 Hz and 2 kHz, so that a laptop's loudspeaker loses nothing. Full level is 1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from legsup.services.sound.waves import Floats, Samples, edges, noise, phase_of, smooth, times

#: Share of an inhale over which it swells.
SWELL = 2.0 / 3.0
#: Seconds over which an inhale dies away at its end, and an exhale begins: together the dip that marks the turn.
INHALE_FALL = 0.2
EXHALE_RISE = 0.26
INHALE_RISE = 0.12
#: Strength of the first five partials of an inhale, and of the first three of an exhale.
WARM = (1.0, 0.55, 0.36, 0.2, 0.1)
ROUND = (1.0, 0.16, 0.03)
#: A second, weaker voice a little above the first makes a tone soft; as strong as the first it would tremble.
APART, SECOND = 0.0022, 0.3


@dataclass(frozen=True, slots=True)
class Voicing:
    """The frequencies (Hz) between which one breath moves: never more than a fifth."""

    inhale: tuple[float, float]
    exhale: tuple[float, float]


#: They take turns, so that thirty breaths are not thirty times the same: all tones of one pentatonic scale.
VOICINGS = (
    Voicing((329.63, 440.0), (440.0, 329.63)),
    Voicing((369.99, 493.88), (493.88, 369.99)),
    Voicing((329.63, 493.88), (440.0, 369.99)),
)


def inhale(seconds: float, voicing: Voicing, rate: int) -> Samples:
    """Give the tone of an inhale: swelling to two thirds, air in it, brighter as it swells."""
    at = times(seconds, rate)
    share = at / seconds
    swell = np.where(
        share < SWELL, smooth(share / SWELL), 1.0 - 0.3 * smooth((share - SWELL) / (1.0 - SWELL))
    )
    course = _course(share, voicing.inhale)
    tone = np.zeros(len(at))
    for number, strength in enumerate(WARM, start=1):
        tone += strength * swell ** (0.4 * (number - 1)) * _voices(course, number, rate)
    air = noise(len(at), rate, 520.0, 1500.0, seed=round(voicing.inhale[1]))
    mixed = swell * (0.5 * tone + 0.22 * swell * air)
    return (mixed * edges(len(at), rate, INHALE_RISE, INHALE_FALL)).astype(np.float32)


def exhale(seconds: float, voicing: Voicing, rate: int) -> Samples:
    """Give the tone of an exhale: there at once, then falling and fading through all of its time."""
    at = times(seconds, rate)
    share = at / seconds
    course = _course(share, voicing.exhale)
    tone = np.zeros(len(at))
    for number, strength in enumerate(ROUND, start=1):
        tone += strength * _voices(course, number, rate)
    fading = np.cos(0.5 * np.pi * share) ** 1.4
    return (0.72 * tone * fading * edges(len(at), rate, EXHALE_RISE, 0.1)).astype(np.float32)


def hold_full(seconds: float, voicing: Voicing, rate: int) -> Samples:
    """Give the tone of held breath: the inhale's last note, still and quiet."""
    at = times(seconds, rate)
    still = np.full(len(at), voicing.inhale[1])
    tone = 0.16 * (_voices(still, 1, rate) + 0.4 * _voices(still, 2, rate))
    return (tone * edges(len(at), rate, 0.2, min(0.4, seconds / 2.0))).astype(np.float32)


def hold_empty(seconds: float, voicing: Voicing, rate: int) -> Samples:
    """Give the sound of rest after an exhale: one low drop that fades, then quiet."""
    at = times(seconds, rate)
    drop = np.sin(2.0 * np.pi * voicing.exhale[1] * at) * np.exp(-at / 0.35)
    return (0.12 * drop * edges(len(at), rate, 0.08, min(0.1, seconds / 2.0))).astype(np.float32)


def _course(share: Floats, ends: tuple[float, float]) -> Floats:
    """Lead the frequency from one end to the other; it rests at both, which keeps it from wailing."""
    low, high = ends
    return low * (high / low) ** smooth((share - 0.12) / 0.76)


def _voices(frequency: Floats, number: int, rate: int) -> Floats:
    """Sound one partial of a course of frequencies in both voices."""
    first = np.sin(number * phase_of(frequency, rate))
    return first + SECOND * np.sin(number * phase_of(frequency * (1.0 + APART), rate))
