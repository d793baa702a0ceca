"""A loudspeaker on a clock of the test's, and a room in which a session is played on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from legsup.domain.session import Event, Reading
from legsup.domain.sound import Levels
from legsup.services.sound.player import Player
from tests.services.sounding import RATE, Humming, moved, refuse, started

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.session import Session
    from legsup.services.sound.output import SoundFeed
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
            missing = np.zeros(frames - len(stereo), np.float32)
            self.heard.append((self._taken + self.late, np.concatenate([stereo.mean(axis=1), missing])))
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
