"""The voicing *steps*: five soft notes up the inhale and down the exhale, for feet, knees, hips, heart and crown."""

from __future__ import annotations

import numpy as np

from legsup.services.sound.warmth import (
    EXHALE_FALL,
    EXHALE_RISE,
    INHALE_FALL,
    INHALE_RISE,
    ROUND,
    WARM,
    drop,
    still,
)
from legsup.services.sound.waves import Floats, Samples, edges, noise, smooth, times

#: Feet, knees, hips, heart, crown: the pentatonic scale of which the bells are, so that nothing clashes (Hz).
NOTES = (329.63, 369.99, 440.0, 493.88, 554.37)
#: Least seconds from one note to the next, so that each has room to ring; in a short breath some are left out.
ROOM, FEWEST = 0.75, 3
#: Seconds in which a note rises, going in and going out; it rings for so much of the time to the next, to a third.
RISE_IN, RISE_OUT, RINGS = 0.07, 0.12, 0.9
#: How much weaker the first note of an inhale is than its last, and the last of an exhale than its first.
SWELLS = 0.65


def places(seconds: float) -> tuple[int, ...]:
    """Tell which notes sound in so many seconds, from the feet on; both ends always do."""
    count = max(FEWEST, min(len(NOTES), int(seconds / ROOM)))
    return tuple(round(step * (len(NOTES) - 1) / (count - 1)) for step in range(count))


def inhale(seconds: float, turn: int, rate: int) -> Samples:
    """Give the notes of an inhale, each a little louder than the one before, with a breath of air at its beginning."""
    del turn
    up = places(seconds)
    sound = np.zeros(round(seconds * rate))
    for number, place in enumerate(up):
        at = _since(seconds, number, len(up), rate)
        strength = 1.0 - SWELLS + SWELLS * place / (len(NOTES) - 1)
        sound[-len(at) :] += strength * _note(at, NOTES[place], (WARM, RISE_IN), seconds / len(up))
        air = noise(len(at), rate, 520.0, 1500.0, seed=place)
        sound[-len(at) :] += 0.1 * strength * air * smooth(at / 0.1) * np.exp(-at / 0.3)
    return (1.35 * sound * edges(len(sound), rate, INHALE_RISE, INHALE_FALL)).astype(np.float32)


def exhale(seconds: float, turn: int, rate: int) -> Samples:
    """Give the notes of an exhale: round, each a little softer than the one before."""
    del turn
    down = places(seconds)[::-1]
    sound = np.zeros(round(seconds * rate))
    for number, place in enumerate(down):
        at = _since(seconds, number, len(down), rate)
        strength = 1.0 - SWELLS + SWELLS * place / (len(NOTES) - 1)
        sound[-len(at) :] += strength * _note(at, NOTES[place], (ROUND, RISE_OUT), seconds / len(down))
    return (1.5 * sound * edges(len(sound), rate, EXHALE_RISE, EXHALE_FALL)).astype(np.float32)


def hold_full(seconds: float, turn: int, rate: int) -> Samples:
    """Give the tone of held breath: the crown's note, still and quiet."""
    del turn
    return still(seconds, NOTES[-1:], rate)


def hold_empty(seconds: float, turn: int, rate: int) -> Samples:
    """Give the sound of rest after an exhale, on the feet's note."""
    del turn
    return drop(seconds, NOTES[0], rate)


def _since(seconds: float, number: int, count: int, rate: int) -> Floats:
    """Give the times since a note's beginning, to the end of the breath."""
    whole = times(seconds, rate)
    first = round(seconds * number / count * rate)
    return whole[: len(whole) - first]


def _note(at: Floats, frequency: float, colour: tuple[tuple[float, ...], float], apart: float) -> Floats:
    """Give a note of partials and a rise that belong together; the higher partials fade sooner."""
    partials, rise = colour
    rings = RINGS * apart
    note = np.zeros(len(at))
    for number, strength in enumerate(partials, start=1):
        fading = np.exp(-at * (1.0 + 0.5 * (number - 1)) / rings)
        note += strength * fading * np.sin(2.0 * np.pi * frequency * number * at)
    return note * smooth(at / rise)
