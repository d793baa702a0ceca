"""The player loses its output and finds it again; the session goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.session import Event
from legsup.domain.sound import Progress
from tests.services.loudspeaker import Room
from tests.services.sounding import Humming, level
from tests.small_practice import PHRASES

if TYPE_CHECKING:
    from collections.abc import Callable


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
        assert PHRASES.resumed in voice.asked

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
