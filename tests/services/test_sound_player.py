"""The player on an output that a test plays: on time, and withdrawn at once."""

from __future__ import annotations

import numpy as np
import pytest

from legsup.domain.session import Event
from legsup.domain.sound import Clip, Levels, Progress
from tests.services.loudspeaker import CUES_ONLY, Room
from tests.services.sounding import RATE, Humming, ensemble, level, rendered, started


def test_what_is_heard_is_the_session_at_its_time(room: Room) -> None:
    room.run(45.0)
    expected = rendered(started(at=100.0), 143.0, ensemble(None, CUES_ONLY))
    heard = room.speaker.between(100.0, 143.0)
    assert level(heard - expected) < level(expected) - 60.0
    assert room.player.progress is Progress.PLAYING


@pytest.mark.parametrize("drift", [0.0003, -0.0003])
def test_a_drifting_device_is_followed_within_two_milliseconds(room: Room, drift: float) -> None:
    for _ in range(400):
        room.run(0.1)
        room.speaker.late += drift * 0.1
    expected = rendered(started(at=100.0), 139.0, ensemble(None, CUES_ONLY))
    at = 37.0
    piece = expected[round(at * RATE) : round((at + 1) * RATE)]
    heard = room.speaker.between(100.0 + at - 0.05, 100.0 + at + 1.05)
    lag = int(np.argmax(np.correlate(heard, piece, "valid"))) - round(0.05 * RATE)
    assert abs(lag) <= 0.002 * RATE


def test_a_drifting_device_is_as_well_known_after_the_sound_was_written_anew(room: Room) -> None:
    def run(seconds: float) -> None:
        for _ in range(round(seconds / 0.1)):
            room.run(0.1)
            room.speaker.late += 0.0002 * 0.1

    run(32.0)
    room.levels = Levels(sea=False, voice=0.0)
    run(14.0)
    expected = rendered(started(at=100.0), 146.0, ensemble(None, CUES_ONLY))
    for at in (35.5, 36.0, 37.0, 38.0):
        piece = expected[round(at * RATE) : round((at + 1) * RATE)]
        heard = room.speaker.between(100.0 + at - 0.05, 100.0 + at + 1.05)
        lag = int(np.argmax(np.correlate(heard, piece, "valid"))) - round(0.05 * RATE)
        assert abs(lag) <= 0.0005 * RATE, (at, lag / RATE)


def test_a_hole_in_the_output_is_jumped_over_at_once(room: Room) -> None:
    room.run(22.0)
    room.speaker.late = 0.3
    room.run(10.0)
    expected = rendered(started(at=100.0), 131.0, ensemble(None, CUES_ONLY))
    heard = room.speaker.between(128.0, 131.0)
    assert level(heard - expected[28 * RATE :]) < level(heard) - 30.0


def test_a_pause_is_heard_within_a_tenth_of_a_second(room: Room) -> None:
    room.run(22.0)
    before = room.speaker.withdrawn
    paused = room.speaker.now
    room.send(Event.PAUSE)
    room.run(2.0)
    assert room.speaker.withdrawn == before + 1
    assert level(room.speaker.between(paused - 0.5, paused)) > -50.0
    # What is left is the room's answer, and gone soon.
    assert level(room.speaker.between(paused + 0.1, paused + 0.5)) < -60.0
    assert level(room.speaker.between(paused + 0.5, paused + 2.0)) < -140.0


def test_next_and_its_tick_are_both_heard(room: Room) -> None:
    room.run(2.5)
    room.send(Event.NEXT)
    room.send(Event.TICK)
    at = room.speaker.now
    room.run(1.5)
    assert level(room.speaker.between(at + 0.05, at + 0.5)) > -45.0


def test_levels_are_heard_within_a_tenth_of_a_second(room: Room) -> None:
    room.run(22.0)
    room.levels = Levels(mute=True)
    at = room.speaker.now
    room.run(2.0)
    assert level(room.speaker.between(at + 0.1, at + 0.5)) < -60.0
    assert level(room.speaker.between(at + 0.5, at + 2.0)) < -140.0


