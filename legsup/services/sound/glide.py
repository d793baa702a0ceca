"""The voicing *glide*: one warm, breathy voice that rises over the inhale, and a rounder one that falls over the exhale."""

from __future__ import annotations

import numpy as np

from legsup.services.sound.warmth import (
    EXHALE_FALL,
    EXHALE_RISE,
    INHALE_FALL,
    INHALE_RISE,
    ROUND,
    SWELL,
    WARM,
    chorus,
    drop,
    still,
)
from legsup.services.sound.waves import Floats, Samples, edges, noise, smooth, times

#: The lower and the higher frequency (Hz) of an inhale, and of the exhale after it: never more than a fifth apart, all tones
#: of one pentatonic scale. They take turns.
COURSES = (
    ((329.63, 440.0), (329.63, 440.0)),
    ((369.99, 493.88), (369.99, 493.88)),
    ((329.63, 493.88), (369.99, 440.0)),
)


def inhale(seconds: float, turn: int, rate: int) -> Samples:
    """Give the tone of an inhale: swelling to two thirds, air in it, brighter as it swells."""
    at = times(seconds, rate)
    share = at / seconds
    swell = np.where(
        share < SWELL, smooth(share / SWELL), 1.0 - 0.3 * smooth((share - SWELL) / (1.0 - SWELL))
    )
    low, high = COURSES[turn][0]
    partials = chorus(_course(share, low, high), len(WARM), rate)
    tone = np.zeros(len(at))
    for number, (strength, partial) in enumerate(zip(WARM, partials, strict=True)):
        tone += strength * swell ** (0.4 * number) * partial
    air = noise(len(at), rate, 520.0, 1500.0, seed=round(high))
    mixed = swell * (0.48 * tone + 0.24 * swell * air)
    return (mixed * edges(len(at), rate, INHALE_RISE, INHALE_FALL)).astype(np.float32)


def exhale(seconds: float, turn: int, rate: int) -> Samples:
    """Give the tone of an exhale: there at once, then falling and fading through all of its time, a sigh in it."""
    at = times(seconds, rate)
    share = at / seconds
    low, high = COURSES[turn][1]
    partials = chorus(_course(share, high, low), len(ROUND), rate)
    tone = np.zeros(len(at))
    for number, (strength, partial) in enumerate(zip(ROUND, partials, strict=True)):
        tone += strength * (1.0 - share) ** (0.5 * number) * partial
    sigh = noise(len(at), rate, 340.0, 620.0, seed=round(low))
    fading = np.cos(0.5 * np.pi * share) ** 1.4
    mixed = (0.64 * tone + 0.1 * sigh) * fading
    return (mixed * edges(len(at), rate, EXHALE_RISE, EXHALE_FALL)).astype(np.float32)


def hold_full(seconds: float, turn: int, rate: int) -> Samples:
    """Give the tone of held breath: the inhale's last note, still and quiet."""
    return still(seconds, (COURSES[turn][0][1],), rate)


def hold_empty(seconds: float, turn: int, rate: int) -> Samples:
    """Give the sound of rest after an exhale, on its last note."""
    return drop(seconds, COURSES[turn][1][0], rate)


def _course(share: Floats, begin: float, end: float) -> Floats:
    """Lead the frequency from one end to the other; it rests at both, which keeps it from wailing."""
    return begin * (end / begin) ** smooth((share - 0.12) / 0.76)
