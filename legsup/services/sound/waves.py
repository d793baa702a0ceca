"""The raw material of every sound: edges, glides, coloured noise, and a change of rate."""

from __future__ import annotations

import os
from math import gcd

# One thread is plenty for our small arrays; by default numpy's library starts one a core and keeps their memory;
# it looks when it is imported, so this comes first.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
Floats = NDArray[np.float64]


def decibels(value: float) -> float:
    """Turn decibels into a factor of amplitude."""
    return 10.0 ** (value / 20.0)


def times(seconds: float, rate: int) -> Floats:
    """Give the times of all samples of so many seconds."""
    return np.arange(round(seconds * rate)) / rate


def smooth(share: Floats) -> Floats:
    """Bend 0-1 into a curve that leaves and arrives gently; what lies outside stays at the ends."""
    return 0.5 - 0.5 * np.cos(np.pi * np.clip(share, 0.0, 1.0))


def edges(count: int, rate: int, rise: float, fall: float) -> Floats:
    """Give an envelope that rises from 0 over ``rise`` seconds and falls to 0 over ``fall`` seconds at its end."""
    at = np.arange(count) / rate
    return smooth(at / rise) * smooth((count / rate - at) / fall)


def phase_of(frequency: Floats, rate: int) -> Floats:
    """Sum a course of frequencies (Hz) into a phase in radians."""
    return 2.0 * np.pi * np.cumsum(frequency) / rate


def noise(count: int, rate: int, low: float, high: float, seed: int) -> Floats:
    """Give noise between two frequencies (Hz, edges an octave soft) with an effective value of 1; its end meets its start."""
    first, last = (
        max(1, int(low / 2.0 * count / rate)),
        min(count // 2, int(2.0 * high * count / rate) + 1),
    )
    # Only where something is to be heard the spectrum is drawn: for a long sea it is a small part of it.
    frequency = np.arange(first, last) * (rate / count)
    shape = smooth(np.log2(frequency / low) + 1.0) * smooth(np.log2(high / frequency) + 1.0)
    parts = np.random.default_rng(seed).standard_normal((2, last - first))
    spectrum = np.zeros(count // 2 + 1, np.complex128)
    spectrum[first:last] = shape * (parts[0] + 1j * parts[1])
    shaped = np.fft.irfft(spectrum, count)
    return shaped / np.sqrt(np.mean(shaped**2))


def at_rate(samples: Samples, rate: int, wanted: int) -> Samples:
    """Change the rate of a whole sound, keeping everything below half of the lower rate."""
    if rate == wanted or not len(samples):
        return samples
    # Some silence at the end keeps the sound's end from leaking into its beginning, and makes both lengths whole numbers of
    # small factors, without which a spectrum may take ten times as long.
    common = gcd(rate, wanted)
    times_over = _quick(-(-(len(samples) + rate // 10) // (rate // common)))
    before, after = times_over * (rate // common), times_over * (wanted // common)
    changed = np.fft.irfft(np.fft.rfft(samples, before), after) * (after / before)
    return changed[: round(len(samples) * wanted / rate)].astype(np.float32)


def _quick(least: int) -> int:
    """Give the smallest number of small factors from ``least`` on."""
    powers = [3**threes * 5**fives for threes in range(9) for fives in range(6)]
    return min(power << max(0, (-(-least // power) - 1).bit_length()) for power in powers)
