"""Whole sessions as they are heard: how loud, never clipped, told apart, and never silent for long in a hold."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.domain.course import passed
from legsup.domain.cues import CueKind
from legsup.domain.outlook import end_sign
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.session import Status
from legsup.domain.sound import Clip, Levels
from legsup.domain.voicing import VOICINGS, VoicingName
from legsup.services.library import Library
from legsup.services.voice.loudness import loudness, true_peak
from legsup.services.voice.pack import PackSpeaker
from tests.services.sounding import (
    RATE,
    Humming,
    colour,
    ensemble,
    level,
    pitch,
    plan,
    rendered,
    started,
    through_a_laptop,
    window,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.services.sound.waves import Samples

ASSETS = Path(__file__).parents[2] / "assets"
#: The hold of a quick start, as reference times of the plan give it (s), and how loud it is to be (LUFS, one channel).
HOLD, LOUD, WORDS_LOUD, ROOM = 146.0, -27.0, -24.0, 2.0
#: 6 dB below full scale.
PEAK = 0.501


class Shipped(Humming):
    """The shipped English voice, asked at once."""

    def __init__(self) -> None:
        super().__init__()
        self._pack = PackSpeaker(ASSETS / "sounds" / "voice" / "en", "shipped-en", made_ready=True)

    def clip(self, text: str) -> Clip | None:
        """Give the clip without any thread."""
        self.asked.append(text)
        return self._pack.speak(text, 1.0)


def quick_start(minutes: float, levels: Levels, voice: Humming | None, seconds: float) -> Samples:
    """What is heard of a quick start."""
    library = Library(ASSETS)
    choices = Choices(minutes=minutes, ease_in=False, desk=True)
    made = compile_plan(library.find("legs-up-the-wall"), choices, library.parts())
    return rendered(started(made, at=0.0), seconds, ensemble(voice, levels))


@pytest.fixture(scope="module")
def whole() -> Samples:
    """A quick start of two minutes, whole, with the shipped voice."""
    return quick_start(2, Levels(), Shipped(), 400.0)


def test_the_hold_is_gently_loud_and_nothing_ever_peaks(whole: Samples) -> None:
    assert loudness(whole[round(HOLD * RATE) : round((HOLD + 120) * RATE)], RATE) == pytest.approx(
        LOUD, abs=ROOM
    )
    assert max(true_peak(piece) for piece in np.split(whole, 40)) <= PEAK


@pytest.mark.parametrize("voicing", VOICINGS)
def test_it_stays_as_loud_when_the_tones_have_sunk(voicing: VoicingName) -> None:
    samples = quick_start(6, Levels(voicing=voicing), None, HOLD + 360)
    assert loudness(samples[round(HOLD * RATE) :], RATE) == pytest.approx(LOUD, abs=ROOM)
    assert loudness(samples[round((HOLD + 240) * RATE) :], RATE) == pytest.approx(LOUD, abs=ROOM)
    laptop = through_a_laptop(samples[round((HOLD + 240) * RATE) :], noise=0.0)
    assert loudness(laptop, RATE) == pytest.approx(LOUD, abs=ROOM + 0.5)


def test_words_are_a_little_louder_than_all_else(whole: Samples) -> None:
    spoken = quick_start(2, Levels(cues=0.0, sea=0.0), Shipped(), 130.0)
    assert loudness(spoken, RATE) == pytest.approx(WORDS_LOUD, abs=ROOM)
    assert len(whole) == 400 * RATE


def test_words_stand_out_of_tones_and_sea_in_a_hold(whole: Samples) -> None:
    # "If your legs tingle" is said on an exhale: between the sounds of speech and the bare exhale before it.
    bare = quick_start(2, Levels(voice=0.0), Shipped(), 236.0)
    spoken = whole[: len(bare)] - bare
    under = slice(round(211 * RATE), round(213 * RATE))
    assert level(spoken[under]) > level(bare[under]) + 6.0


@pytest.mark.parametrize("levels", [Levels(cues=0.0, sea=0.0, voice=0.0), Levels(cues=0.0)])
def test_no_level_makes_a_hold_silent_for_a_minute(levels: Levels) -> None:
    for pattern in (plan().choices.pattern, None):
        session = started(plan(minutes=4, pattern=pattern), at=0.0)
        samples = rendered(session, 255.0, ensemble(None, levels))[15 * RATE :]
        seconds = np.array([level(samples[n * RATE : (n + 1) * RATE]) for n in range(240)])
        heard = np.flatnonzero(seconds > -66.0)
        assert len(heard) > 3
        assert np.diff(heard).max() < 60


def test_mute_is_silent_and_the_session_goes_on() -> None:
    samples = quick_start(2, Levels(mute=True), Shipped(), 30.0)
    assert not samples.any()


def test_the_voice_is_asked_for_every_line_of_the_session() -> None:
    voice = Shipped()
    quick_start(2, Levels(), voice, 400.0)
    assert len(voice.asked) > 20
    silent = [text for text in tuple(voice.asked) if voice.clip(text) is None]
    assert silent == []


@pytest.mark.parametrize("name", ["in-bed", "side-lying-rest"])
def test_at_bedtime_the_sea_dies_away_over_a_minute_and_nothing_rings(name: str) -> None:
    library = Library(ASSETS)
    made = compile_plan(library.find(name), Choices(minutes=2, bedtime=True), library.parts())
    session = started(made, at=0.0)
    end = end_sign(session)
    heard = ensemble(None, Levels())
    heard.arrangement.follow(session, 0.0)
    heard.arrangement.extend(end)
    over, cues = passed(session, end + 0.01)
    assert over.status is Status.ENDED
    assert CueKind.END not in {cue.kind for cue in cues}
    heard.arrangement.follow(over, end)
    samples = heard.mixer.render(round(end * RATE), 70 * RATE)
    tens = [level(samples[n * 10 * RATE : (n + 1) * 10 * RATE]) for n in range(7)]
    assert tens[0] > -60.0
    assert all(later < earlier for earlier, later in pairwise(tens[:6]))
    assert tens[3] > tens[0] - 12.0
    assert not samples[round(61.0 * RATE) :].any()


def chord(samples: Samples) -> float:
    """Where in a chord its strength lies; above it is the sea."""
    return colour(samples, highest=820.0)


@pytest.mark.parametrize(("voicing", "measure"), [("glide", pitch), ("steps", pitch), ("pad", chord)])
def test_in_and_out_are_told_apart_in_every_breath_of_a_session_through_a_laptop_with_noise(
    voicing: VoicingName, measure: Callable[[Samples], float]
) -> None:
    """What moves is the note, or where no note moves the colour."""
    breaths = 24
    heard = through_a_laptop(quick_start(4, Levels(voicing=voicing), None, HOLD + 10.0 * breaths))
    for breath in range(breaths):
        begin = HOLD + 10.0 * breath
        inhale = heard[round(begin * RATE) : round((begin + 4.0) * RATE)]
        exhale = heard[round((begin + 4.0) * RATE) : round((begin + 10.0) * RATE)]
        assert measure(window(inhale, 0.8)) > 1.1 * measure(window(inhale, 0.3)), f"inhale {breath}"
        assert measure(window(exhale, 0.2)) > 1.1 * measure(window(exhale, 0.7)), f"exhale {breath}"
