"""Loudness as people hear it: ITU-R BS.1770-4, gated, for one channel; and the true peak."""

from __future__ import annotations

import os
from math import log10, pi, tan

# One thread is plenty for our small arrays; by default numpy's library starts one a core and keeps their memory;
# it looks when it is imported, so this comes first.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
Floats = NDArray[np.float64]
Response = NDArray[np.complex128]

#: Gating of the standard: blocks of 0.4 s every 0.1 s, none below -70 LUFS, none 10 LU below the mean of the rest.
BLOCK, HOP, SILENT, RELATIVE = 0.4, 0.1, -70.0, -10.0
#: What one channel's mean square is moved by in the standard.
OFFSET = -0.691
#: True peaks are looked for at this many times the rate.
OVERSAMPLED = 4


def loudness(samples: Samples, rate: int) -> float:
    """Tell the gated loudness in LUFS of one channel; -inf where all is silent."""
    weighted = k_weighted(samples, rate)
    block = round(BLOCK * rate)
    if len(weighted) < block:
        weighted = np.concatenate([weighted, np.zeros(block - len(weighted))])
    sums = np.concatenate([[0.0], np.cumsum(weighted**2)])
    starts = np.arange(0, len(weighted) - block + 1, round(HOP * rate))
    powers = (sums[starts + block] - sums[starts]) / block
    powers = powers[powers > _power(SILENT)]
    if not len(powers):
        return float("-inf")
    return _lufs(float(powers[powers > float(powers.mean()) * 10.0 ** (RELATIVE / 10.0)].mean()))


def true_peak(samples: Samples) -> float:
    """Tell the highest peak between and at the samples, as an amplitude (1 is full scale)."""
    if not len(samples):
        return 0.0
    count = quick_length(len(samples))
    spectrum = np.fft.rfft(samples, count)
    between = np.fft.irfft(spectrum, OVERSAMPLED * count) * OVERSAMPLED
    return float(np.abs(between).max())


def k_weighted(samples: Samples, rate: int) -> Floats:
    """Weigh by the standard's two filters: a shelf for the head, a high-pass; applied in the spectrum."""
    padded = quick_length(len(samples) + rate // 2)
    turn = np.exp(-2j * pi * np.arange(padded // 2 + 1) / padded)
    response = _shelf(rate, turn) * _high_pass(rate, turn)
    return np.fft.irfft(np.fft.rfft(samples, padded) * response, padded)[: len(samples)]


def quick_length(least: int) -> int:
    """Give the smallest even number of small factors from ``least`` on: a spectrum of another takes up to ten times as long."""
    powers = [2 * 3**threes * 5**fives for threes in range(9) for fives in range(6)]
    return min(power << max(0, (-(-least // power) - 1).bit_length()) for power in powers)


def _shelf(rate: int, turn: Response) -> Response:
    """Give the response of the first filter at points of the unit circle (+4 dB above 1.7 kHz)."""
    k, quality = tan(pi * 1681.974450955533 / rate), 0.7071752369554196
    high = 10.0 ** (3.999843853973347 / 20.0)
    middle = high**0.4996667741545416
    ahead = (high + middle * k / quality + k * k, 2.0 * (k * k - high), high - middle * k / quality + k * k)
    return _biquad(ahead, _poles(k, quality), turn)


def _high_pass(rate: int, turn: Response) -> Response:
    """Give the response of the second filter (above 38 Hz); its numerator is not scaled, as in the standard."""
    k, quality = tan(pi * 38.13547087602444 / rate), 0.5003270373238773
    first, second, third = _poles(k, quality)
    return _biquad((1.0, -2.0, 1.0), (1.0, second / first, third / first), turn)


def _poles(k: float, quality: float) -> tuple[float, float, float]:
    return 1.0 + k / quality + k * k, 2.0 * (k * k - 1.0), 1.0 - k / quality + k * k


def _biquad(ahead: tuple[float, float, float], back: tuple[float, float, float], turn: Response) -> Response:
    over = ahead[0] + ahead[1] * turn + ahead[2] * turn**2
    under = back[0] + back[1] * turn + back[2] * turn**2
    return over / under


def _power(lufs: float) -> float:
    return float(10.0 ** ((lufs - OFFSET) / 10.0))


def _lufs(power: float) -> float:
    return OFFSET + 10.0 * log10(power)
