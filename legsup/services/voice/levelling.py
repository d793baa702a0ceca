"""Levelling: every clip starts and ends without silence, is as loud as the others, and is never clipped."""

from __future__ import annotations

import numpy as np

from legsup.domain.sound import Clip
from legsup.services.voice.loudness import Floats, Samples, loudness, true_peak

#: Loudness of all words, in LUFS of one channel.
LOUDNESS = -24.0
#: No peak of a clip comes over this: 7 dB below full scale.
PEAK = 0.44
#: What is this much softer than the loudest moment, at the ends, is silence; some of it stays.
SILENCE, LEFT = 0.012, 0.03
#: Seconds in which a clip begins and ends.
EDGE = 0.012
#: Never made louder than this, so that a silent file does not become noise.
MOST_GAIN = 30.0


def levelled(samples: Samples, rate: int) -> Clip | None:
    """Level a clip; None where it holds nothing to be heard."""
    heard = _trimmed(samples, rate)
    measured = loudness(heard, rate)
    if not np.isfinite(measured):
        return None
    gain = min(MOST_GAIN, 10.0 ** ((LOUDNESS - measured) / 20.0))
    return Clip(rate, _tamed(heard.astype(np.float64) * gain, rate).astype(np.float32).tobytes())


def joined(clips: list[tuple[Clip, float]]) -> Clip:
    """Join clips of one rate, each followed by a pause in seconds."""
    rate = clips[0][0].rate
    pieces: list[Samples] = []
    for clip, pause in clips:
        pieces += [np.frombuffer(clip.pcm, np.float32), np.zeros(round(pause * rate), np.float32)]
    return Clip(rate, np.concatenate(pieces).tobytes())


def _trimmed(samples: Samples, rate: int) -> Samples:
    loud = np.flatnonzero(np.abs(samples) > SILENCE * float(np.abs(samples).max(initial=0.0)))
    if not len(loud):
        return samples[:0]
    left = round(LEFT * rate)
    heard = samples[max(0, int(loud[0]) - left) : int(loud[-1]) + 1 + left].astype(np.float64)
    edge = min(len(heard), round(EDGE * rate))
    slope = np.linspace(0.0, 1.0, edge)
    heard[:edge] *= slope
    heard[len(heard) - edge :] *= slope[::-1]
    return heard.astype(np.float32)


def _tamed(samples: Floats, rate: int) -> Floats:
    """Turn the gain down around peaks that are too high, smoothly within a hundredth of a second."""
    peak = true_peak(samples.astype(np.float32))
    if peak <= PEAK:
        return samples
    # The little that peaks between samples rise over those at them is counted as if it were everywhere.
    ceiling = PEAK * float(np.abs(samples).max()) / peak
    wanted = np.minimum(1.0, ceiling / np.maximum(np.abs(samples), 1e-9))
    reach = max(1, round(0.005 * rate))
    lowest = np.lib.stride_tricks.sliding_window_view(
        np.pad(wanted, 2 * reach, mode="edge"), 2 * reach + 1
    ).min(1)
    window = np.hanning(2 * reach + 3)[1:-1]
    gain = np.convolve(lowest, window / window.sum(), mode="valid")
    return samples * gain
