"""The sound of a session in the terminal: there where it can be, never in the way where it cannot."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from legsup.app import messages
from legsup.app.log import keep_log
from legsup.app.sound_of import sound_of, voice_for
from legsup.domain.sound import Progress

if TYPE_CHECKING:
    from legsup.domain.plan import Plan
    from legsup.domain.ports import Clock
    from legsup.domain.session import Session, Status
    from legsup.domain.settings import Settings
    from legsup.domain.sound import SoundHealth
    from legsup.services.places import Places
    from legsup.services.sound.engine import Sound

#: Seconds within which an output has begun to play, or nothing will be heard from it; and between two looks.
PATIENCE, LOOK = 3.0, 0.05


class Hearing:
    """Sound that follows a session; ``silence`` is why nothing is heard, empty where something is."""

    def __init__(self, settings: Settings, places: Places, clock: Clock) -> None:
        self._settings = settings
        self._places = places
        self._clock = clock
        self._sound: Sound | None = None
        self._known: tuple[int, int, Status] | None = None
        self.silence = ""

    def prepare(self, plan: Plan) -> None:
        """Open the output, and wait until it is known whether it plays."""
        if self._settings.muted:
            self.silence = messages.MUTED
            return
        keep_log(self._places.state)
        try:
            voice = voice_for(self._settings, plan.choices.language, self._places)
            self._sound = sound_of(self._settings, voice, self._clock)
        except (ImportError, OSError) as error:
            self.silence = str(error)
            return
        self._sound.prepare(plan)
        health = _known_health(self._sound)
        self.silence = "" if health.is_heard else health.reason or health.progress.value.replace("_", " ")

    def follow(self, session: Session) -> None:
        """Take up the session where more than time changed."""
        seen = (session.revision, session.beat_index, session.status)
        if self._sound is not None and seen != self._known:
            self._known = seen
            self._sound.follow(session)

    def close(self) -> None:
        """Let the sound go."""
        if self._sound is not None:
            self._sound.close()


def _known_health(sound: Sound) -> SoundHealth:
    """Wait until something has been played, or it is clear that nothing will be."""
    until = time.monotonic() + PATIENCE
    health = sound.health()
    while health.progress is Progress.NOT_STARTED and time.monotonic() < until:
        time.sleep(LOOK)
        health = sound.health()
    return health


class Silence:
    """No sound, because none is wished."""

    silence = ""

    def prepare(self, plan: Plan) -> None:
        """Nothing to prepare."""

    def follow(self, session: Session) -> None:
        """Nothing to follow with."""

    def close(self) -> None:
        """Nothing is held."""
