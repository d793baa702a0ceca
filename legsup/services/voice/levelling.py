"""Levelling: every clip starts and ends without silence, is as loud as the others, and is never clipped."""

from __future__ import annotations

import numpy as np

from legsup.domain.sound import Clip
from legsup.services.voice.loudness import Floats, Samples, loudness, true_peak

#: Loudness of all words, in LUFS of one channel.
LOUDNESS = -24.0
#: No peak of a clip comes over this: 7.7 dB below full scale, of which its compression may take one or two.
PEAK = 0.41
#: What is this much softer than the loudest moment, at the ends, is silence; so many seconds of it stay before and after.
SILENCE, BEFORE, AFTER = 0.01, 0.02, 0.06
#: Seconds in which a clip begins, and in which it dies away: neither clicks, and the last consonant stays whole.
RISE, FALL = 0.01, 0.05
#: Never made louder than this, so that a silent file does not become noise.
MOST_GAIN = 30.0


def levelled(samples: Samples, rate: int) -> Clip | None:
    """Level a clip; None where it holds nothing to be heard."""
    heard = trimmed(samples, rate)
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


def trimmed(samples: Samples, rate: int) -> Samples:
    """Take the silence off both ends of a sound, gently; none of it stays where there is nothing else."""
    loud = np.flatnonzero(np.abs(samples) > SILENCE * float(np.abs(samples).max(initial=0.0)))
    if not len(loud):
        return samples[:0]
    first, last = int(loud[0]) - round(BEFORE * rate), int(loud[-1]) + 1 + round(AFTER * rate)
    return edged(samples[max(0, first) : last], rate, RISE, FALL)


def edged(samples: Samples, rate: int, rise: float, fall: float) -> Samples:
    """Let a sound come from silence and go to it, within so many seconds."""
    heard = samples.astype(np.float64)
    first, last = min(len(heard), round(rise * rate)), min(len(heard), round(fall * rate))
    heard[:first] *= _smooth(np.linspace(0.0, 1.0, first))
    heard[len(heard) - last :] *= _smooth(np.linspace(1.0, 0.0, last))
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


def _smooth(share: Floats) -> Floats:
    """Bend 0-1 into a curve that leaves and arrives gently."""
    return 0.5 - 0.5 * np.cos(np.pi * share)
