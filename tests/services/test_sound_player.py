"""The player on an output that a test plays: on time, withdrawn at once, lost and found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.domain.session import Event, Reading
from legsup.domain.sound import Levels, Progress
from legsup.services.sound.ensemble import render_session
from legsup.services.sound.player import Player
from tests.services.sounding import RATE, Humming, ensemble, level, moved, refuse, started

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.ports import SoundFeed
    from legsup.domain.session import Session
    from legsup.services.sound.waves import Samples

AHEAD = 0.5
TURN = 0.1
CUES_ONLY = Levels(sea=0.0)


class Loudspeaker:
    """An output on a clock of the test's: it takes half a second ahead, and keeps what was really heard."""

    device = "Loudspeaker"
    reason = ""
    rate = RATE
    channels = 2
    ahead = AHEAD
    gulp = 0.0
    has_ended = False

    def __init__(self, at: float = 99.0) -> None:
        self.now = at
        self.heard: list[tuple[float, Samples]] = []
        self.plugged = True
        self.opened = 0
        self.withdrawn = 0
        self.running = False
        self.late = 0.0
        self._feed: SoundFeed | None = None
        self._taken = 0.0

    def read(self) -> Reading:
        """The clock of the test."""
        return Reading(self.now)

    def open(self) -> None:
        self.opened += 1
        if not self.plugged:
            raise OSError("nothing is plugged in")

    def start(self, feed: SoundFeed) -> None:
        self._feed = feed
        self.running = True
        self._taken = self.now
        self.take()

    def withdraw(self, ready: Callable[[], None]) -> None:
        self.withdrawn += 1
        self._drop()
        ready()
        self._taken = self.now
        self.take()

    def stop(self) -> None:
        self._drop()
        self.running = False

    def close(self) -> None:
        self.stop()

    def take(self) -> None:
        """Take blocks until half a second lies ahead."""
        while self.running and self.plugged and self._feed is not None and self._taken < self.now + AHEAD:
            frames = round(0.05 * RATE)
            pcm = self._feed(frames, self._taken + self.late)
            stereo = np.frombuffer(pcm, np.float32).reshape(-1, 2)
            assert np.array_equal(stereo[:, 0], stereo[:, 1])
            missing = np.zeros(frames - len(stereo), np.float32)
            self.heard.append((self._taken + self.late, np.concatenate([stereo[:, 0], missing])))
            self._taken += 0.05

    def _drop(self) -> None:
        self.heard = [
            (at, block[: max(0, round((self.now - at) * RATE))]) for at, block in self.heard if at < self.now
        ]

    def between(self, begin: float, end: float) -> Samples:
        """What was heard between two times; silence where nothing was."""
        first, count = round(begin * RATE), round((end - begin) * RATE)
        whole = np.zeros(count, np.float32)
        for at, block in self.heard:
            offset = round(at * RATE) - first
            piece = block[max(0, -offset) : max(0, count - offset)]
            start = max(0, offset)
            whole[start : start + len(piece)] = piece
        return whole


class Room:
    """A player, its loudspeaker and a session that moves on with the clock."""

    def __init__(self, levels: Levels = CUES_ONLY, voice: Humming | None = None) -> None:
        self.speaker = Loudspeaker()
        self.player = Player(self.speaker, levels, voice, refuse, self.speaker)
        self.session: Session | None = None
        self.levels = levels
        self._told: list[Session] = []

    def begin(self) -> None:
        """Start the session now."""
        self.tell(started(at=self.speaker.now))

    def send(self, event: Event) -> None:
        """Let an event happen now."""
        assert self.session is not None
        self.tell(moved(self.session, event, self.speaker.now))

    def tell(self, session: Session) -> None:
        """Tell the player of a session."""
        self.session = session
        self._told.append(session)

    def run(self, seconds: float) -> None:
        """Let time pass in turns."""
        end = self.speaker.now + seconds
        while self.speaker.now < end - 1e-9:
            told, self._told = self._told, []
            self.player.turn(told, self.levels)
            self.speaker.now += TURN
            self.speaker.take()
            if self.session is not None:
                before, self.session = self.session, moved(self.session, Event.TICK, self.speaker.now)
                if before.beat_index != self.session.beat_index or before.status is not self.session.status:
                    self._told.append(self.session)


