"""Joins the sound to the session: made when a practice begins, and never able to stop one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from legsup.domain.sequence import Pace
from legsup.domain.session import Event, Session, Status
from legsup.domain.sound import Progress, SoundHealth

if TYPE_CHECKING:
    from legsup.domain.plan import Plan
    from legsup.domain.ports import Clock
    from legsup.domain.settings import Settings
    from legsup.practice.kept_settings import KeptSettings
    from legsup.services.conductor import Conductor
    from legsup.services.places import Places
    from legsup.services.sound.engine import Sound

#: Milliseconds between two looks at the loudspeaker while the person is still on their feet.
LOOK = 500
#: Seconds from the start in which a loudspeaker must have begun to play; else nobody is sent to the floor in silence.
PATIENCE = 4.0


class Sounding(QObject):
    """The sound of the app's sessions. ``with_screen`` lets a practice begin without it, as the person chose."""

    def __init__(
        self,
        conductor: Conductor,
        clock: Clock,
        kept: KeptSettings,
        places: Places,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._clock = clock
        self._kept = kept
        self._places = places
        self._sound: Sound | None = None
        self._screen_chosen = self._paused = False
        self._look = QTimer(self)
        self._look.setInterval(LOOK)
        self._look.timeout.connect(self._watch)
        conductor.changed.connect(self._follow)
        kept.follow(self._set_levels)

    def prepare(self, plan: Plan) -> None:
        """Make the sound of a plan ready; a muted one is not made at all."""
        self.close()
        self._screen_chosen = self._paused = False
        settings = self._kept.now
        if not settings.muted:
            from legsup.app.log import keep_log  # noqa: PLC0415 - with the first practice
            from legsup.app.sound_of import sound_of, voice_for  # noqa: PLC0415 - the same

            keep_log(self._places.state)
            voice = voice_for(settings, plan.choices.language, self._places)
            self._sound = sound_of(settings, voice, self._clock)
            self._sound.prepare(plan)
        if plan.choices.pace is Pace.HANDS_FREE:
            self._look.start()

    def health(self) -> SoundHealth:
        """Tell how the loudspeaker is doing."""
        if self._sound is None:
            return SoundHealth("", Progress.SILENT, "sound is muted")
        return self._sound.health()

    def _set_levels(self, settings: Settings) -> None:
        if self._sound is not None:
            from legsup.app.sound_of import levels_of  # noqa: PLC0415 - sound was made, so it is loaded

            self._sound.set_levels(levels_of(settings))

    def try_again(self) -> None:
        """Look for a loudspeaker once more, from the desk."""
        session = self._conductor.session
        if session is not None and session.is_active:
            self.prepare(session.plan)
            self._paused = True  # it goes on once something is heard

    def with_screen(self) -> None:
        """Begin without sound: the screen leads."""
        self._screen_chosen = True
        self._conductor.send(Event.RESUME)

    def close(self) -> None:
        """Let the sound go."""
        self._look.stop()
        if self._sound is not None:
            self._sound.close()
            self._sound = None

    def _follow(self, session: Session) -> None:
        if self._sound is not None:
            self._sound.follow(session)

    def _watch(self) -> None:
        """Let a hands-free session wait while nothing can be heard: nobody is sent to the floor in silence.

        It goes on by itself as soon as sound is back. Once the person is down nothing waits for them any more.
        """
        session = self._conductor.session
        if session is None or not session.is_active or session.went_down or self._screen_chosen:
            self._look.stop()
            return
        heard = self.health().is_heard
        if session.status is Status.PAUSED and self._paused and heard:
            self._paused = False
            self._conductor.send(Event.RESUME)
        elif session.status is Status.RUNNING and session.elapsed >= PATIENCE and not heard:
            self._paused = True
            self._conductor.send(Event.PAUSE)
