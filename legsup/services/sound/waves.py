"""The raw material of every sound: edges, glides, coloured noise, and a change of rate."""

from __future__ import annotations

import os

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
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    frequency = np.fft.rfftfreq(count, 1.0 / rate)
    octaves_below = np.log2(np.maximum(frequency, 1e-3) / low)
    octaves_above = np.log2(high / np.maximum(frequency, 1e-3))
    shaped = np.fft.irfft(spectrum * smooth(octaves_below + 1.0) * smooth(octaves_above + 1.0), count)
    return shaped / np.sqrt(np.mean(shaped**2))


def at_rate(samples: Samples, rate: int, wanted: int) -> Samples:
    """Change the rate of a whole sound, keeping everything below half of the lower rate."""
    if rate == wanted or not len(samples):
        return samples
    # Some silence at the end keeps the sound's end from leaking into its beginning.
    padded = np.concatenate([samples, np.zeros(rate // 10, np.float32)])
    count = round(len(padded) * wanted / rate)
    changed = np.fft.irfft(np.fft.rfft(padded), count) * (count / len(padded))
    return changed[: round(len(samples) * wanted / rate)].astype(np.float32)
