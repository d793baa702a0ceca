"""The breath tones: in and out are told apart by ear alone, and a turn is heard."""

from __future__ import annotations

import numpy as np
import pytest

from legsup.domain.breath import Phase
from legsup.domain.cues import Cue, CueKind
from legsup.services.sound import tones
from legsup.services.sound.tone_rack import ToneRack, sunk
from tests.services.sounding import RATE, centroid, level, pitch, through_a_laptop, window

FIFTH = 1.5


@pytest.mark.parametrize("voicing", tones.VOICINGS)
@pytest.mark.parametrize("seconds", [3.0, 4.0, 6.0])
class TestInAndOut:
    def test_the_inhale_rises_by_a_fifth_at_most(self, voicing: tones.Voicing, seconds: float) -> None:
        tone = tones.inhale(seconds, voicing, RATE)
        low, high = pitch(window(tone, 0.15)), pitch(window(tone, 0.85))
        assert 1.1 < high / low <= FIFTH * 1.01

    def test_the_exhale_falls_by_a_fifth_at_most(self, voicing: tones.Voicing, seconds: float) -> None:
        tone = tones.exhale(seconds, voicing, RATE)
        high, low = pitch(window(tone, 0.12)), pitch(window(tone, 0.8))
        assert 1.1 < high / low <= FIFTH * 1.01

    def test_the_inhale_swells_to_two_thirds_and_the_exhale_fades(
        self, voicing: tones.Voicing, seconds: float
    ) -> None:
        loud_in = [level(window(tones.inhale(seconds, voicing, RATE), share)) for share in (0.15, 0.4, 0.66)]
        loud_out = [level(window(tones.exhale(seconds, voicing, RATE), share)) for share in (0.2, 0.5, 0.85)]
        assert loud_in[0] + 3 < loud_in[1] < loud_in[2] - 1
        assert loud_out[0] > loud_out[1] + 1 > loud_out[2] + 4

    def test_they_differ_in_colour_through_a_laptop_with_noise(
        self, voicing: tones.Voicing, seconds: float
    ) -> None:
        heard_in = through_a_laptop(tones.inhale(seconds, voicing, RATE))
        heard_out = through_a_laptop(tones.exhale(seconds, voicing, RATE))
        assert centroid(heard_in) > 1.25 * centroid(heard_out)
        assert pitch(window(heard_in, 0.8)) > 1.1 * pitch(window(heard_in, 0.25))
        assert pitch(window(heard_out, 0.2)) > 1.1 * pitch(window(heard_out, 0.75))

    def test_a_dip_of_a_fifth_of_a_second_marks_the_turn(
        self, voicing: tones.Voicing, seconds: float
    ) -> None:
        turn = np.concatenate([tones.inhale(seconds, voicing, RATE), tones.exhale(seconds, voicing, RATE)])
        hop = RATE // 100
        around = turn[round((seconds - 0.5) * RATE) : round((seconds + 0.5) * RATE)]
        course = np.array([level(around[n : n + 2 * hop]) for n in range(0, len(around) - 2 * hop, hop)])
        beside = min(course[:20].max(), course[-20:].max())
        assert 0.15 <= (course < beside - 6.0).sum() * 0.01 <= 0.3


def test_nothing_needs_less_than_300_hz_or_more_than_2_khz() -> None:
    for voicing in tones.VOICINGS:
        for tone in (tones.inhale(4, voicing, RATE), tones.exhale(6, voicing, RATE)):
            power = np.abs(np.fft.rfft(tone)) ** 2
            frequency = np.fft.rfftfreq(len(tone), 1 / RATE)
            assert power[(frequency > 300) & (frequency < 2000)].sum() > 0.97 * power.sum()


def test_held_breath_is_still_and_quieter_than_a_moving_one() -> None:
    voicing = tones.VOICINGS[0]
    full, empty = tones.hold_full(4, voicing, RATE), tones.hold_empty(4, voicing, RATE)
    assert pitch(window(full, 0.3)) == pytest.approx(pitch(window(full, 0.7)), rel=0.01)
    assert level(full) < level(tones.inhale(4, voicing, RATE)) - 3
    assert level(window(empty, 0.8)) < level(window(empty, 0.1)) - 20


@pytest.mark.parametrize("phase", list(Phase))
def test_tones_begin_and_end_in_silence(phase: Phase) -> None:
    tone, _ = ToneRack(RATE).of(Cue(0.0, CueKind(phase.value), 0, 3.0), 0)
    assert len(tone) == 3 * RATE
    assert abs(float(tone[0])) < 1e-4
    assert abs(float(tone[-1])) < 1e-3


def test_voicings_take_turns_and_tones_sink_after_ten_breaths() -> None:
    rack = ToneRack(RATE)
    cue = Cue(0.0, CueKind.INHALE, 0, 4.0)
    assert not np.array_equal(rack.of(cue, 0)[0], rack.of(cue, 1)[0])
    assert np.array_equal(rack.of(cue, 0)[0], rack.of(cue, 3)[0])
    gains = [rack.of(cue, breath)[1] for breath in (0, 9, 10, 11, 100)]
    assert gains == pytest.approx([1.0, 1.0, 10 ** (-4 / 20), 10 ** (-8 / 20), 10 ** (-8 / 20)])
    assert sunk(CueKind.EXHALE, 10) == pytest.approx(10 ** (-8 / 20))
