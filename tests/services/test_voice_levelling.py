"""Loudness by the standard, and every clip brought to it."""

from __future__ import annotations

import numpy as np
import pytest

from legsup.services.voice.levelling import PEAK, levelled
from legsup.services.voice.loudness import Samples, loudness, true_peak

RATE = 48000


def tone(frequency: float, level: float, seconds: float = 5.0, rate: int = RATE) -> Samples:
    """A sine with a peak level in dB below full scale."""
    at = np.arange(round(seconds * rate)) / rate
    return (10 ** (level / 20) * np.sin(2 * np.pi * frequency * at)).astype(np.float32)


class TestLoudness:
    @pytest.mark.parametrize("rate", [16000, 44100, 48000])
    def test_the_reference_tone_of_the_standard_measures_as_it_says(self, rate: int) -> None:
        assert loudness(tone(997, 0.0, rate=rate), rate) == pytest.approx(-3.01, abs=0.1)
        assert loudness(tone(997, -20.0, rate=rate), rate) == pytest.approx(-23.01, abs=0.1)

    def test_low_tones_weigh_less_and_high_ones_more(self) -> None:
        assert loudness(tone(40, -20.0), RATE) < -26.0
        assert loudness(tone(4000, -20.0), RATE) == pytest.approx(-23.01 + 3.3, abs=0.4)

    def test_silence_between_is_gated_out(self) -> None:
        spoken = tone(997, -20.0)
        paused = np.concatenate([spoken, np.zeros(20 * RATE, np.float32), spoken])
        assert loudness(paused, RATE) == pytest.approx(-23.01, abs=0.3)
        assert loudness(np.zeros(RATE, np.float32), RATE) == float("-inf")

    def test_the_true_peak_lies_between_samples(self) -> None:
        at = np.arange(4800)
        between = np.sin(np.pi / 2 * at + np.pi / 4).astype(np.float32)
        assert float(np.abs(between).max()) == pytest.approx(0.707, abs=0.001)
        assert true_peak(between[: 4800 - 4800 % 4]) == pytest.approx(1.0, abs=0.02)
        assert true_peak(np.zeros(0, np.float32)) == 0.0


def speech_like(level: float, seconds: float = 3.0) -> Samples:
    """Noise in syllables, with silence around."""
    count = round(seconds * RATE)
    syllables = np.maximum(0.0, np.sin(2 * np.pi * 3 * np.arange(count) / RATE)) ** 2
    words = 10 ** (level / 20) * syllables * np.random.default_rng(5).standard_normal(count)
    quiet = np.zeros(RATE)
    return np.concatenate([quiet, words, quiet]).astype(np.float32)


@pytest.mark.parametrize("level", [-60.0, -30.0, -6.0])
def test_a_clip_is_as_loud_as_the_others_whatever_it_was(level: float) -> None:
    clip = levelled(speech_like(level), RATE)
    assert clip is not None
    samples = np.frombuffer(clip.pcm, np.float32)
    wanted = -24.0 if level > -50.0 else float("nan")
    measured = loudness(samples, RATE)
    assert measured == pytest.approx(wanted, abs=1.0) or level < -50.0
    assert true_peak(samples) <= PEAK * 1.03
    assert clip.seconds == pytest.approx(3.0, abs=0.25)


def test_silence_is_no_clip() -> None:
    assert levelled(np.zeros(RATE, np.float32), RATE) is None
    assert levelled(np.zeros(0, np.float32), RATE) is None
