"""What a session sounds like: each cue at its time, words alone, and what changes heard at once."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.domain.cues import CueKind
from legsup.domain.machine import upcoming
from legsup.domain.session import Event, Session
from legsup.domain.sound import Levels
from legsup.services.sound.room import LENGTH
from tests.services.sounding import RATE, Humming, ensemble, level, moved, plan, rendered, started
from tests.small_practice import PHRASES

if TYPE_CHECKING:
    from legsup.services.sound.ensemble import Ensemble
    from legsup.services.sound.waves import Samples

CUES_ONLY = Levels(sea=0.0)
#: Seconds after which what was broken off is gone, the room's answer too.
ROOM = 0.04 + LENGTH


def heard(
    session: Session, seconds: float, levels: Levels = CUES_ONLY, voice: Humming | None = None
) -> Samples:
    """What is heard of a session if only time passes."""
    return rendered(session, session.seen + seconds, ensemble(voice, levels))


def between(samples: Samples, begin: float, end: float) -> Samples:
    """A piece of what was heard from 0 s on."""
    return samples[round(begin * RATE) : round(end * RATE)]


def follow_and_render(made: Ensemble, session: Session, audible: float, until: float) -> Samples:
    """Take up a session and render what is heard from a time on."""
    made.arrangement.follow(session, audible)
    made.arrangement.extend(until)
    return made.mixer.render(round(audible * RATE), round((until - audible) * RATE))


def test_every_cue_is_heard_where_it_stands() -> None:
    session = started()
    cues = [cue for cue in upcoming(session, session.seen + 95) if cue.kind is not CueKind.SAY]
    samples = heard(session, 95)
    for cue in cues:
        at = cue.at - session.seen
        assert level(between(samples, at, at + 0.3)) > -70.0, cue
        assert level(between(samples, at - 0.02, at)) < level(between(samples, at, at + 0.3)) + 3, cue
    assert level(between(samples, 0.0, 0.45)) < -150.0


def test_any_span_is_the_same_however_it_is_cut_into_blocks() -> None:
    whole = heard(started(), 40, Levels(), Humming())
    made = ensemble(Humming())
    made.arrangement.follow(started(), 100.0)
    pieces: list[Samples] = []
    for n in range(400):
        made.arrangement.extend(101.5 + n / 10)
        pieces.append(made.mixer.render(100 * RATE + n * RATE // 10, RATE // 10))
        made.arrangement.forget(99.0 + n / 10)
    assert np.abs(np.concatenate(pieces) - whole).max() < 1e-6


def test_words_are_said_one_after_another_and_never_over_one_another() -> None:
    class Slow(Humming):
        """A voice of one's own that takes twice the time that was expected."""

        def clip(self, text: str):  # noqa: ANN202 - as the method of its base
            clip = super().clip(text)
            return None if clip is None else type(clip)(clip.rate // 2, clip.pcm)

    made = ensemble(Slow())
    made.arrangement.follow(started(), 100.0)
    made.arrangement.extend(250.0)
    words = sorted(
        (piece.start, piece.end) for piece in made.arrangement.pieces if piece.group.value == "voice"
    )
    assert len(words) >= 5
    assert all(end + 0.25 * RATE < begin for (_, end), (begin, _) in itertools.pairwise(words))


def test_all_else_gives_way_to_words_by_six_to_eight_decibels() -> None:
    session = started(plan(minutes=2))
    say = next(cue for cue in upcoming(session, 400.0) if cue.text == "Let the floor hold you.")
    quiet = heard(session, 160, Levels(voice=0.0), Humming())
    plain = heard(session, 160, Levels(voice=0.0))
    at = say.at - session.seen
    under = level(between(quiet, at + 0.2, at + 2.0)) - level(between(plain, at + 0.2, at + 2.0))
    assert -8.0 <= under <= -6.0
    assert np.allclose(between(quiet, at - 2.0, at - 0.5), between(plain, at - 2.0, at - 0.5))


def test_missing_words_leave_bells_and_tones() -> None:
    assert level(heard(started(), 95)) > -50.0


class TestWhatChanges:
    def test_a_pause_is_silent_within_a_tenth_of_a_second(self) -> None:
        made = ensemble(Humming(), CUES_ONLY)
        made.arrangement.follow(started(), 100.0)
        made.arrangement.extend(130.0)
        paused = moved(started(), Event.PAUSE, 119.0)
        before = made.mixer.render(round(118.5 * RATE), RATE // 2)
        samples = follow_and_render(made, paused, 119.03, 140.0)
        # What is left is the room's own, and gone soon.
        assert level(between(samples, 0.07, 0.2)) < level(before) - 25.0
        assert level(between(samples, ROOM, 20.0)) < -150.0

    def test_the_sea_draws_back_in_a_pause_without_stopping_dead(self) -> None:
        made = ensemble(None, Levels())
        made.arrangement.follow(started(), 100.0)
        made.arrangement.extend(125.0)
        before = made.mixer.render(123 * RATE, RATE // 2)
        samples = follow_and_render(made, moved(started(), Event.PAUSE, 124.0), 124.0, 132.0)
        assert level(before) - 25 < level(between(samples, 0.5, 1.0)) < level(before) - 8
        assert level(between(samples, 5.1, 8.0)) < -90.0
        steps = np.abs(np.diff(samples))
        assert steps.max() < 0.05

    def test_next_is_heard_at_once_with_the_whole_bell(self) -> None:
        made = ensemble(Humming(), CUES_ONLY)
        made.arrangement.follow(started(), 100.0)
        made.arrangement.extend(110.0)
        samples = follow_and_render(made, moved(started(), Event.NEXT, 103.0), 103.05, 104.0)
        alone = heard(started(), 9.9)
        settle = between(alone, 5.0, 5.5)
        assert np.abs(between(samples, 0.05, 0.5) - settle[: round(0.45 * RATE)]).max() < 0.2

    def test_a_minute_more_does_not_disturb_the_breath(self) -> None:
        session = moved(started(), Event.TICK, 121.0)
        made = ensemble(None, CUES_ONLY)
        made.arrangement.follow(session, 121.0)
        made.arrangement.extend(130.0)
        before = made.mixer.render(122 * RATE, RATE)
        after = follow_and_render(made, moved(session, Event.ADD_MINUTE, 121.5), 122.0, 123.0)
        assert np.abs(after - before).max() < 1e-6

    def test_coming_out_early_breaks_words_and_tones_off_gently(self) -> None:
        made = ensemble(Humming(), CUES_ONLY)
        made.arrangement.follow(started(), 100.0)
        made.arrangement.extend(130.0)
        samples = follow_and_render(made, moved(started(), Event.COME_OUT, 121.0), 121.03, 125.0)
        assert np.abs(np.diff(samples)).max() < 0.1
        pieces = [piece for piece in made.arrangement.pieces if piece.cut is None]
        assert [piece.due for piece in pieces] == pytest.approx([121.0, 123.6], abs=1.0)

    def test_levels_are_taken_up_gently_and_mute_is_silent(self) -> None:
        made = ensemble(Humming(), Levels())
        made.arrangement.follow(started(), 100.0)
        made.arrangement.extend(130.0)
        made.set_levels(Levels(mute=True), 121.0)
        samples = made.mixer.render(121 * RATE, 2 * RATE)
        assert np.abs(np.diff(samples)).max() < 0.1
        assert level(between(samples, 0.07, 0.2)) < level(made.mixer.render(120 * RATE, RATE)) - 25.0
        assert level(between(samples, ROOM, 2.0)) < -150.0

    def test_closing_leaves_nothing_to_be_heard(self) -> None:
        made = ensemble(Humming(), CUES_ONLY)
        made.arrangement.follow(started(), 100.0)
        made.arrangement.extend(130.0)
        made.arrangement.break_off(121.0)
        assert level(made.mixer.render(round((121.0 + ROOM) * RATE), 5 * RATE)) < -150.0


def test_after_a_loss_the_voice_says_where_one_is() -> None:
    voice = Humming()
    made = ensemble(voice)
    made.arrangement.follow(started(), 100.0)
    made.arrangement.follow(moved(started(), Event.TICK, 124.0), 124.0)
    made.arrangement.say_where(124.0)
    assert voice.asked[-1] == PHRASES.resumed
    out = moved(started(), Event.COME_OUT, 124.0)
    made.arrangement.follow(out, 124.1)
    made.arrangement.extend(129.0)
    made.arrangement.say_where(129.0)
    assert voice.asked[-1] == "Bend your knees."


def test_the_session_is_over_when_its_last_sound_has_died_away() -> None:
    made = ensemble(None, Levels())
    session = moved(started(), Event.TICK, 121.0)
    made.arrangement.follow(session, 121.0)
    made.arrangement.extend(122.0)
    made.arrangement.follow(moved(session, Event.STOP, 121.5), 121.6)
    made.arrangement.extend(132.0)
    assert not made.arrangement.is_over(122.0)
    assert made.arrangement.is_over(130.0)
