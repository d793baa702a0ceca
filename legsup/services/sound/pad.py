"""The voicing *pad*: a still chord that opens over the inhale, note above note, and closes over the exhale from the top."""

from __future__ import annotations

import numpy as np

from legsup.services.sound.warmth import (
    EXHALE_FALL,
    EXHALE_RISE,
    INHALE_FALL,
    INHALE_RISE,
    ROUND,
    WARM,
    chorus,
    drop,
    still,
)
from legsup.services.sound.waves import Floats, Samples, edges, noise, smooth, times

#: The chords, from below (Hz): of the scale of the bells. They take turns.
CHORDS = ((329.63, 440.0, 554.37, 659.26), (329.63, 493.88, 554.37, 739.99), (329.63, 440.0, 493.88, 739.99))
#: Share of a breath over which one note of the chord comes or goes, and between two notes.
OPENS, APART = 0.34, 0.2
#: Partials of a note that sound: a chord of more would be shrill.
SOUNDED = 3
#: An exhale has closed its chord to the lowest note when so much of it is over.
CLOSED = 0.85


def inhale(seconds: float, turn: int, rate: int) -> Samples:
    """Give the chord opening: the lowest note first, the highest in the last third, air in it."""
    at = times(seconds, rate)
    share = at / seconds
    sound = np.zeros(len(at))
    for place, frequency in enumerate(CHORDS[turn]):
        sound += _opened(share, place) * _note(at, frequency, WARM, rate)
    swell = 0.35 + 0.65 * smooth(share / 0.75)
    air = noise(len(at), rate, 620.0, 1500.0, seed=turn)
    mixed = swell * (0.24 * sound + 0.12 * swell * air)
    return (mixed * edges(len(at), rate, INHALE_RISE, INHALE_FALL)).astype(np.float32)


def exhale(seconds: float, turn: int, rate: int) -> Samples:
    """Give the chord closing: there at once, the highest note goes first, the lowest stays to the end."""
    at = times(seconds, rate)
    share = at / seconds
    sound = np.zeros(len(at))
    for place, frequency in enumerate(CHORDS[turn]):
        sound += _opened(1.0 - share / CLOSED, place) * _note(at, frequency, ROUND, rate)
    fading = np.cos(0.5 * np.pi * share) ** 0.9
    return (0.3 * sound * fading * edges(len(at), rate, EXHALE_RISE, EXHALE_FALL)).astype(np.float32)


def hold_full(seconds: float, turn: int, rate: int) -> Samples:
    """Give the tone of held breath: the open chord, still and quiet."""
    return still(seconds, CHORDS[turn], rate)


def hold_empty(seconds: float, turn: int, rate: int) -> Samples:
    """Give the sound of rest after an exhale, on the chord's lowest note."""
    return drop(seconds, CHORDS[turn][0], rate)


def _opened(share: Floats, place: int) -> Floats:
    """Tell how much of a note of the chord there is (0-1) when the breath has come so far: the lowest is there from 0 on."""
    if place == 0:
        return np.ones_like(share)
    return smooth((share - APART * (place - 0.7)) / OPENS)


def _note(at: Floats, frequency: float, partials: tuple[float, ...], rate: int) -> Floats:
    note = np.zeros(len(at))
    for strength, partial in zip(
        partials[:SOUNDED], chorus(np.full(len(at), frequency), SOUNDED, rate), strict=True
    ):
        note += strength * partial
    return note
