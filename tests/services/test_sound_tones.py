"""The breath tones of every voicing: in and out are told apart by ear alone, and a turn is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.domain.breath import Pattern, Phase
from legsup.domain.cues import Cue, CueKind
from legsup.domain.voicing import VOICINGS as NAMES
from legsup.domain.voicing import VoicingName
from legsup.services.sound import pad, steps, tone_rack
from legsup.services.sound.bells import BELLS
from legsup.services.sound.tone_rack import ToneRack, sunk
from legsup.services.sound.voicings import VOICINGS, Voicing
from tests.services.sounding import RATE, centroid, colour, level, pitch, through_a_laptop, window

if TYPE_CHECKING:
    from legsup.services.sound.waves import Samples

FIFTH = 1.5
TURNS = [(name, turn) for name in NAMES for turn in range(VOICINGS[name].turns)]
#: The voicings of which the strongest note moves; in a chord none does.
MOVING = [each for each in TURNS if each[0] != "pad"]


def tone(kind: CueKind, seconds: float, voicing: tuple[VoicingName, int], rate: int = RATE) -> Samples:
    name, turn = voicing
    return VOICINGS[name].makers[kind](seconds, turn, rate)


def test_every_voicing_that_can_be_chosen_sounds() -> None:
    assert set(VOICINGS) == set(NAMES)


@pytest.mark.parametrize("voicing", MOVING)
@pytest.mark.parametrize("seconds", [3.0, 4.0, 6.0])
class TestWhereItGoes:
    def test_the_inhale_rises_and_the_exhale_falls_through_a_laptop_with_noise(
        self, voicing: tuple[VoicingName, int], seconds: float
    ) -> None:
        heard_in = through_a_laptop(tone(CueKind.INHALE, seconds, voicing))
        heard_out = through_a_laptop(tone(CueKind.EXHALE, seconds, voicing))
        assert pitch(window(heard_in, 0.85)) > 1.1 * pitch(window(heard_in, 0.25))
        assert pitch(window(heard_out, 0.15)) > 1.1 * pitch(window(heard_out, 0.75))


@pytest.mark.parametrize("turn", range(VOICINGS["glide"].turns))
@pytest.mark.parametrize("seconds", [3.0, 4.0, 6.0])
def test_a_glide_moves_by_a_fifth_at_most(turn: int, seconds: float) -> None:
    going_in, going_out = (tone(kind, seconds, ("glide", turn)) for kind in (CueKind.INHALE, CueKind.EXHALE))
    assert 1.1 < pitch(window(going_in, 0.85)) / pitch(window(going_in, 0.15)) <= FIFTH * 1.01
    assert 1.1 < pitch(window(going_out, 0.12)) / pitch(window(going_out, 0.8)) <= FIFTH * 1.01


@pytest.mark.parametrize("voicing", TURNS)
@pytest.mark.parametrize("seconds", [3.0, 4.0, 6.0])
class TestInAndOut:
    def test_the_inhale_swells_and_the_exhale_fades(
        self, voicing: tuple[VoicingName, int], seconds: float
    ) -> None:
        going_in, going_out = (tone(kind, seconds, voicing) for kind in (CueKind.INHALE, CueKind.EXHALE))
        loud_in = [level(window(going_in, share, seconds / 4.0)) for share in (0.15, 0.4, 0.75)]
        loud_out = [level(window(going_out, share, seconds / 4.0)) for share in (0.2, 0.5, 0.85)]
        assert loud_in[0] + 2 < loud_in[1] < loud_in[2] - 1
        assert loud_out[0] > loud_out[1] + 0.5 > loud_out[2] + 1.5

    def test_the_inhale_opens_and_the_exhale_closes_through_a_laptop_with_noise(
        self, voicing: tuple[VoicingName, int], seconds: float
    ) -> None:
        heard_in = through_a_laptop(tone(CueKind.INHALE, seconds, voicing))
        heard_out = through_a_laptop(tone(CueKind.EXHALE, seconds, voicing))
        assert colour(window(heard_in, 0.75, 0.6)) > 1.1 * colour(window(heard_in, 0.2, 0.6))
        assert colour(window(heard_out, 0.2, 0.6)) > 1.1 * colour(window(heard_out, 0.75, 0.6))

    def test_they_differ_in_colour_through_a_laptop_with_noise(
        self, voicing: tuple[VoicingName, int], seconds: float
    ) -> None:
        heard_in = through_a_laptop(tone(CueKind.INHALE, seconds, voicing))
        heard_out = through_a_laptop(tone(CueKind.EXHALE, seconds, voicing))
        assert centroid(heard_in) > 1.2 * centroid(heard_out)

    def test_a_dip_of_a_fifth_of_a_second_marks_the_turn(
        self, voicing: tuple[VoicingName, int], seconds: float
    ) -> None:
        turn = np.concatenate([tone(kind, seconds, voicing) for kind in (CueKind.INHALE, CueKind.EXHALE)])
        hop = RATE // 100
        around = turn[round((seconds - 0.5) * RATE) : round((seconds + 0.5) * RATE)]
        course = np.array([level(around[n : n + 2 * hop]) for n in range(0, len(around) - 2 * hop, hop)])
        beside = min(course[:20].max(), course[-20:].max())
        assert 0.12 <= (course < beside - 6.0).sum() * 0.01 <= 0.3

    def test_nothing_needs_less_than_300_hz_or_more_than_2_khz(
        self, voicing: tuple[VoicingName, int], seconds: float
    ) -> None:
        for kind in (CueKind.INHALE, CueKind.EXHALE):
            heard = tone(kind, seconds, voicing)
            power = np.abs(np.fft.rfft(heard)) ** 2
            frequency = np.fft.rfftfreq(len(heard), 1 / RATE)
            assert power[(frequency > 300) & (frequency < 2000)].sum() > 0.96 * power.sum()

    def test_held_breath_is_still_and_quieter_than_a_moving_one(
        self, voicing: tuple[VoicingName, int], seconds: float
    ) -> None:
        full, empty = (tone(kind, seconds, voicing) for kind in (CueKind.HOLD_FULL, CueKind.HOLD_EMPTY))
        assert colour(window(full, 0.3, 0.8)) == pytest.approx(colour(window(full, 0.7, 0.8)), rel=0.2)
        assert level(full) < level(tone(CueKind.INHALE, seconds, voicing)) - 3
        assert level(window(empty, 0.8)) < level(window(empty, 0.1)) - 20


class TestSteps:
    @pytest.mark.parametrize(
        ("seconds", "notes"), [(3.0, 4), (3.75, 5), (4.0, 5), (6.0, 5), (10.0, 5), (2.0, 3)]
    )
    def test_a_longer_breath_has_more_notes_from_feet_to_crown(self, seconds: float, notes: int) -> None:
        up = steps.places(seconds)
        assert len(up) == notes
        assert (up[0], up[-1]) == (0, 4)
        assert sorted(set(up)) == list(up)
        assert seconds / notes >= 0.66

    def test_its_notes_are_those_of_the_bells(self) -> None:
        struck = {strike.frequency for bell in BELLS.values() for strike in bell.strikes}
        for note in steps.NOTES:
            assert any(
                abs(other / note * times - 1.0) < 0.001 for other in struck for times in (1.0, 2.0, 0.5)
            )

    def test_each_note_is_heard_in_its_place(self) -> None:
        up, down = tone(CueKind.INHALE, 6.0, ("steps", 0)), tone(CueKind.EXHALE, 6.0, ("steps", 0))
        for number, note in enumerate(steps.NOTES):
            assert pitch(window(up, (number + 0.5) / 5)) == pytest.approx(note, rel=0.01)
            assert pitch(window(down, (4.5 - number) / 5)) == pytest.approx(note, rel=0.01)


@pytest.mark.parametrize("turn", range(VOICINGS["pad"].turns))
def test_a_chord_stays_the_same_from_its_first_note_to_its_last(turn: int) -> None:
    """What is there early is there late, the highest notes come later."""
    chord = tone(CueKind.INHALE, 6.0, ("pad", turn))
    lowest, highest = (pad.CHORDS[turn][place] for place in (0, -1))
    assert strength(window(chord, 0.9, 0.8), lowest) > 2.0 * strength(window(chord, 0.15, 0.8), lowest)
    assert strength(window(chord, 0.9, 0.8), highest) > 4.0 * strength(window(chord, 0.15, 0.8), highest)


def strength(samples: Samples, frequency: float) -> float:
    at = np.arange(len(samples)) / RATE
    return float(np.abs(np.sum(samples * np.hanning(len(samples)) * np.exp(-2j * np.pi * frequency * at))))


@pytest.mark.parametrize("phase", list(Phase))
def test_tones_begin_and_end_in_silence(phase: Phase) -> None:
    made, _ = ToneRack(RATE).of(Cue(0.0, CueKind(phase.value), 0, 3.0), 0)
    assert len(made) == 3 * RATE
    assert abs(float(made[0])) < 1e-4
    assert abs(float(made[-1])) < 1e-3


def test_voicings_take_turns_and_tones_sink_after_ten_breaths() -> None:
    rack = ToneRack(RATE)
    cue = Cue(0.0, CueKind.INHALE, 0, 4.0)
    assert not np.array_equal(rack.of(cue, 0)[0], rack.of(cue, 1)[0])
    assert np.array_equal(rack.of(cue, 0)[0], rack.of(cue, 3)[0])
    gains = [rack.of(cue, breath)[1] for breath in (0, 9, 10, 11, 100)]
    assert gains == pytest.approx([1.0, 1.0, 10 ** (-4 / 20), 10 ** (-8 / 20), 10 ** (-8 / 20)])
    assert sunk(CueKind.EXHALE, 10) == pytest.approx(10 ** (-8 / 20))


def test_the_tones_of_a_pattern_are_made_ready_one_by_one_and_then_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[tuple[float, int]] = []

    def maker(seconds: float, turn: int, rate: int) -> Samples:
        made.append((seconds, turn))
        return np.zeros(round(seconds * rate), np.float32)

    monkeypatch.setattr(
        tone_rack, "VOICINGS", {"pad": Voicing(2, dict.fromkeys(VOICINGS["pad"].makers, maker))}
    )
    rack = ToneRack(RATE, "pad")
    for _ in range(9):
        rack.warm_up(Pattern(4.0, 6.0))
    rack.of(Cue(0.0, CueKind.INHALE, 0, 4.0), 3)
    assert made == [(4.0, 0), (6.0, 0), (4.0, 1), (6.0, 1)]


def test_a_voicing_that_is_chosen_anew_is_heard_from_the_next_tone_on() -> None:
    rack, cue = ToneRack(RATE, "glide"), Cue(0.0, CueKind.INHALE, 0, 4.0)
    before = rack.of(cue, 0)[0]
    rack.choose("steps")
    assert not np.array_equal(rack.of(cue, 0)[0], before)
    rack.choose("glide")
    assert np.array_equal(rack.of(cue, 0)[0], before)
