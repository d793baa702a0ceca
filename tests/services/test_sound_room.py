"""Space: a soft room and a wide sea for two loudspeakers, and nothing lost on one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.domain.cues import CueKind
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.sound import BELLS, Levels
from legsup.domain.voicing import VOICINGS, VoicingName
from legsup.services.library import Library
from legsup.services.sound.room import LENGTH, Room
from legsup.services.sound.sea import Sea
from tests.services.sounding import RATE, Humming, ensemble, level, rendered, started

if TYPE_CHECKING:
    from legsup.services.sound.waves import Samples

ASSETS = Path(__file__).parents[2] / "assets"
#: Bands of about an octave in which something of a practice sounds (Hz).
BANDS = ((110, 200), (300, 600), (600, 1200), (1200, 2400))
#: Most that one loudspeaker may lose of two (dB).
LOST = 3.0


def both(levels: Levels, voice: Humming | None, begin: float, seconds: float) -> Samples:
    """What two loudspeakers give of a quick start of four minutes."""
    library = Library(ASSETS)
    choices = Choices(minutes=4, ease_in=False, desk=True)
    made = ensemble(voice, levels)
    made.arrangement.follow(
        started(compile_plan(library.find("legs-up-the-wall"), choices, library.parts()), 0.0), 0.0
    )
    made.arrangement.extend(begin + seconds)
    return made.mixer.render_wide(round(begin * RATE), round(seconds * RATE))


def within(samples: Samples, band: tuple[int, int]) -> Samples:
    spectrum = np.fft.rfft(samples)
    frequency = np.fft.rfftfreq(len(samples), 1 / RATE)
    spectrum[(frequency < band[0]) | (frequency > band[1])] = 0.0
    return np.fft.irfft(spectrum, len(samples)).astype(np.float32)


@pytest.mark.parametrize("voicing", VOICINGS)
@pytest.mark.parametrize("begin", [0.0, 140.0, 370.0])
def test_nothing_is_lost_on_one_loudspeaker(voicing: VoicingName, begin: float) -> None:
    wide = both(Levels(voicing=voicing), Humming(), begin, 30.0)
    for band in BANDS:
        left, right, mono = (within(each, band) for each in (wide[:, 0], wide[:, 1], wide.mean(axis=1)))
        for second in range(30):
            part = slice(second * RATE, (second + 1) * RATE)
            two = 10.0 * np.log10(0.5 * (np.mean(left[part] ** 2.0) + np.mean(right[part] ** 2.0)) + 1e-20)
            if two > -60.0:
                assert level(mono[part]) > two - LOST, (band, second)


def test_the_sea_is_wide_and_the_sides_have_little_in_common() -> None:
    wide = both(Levels(cues=0.0), None, 145.0, 19.0)
    assert abs(float(np.corrcoef(wide[:, 0], wide[:, 1])[0, 1])) < 0.4
    assert level(wide[:, 0]) == pytest.approx(level(wide[:, 1]), abs=0.5)


def test_the_sides_of_the_sea_correlate_nowhere() -> None:
    middle, sides = Sea(RATE).samples(0, np.ones(19 * RATE))
    for lag in range(-200, 200, 5):
        assert abs(float(np.corrcoef(middle, np.roll(sides, lag))[0, 1])) < 0.25


def test_bells_and_tones_are_wider_than_a_point_and_still_in_the_middle() -> None:
    wide = both(Levels(sea=0.0), None, 140.0, 20.0)
    sides = 0.5 * (wide[:, 0] - wide[:, 1])
    assert level(wide.mean(axis=1)) - 20.0 < level(sides) < level(wide.mean(axis=1)) - 8.0


def test_mono_is_the_same_practice() -> None:
    wide = both(Levels(), Humming(), 130.0, 20.0)
    library = Library(ASSETS)
    choices = Choices(minutes=4, ease_in=False, desk=True)
    made = ensemble(Humming(), Levels())
    session = started(compile_plan(library.find("legs-up-the-wall"), choices, library.parts()), 0.0)
    mono = rendered(session, 150.0, made)[130 * RATE :]
    assert np.abs(wide.mean(axis=1) - mono).max() < 0.01


@pytest.mark.parametrize("cuts", [7, 60])
def test_the_room_answers_alike_however_it_is_cut(cuts: int) -> None:
    session = started()
    whole, cut = (ensemble(Humming(), Levels(sea=0.0)) for _ in range(2))
    for made in (whole, cut):
        made.arrangement.follow(session, 100.0)
        made.arrangement.extend(106.0)
    at_once = whole.mixer.render_wide(100 * RATE, 5 * RATE)
    cut_at = [round(5 * RATE * n / cuts) for n in range(cuts + 1)]
    pieces = [cut.mixer.render_wide(100 * RATE + a, b - a) for a, b in pairwise(cut_at)]
    assert np.abs(np.concatenate(pieces) - at_once).max() < 1e-5


def test_the_room_is_soft_small_and_starts_after_the_sound() -> None:
    room = Room(RATE)
    click = np.zeros(room.length + RATE)
    click[room.length] = 1.0
    for answer in room.answer(click):
        assert np.abs(answer[: round(0.006 * RATE)]).max() < 1e-4
        assert np.abs(answer[round(LENGTH * RATE) :]).max() < 1e-7
        energy = np.cumsum(answer**2)
        assert np.searchsorted(energy, 0.9 * energy[-1]) < 0.15 * RATE
        assert -20.0 < 10.0 * np.log10(energy[-1]) < -12.0


def test_the_sea_may_stay_from_the_desk_to_the_end() -> None:
    wide = both(Levels(cues=0.0, sea_throughout=True), None, 15.0, 10.0)
    assert level(wide.mean(axis=1)) > -55.0
    assert level(both(Levels(cues=0.0), None, 15.0, 10.0).mean(axis=1)) < -80.0


def test_the_sea_comes_when_it_is_asked_for_and_goes_when_it_is_not() -> None:
    quiet = {kind: None for kind in BELLS if kind is not CueKind.NOTE}
    plain = Levels(bells=quiet)
    made = ensemble(None, plain)
    made.arrangement.follow(started(), 100.0)
    made.arrangement.extend(104.9)
    made.set_levels(replace(plain, sea_throughout=True), 100.5)
    assert level(made.mixer.render(104 * RATE, RATE // 2)) > -50.0
    made.set_levels(plain, 104.5)
    assert level(made.mixer.render(round(112.6 * RATE), RATE)) < -100.0
