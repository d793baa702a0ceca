"""What makes a tone warm: soft partials, a slow chorus of three voices, and the turns of a breath that all voicings share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from legsup.services.sound.waves import Floats, Samples, edges, phase_of, times

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def chorus(frequency: Floats, count: int, rate: int) -> Iterator[Floats]:
    """Sound the first partials of a course of frequencies (Hz), one after the other, each in three voices."""
    at = np.arange(len(frequency)) / rate
    phases = [(1.0, phase_of(frequency, rate))]
    for voice, (far, often, strength) in enumerate(WANDERS):
        wandering = far * np.sin(2.0 * np.pi * often * at + 1.7 * voice) * (-1.0) ** voice
        phases.append((strength, phase_of(frequency * (1.0 + wandering), rate) + 2.1 * (voice + 1)))
    # Each partial from the two before it: a sine for each would take three times as long.
    twice = [2.0 * np.cos(phase) for _, phase in phases]
    before = [np.zeros(len(frequency)) for _ in phases]
    now = [strength * np.sin(phase) for strength, phase in phases]
    for _ in range(count):
        yield now[0] + now[1] + now[2]
        before, now = now, [each * held - old for each, held, old in zip(twice, now, before, strict=True)]


def still(seconds: float, frequencies: tuple[float, ...], rate: int) -> Samples:
    """Give the tone of held breath: notes that stay, quiet."""
    count = round(seconds * rate)
    tone = np.zeros(count)
    for frequency in frequencies:
        first, second = chorus(np.full(count, frequency), 2, rate)
        tone += 0.16 / len(frequencies) ** 0.5 * (first + 0.4 * second)
    return (tone * edges(count, rate, 0.2, min(0.4, seconds / 2.0))).astype(np.float32)


def drop(seconds: float, frequency: float, rate: int) -> Samples:
    """Give the sound of rest after an exhale: one low drop that fades, then quiet."""
    at = times(seconds, rate)
    sound = np.sin(2.0 * np.pi * frequency * at) * np.exp(-at / 0.35)
    return (0.12 * sound * edges(len(at), rate, 0.08, min(0.1, seconds / 2.0))).astype(np.float32)