@pytest.fixture
def room() -> Room:
    """A room in which a session has just begun, after a second of silence."""
    made = Room()
    made.run(1.0)
    made.begin()
    return made


def test_what_is_heard_is_the_session_at_its_time(room: Room) -> None:
    room.run(45.0)
    expected = render_session(started(at=100.0), 143.0, ensemble(None, CUES_ONLY))
    heard = room.speaker.between(100.0, 143.0)
    assert level(heard - expected) < level(expected) - 60.0
    assert room.player.progress is Progress.PLAYING


@pytest.mark.parametrize("drift", [0.0003, -0.0003])
def test_a_drifting_device_is_followed_within_two_milliseconds(room: Room, drift: float) -> None:
    for _ in range(400):
        room.run(0.1)
        room.speaker.late += drift * 0.1
    expected = render_session(started(at=100.0), 139.0, ensemble(None, CUES_ONLY))
    at = 37.0
    piece = expected[round(at * RATE) : round((at + 1) * RATE)]
    heard = room.speaker.between(100.0 + at - 0.05, 100.0 + at + 1.05)
    lag = int(np.argmax(np.correlate(heard, piece, "valid"))) - round(0.05 * RATE)
    assert abs(lag) <= 0.002 * RATE


def test_a_hole_in_the_output_is_jumped_over_at_once(room: Room) -> None:
    room.run(22.0)
    room.speaker.late = 0.3
    room.run(10.0)
    expected = render_session(started(at=100.0), 131.0, ensemble(None, CUES_ONLY))
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
    assert level(room.speaker.between(paused + 0.1, paused + 2.0)) < -140.0


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
    assert level(room.speaker.between(at + 0.1, at + 2.0)) < -140.0


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


class TestLoss:
    def test_without_a_device_the_player_says_so_and_tries_again(self) -> None:
        room = Room()
        room.speaker.plugged = False
        room.run(3.0)
        assert room.player.progress is Progress.STUCK
        assert "plugged" in room.player.fault
        assert 5 <= room.speaker.opened <= 9
        room.speaker.plugged = True
        room.run(1.0)
        assert room.player.progress is Progress.PLAYING
        assert room.player.fault == ""

    def test_a_device_that_stands_still_is_lost_whatever_it_says(self) -> None:
        voice = Humming()
        room = Room(voice=voice)
        room.run(1.0)
        room.begin()
        room.run(20.0)
        room.speaker.plugged = False
        room.run(6.0)
        assert room.player.progress is Progress.STUCK
        room.speaker.plugged = True
        back = room.speaker.now
        room.run(4.0)
        assert room.player.progress is Progress.PLAYING
        assert level(room.speaker.between(back + 0.6, back + 1.2)) > -60.0
        assert "Here again. Breathe in with the tone." in voice.asked

    def test_a_stream_that_ended_by_itself_is_started_anew_at_once(self, room: Room) -> None:
        room.run(5.0)
        room.speaker.has_ended = True
        opened = room.speaker.opened
        room.run(0.1)
        assert room.player.progress is Progress.STUCK
        room.speaker.has_ended = False
        room.run(1.0)
        assert room.player.progress is Progress.PLAYING
        assert room.speaker.opened == opened + 1

    def test_a_device_that_is_gone_when_sound_is_withdrawn_is_lost_and_the_session_goes_on(
        self, room: Room
    ) -> None:
        room.run(5.0)

        def gone(_: Callable[[], None]) -> None:
            raise OSError("unplugged")

        room.speaker.withdraw = gone  # type: ignore[method-assign] - the test pulls the plug
        room.send(Event.PAUSE)
        room.run(0.2)
        assert room.player.fault == "" or room.player.progress is Progress.STUCK
        room.run(2.0)
        assert room.player.progress is Progress.PLAYING


def test_finishing_fades_out_at_once(room: Room) -> None:
    room.run(22.0)
    at = room.speaker.now
    room.player.finish()
    room.speaker.now += 0.2
    room.speaker.take()
    assert level(room.speaker.between(at + 0.1, at + 0.5)) < -140.0


def test_it_is_over_when_the_session_has_ended_and_all_has_died_away(room: Room) -> None:
    room.run(3.0)
    assert not room.player.is_over
    room.send(Event.STOP)
    room.run(0.5)
    assert room.player.is_over