def test_a_long_pause_stops_the_stream_and_what_comes_next_wakes_it(room: Room) -> None:
    room.run(22.0)
    room.send(Event.PAUSE)
    room.run(59.0)
    assert room.speaker.running
    room.run(6.0)
    assert not room.speaker.running
    room.run(114.0)
    assert room.speaker.running, "the recall after three minutes must be heard"
    room.send(Event.RESUME)
    at = room.speaker.now
    room.run(3.0)
    assert level(room.speaker.between(at + 0.1, at + 2.0)) > -60.0


def test_finishing_fades_out_at_once(room: Room) -> None:
    room.run(22.0)
    at = room.speaker.now
    room.player.finish()
    room.speaker.now += 0.2
    room.speaker.take()
    assert level(room.speaker.between(at + 0.1, at + 0.5)) < -60.0
    assert level(room.speaker.between(at + 0.4, at + 0.5)) < -140.0


def test_it_is_over_when_the_session_has_ended_and_all_has_died_away(room: Room) -> None:
    room.run(3.0)
    assert not room.player.is_over
    room.send(Event.STOP)
    room.run(0.5)
    assert room.player.is_over


def test_what_is_slow_to_write_once_is_heard_in_time_and_not_written_again() -> None:
    class Slow(Humming):
        """A voice of which a clip takes a quarter of a second where ``slow`` is set, once."""

        slow = False

        def clip(self, text: str) -> Clip | None:
            if self.slow:
                room.speaker.now += 0.25
                self.slow = False
            return super().clip(text)

    voice = Slow()
    room = Room(voice=voice)
    room.run(1.0)
    room.begin()
    room.run(25.0)
    voice.slow = True
    at, before = room.speaker.now, room.speaker.withdrawn
    room.send(Event.TINGLE)
    room.run(4.0)
    assert not voice.slow
    assert room.speaker.withdrawn == before + 1
    assert level(room.speaker.between(at + 0.6, at + 1.19)) < -100.0
    assert level(room.speaker.between(at + 1.22, at + 1.7)) > -60.0


def test_an_output_of_a_wavering_delay_is_withdrawn_once_an_event(room: Room) -> None:
    room.run(45.0)
    for event, late in ((Event.PAUSE, 0.03), (Event.RESUME, -0.02), (Event.PAUSE, 0.05), (Event.RESUME, 0.0)):
        room.speaker.late = late
        before = room.speaker.withdrawn
        room.send(event)
        room.run(1.5)
        assert room.speaker.withdrawn == before + 1


@pytest.mark.parametrize("late", [0.0, 0.014, 0.09])
def test_new_sound_is_in_time_from_its_first_frame_however_long_the_output_took(
    room: Room, late: float
) -> None:
    room.run(22.0)
    at = room.speaker.now
    room.speaker.late = late
    room.send(Event.ADD_MINUTE)
    room.run(1.0)
    expected = rendered(started(at=100.0), at + 1.0, ensemble(None, CUES_ONLY))[-RATE:]
    heard = room.speaker.between(at, at + 1.0)
    begun = round((late + 0.02) * RATE)
    assert level((heard - expected)[begun:]) < level(expected[begun:]) - 50.0
    assert np.abs(heard[round(late * RATE) : begun]).max() > 0.1 * np.abs(expected[:begun]).max()


def test_nothing_that_matters_sounds_while_a_new_stream_wakes_a_loudspeaker() -> None:
    room = Room(levels=Levels(), voice=Humming())
    begin = room.speaker.now
    room.begin()
    room.run(6.0)
    assert level(room.speaker.between(begin, begin + 0.69)) < -100.0
    assert level(room.speaker.between(begin + 0.75, begin + 1.0)) > -40.0
