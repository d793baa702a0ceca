"""The sound of a practice: made when it begins, never able to stop it, and nobody is sent to the floor in silence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.sequence import Pace
from legsup.domain.session import Event, Session, Status
from legsup.domain.sound import Progress, SoundHealth
from legsup.practice.log import keep_log
from legsup.practice.making_sound import levels_of, sound_of, voice_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.plan import Plan
    from legsup.domain.ports import Clock
    from legsup.domain.settings import Settings
    from legsup.places import Places
    from legsup.practice.kept_settings import KeptSettings
    from legsup.services.sound.engine import Sound

#: Seconds from the start in which a loudspeaker must have begun to play; else a hands-free practice waits.
PATIENCE = 4.0


class PracticeSound:
    """What is heard of one practice after another, by the settings as they are when each begins."""

    def __init__(
        self,
        kept: KeptSettings,
        places: Places,
        clock: Clock,
        over: Callable[[], object] | None = None,
    ) -> None:
        """Play by the settings; ``over`` is told on the sound's thread each time that all of it was let go."""
        self._kept = kept
        self._places = places
        self._clock = clock
        self._over = over
        self._sound: Sound | None = None
        self._why_none = ""
        self._known: tuple[int, int, Status] | None = None
        self._by_screen = self._waits = False
        self._share = 1.0
        self._leave = kept.follow(self._set_levels)

    @property
    def waits(self) -> bool:
        """Whether the practice stands still because nothing is heard."""
        return self._waits

    def prepare(self, plan: Plan, *, by_screen: bool = False) -> None:
        """Open the output and have the words made ready; returns at once. A muted sound is not made at all.

        ``by_screen`` tells that the person follows with their eyes, so that nothing needs to be heard.
        """
        self._let_go()
        self._by_screen, self._waits, self._known = by_screen, False, None
        settings = self._kept.now
        if settings.muted:
            self._why_none = "sound is muted"
            return
        keep_log(self._places.state)
        try:
            voice = voice_for(settings, plan.choices.language, self._places)
            self._sound = sound_of(settings, voice, self._clock, self._over)
        except (ImportError, OSError) as error:
            self._why_none = str(error)
            return
        self._sound.prepare(plan)

    @property
    def is_over(self) -> bool:
        """Whether nothing sounds any more, or nothing ever did."""
        return self._sound is None or self._sound.is_over

    def health(self) -> SoundHealth:
        """Tell how the loudspeaker is doing."""
        if self._sound is None:
            return SoundHealth("", Progress.SILENT, self._why_none)
        return self._sound.health()

    def says(self, text: str) -> bool:
        """Whether a line of the practice is said by the voice, now, so that it is heard."""
        loud = self._is_loud and self._kept.now.voice_volume > 0.0
        return loud and self._sound is not None and self._sound.says(text)

    @property
    def hears(self) -> bool:
        """Whether anything of the practice is heard."""
        return self._is_loud and self.health().is_heard

    @property
    def _is_loud(self) -> bool:
        return not self._kept.now.muted and self._share > 0.0

    def follow(self, session: Session) -> None:
        """Take up the session where more than time changed."""
        if session.mark != self._known:
            self._known = session.mark
            if self._sound is not None:
                self._sound.follow(session)

    def wish(self, session: Session) -> Event | None:
        """Tell what a hands-free session is to do about its sound: wait while nothing is heard, go on once it is.

        Once the person is down nothing waits for them any more (the floor rule), nor where they follow with their eyes.
        """
        by_ear = session.plan.choices.pace is Pace.HANDS_FREE and not self._by_screen
        if not by_ear or not session.is_active or session.went_down:
            self._waits = False
            return None
        if self._waits and session.status is Status.PAUSED:
            if self.health().is_heard:
                self._waits = False
                return Event.RESUME
        elif session.status is Status.RUNNING and session.elapsed >= PATIENCE and not self.health().is_heard:
            self._waits = True
            return Event.PAUSE
        return None

    def is_missed(self, session: Session) -> bool:
        """Whether nothing is heard of a practice at one's own pace, which needs no sound, and the person cannot know it.

        One who muted it knows, and so does one who asked for the screen.
        """
        by_eye = session.plan.choices.pace is Pace.HANDS_FREE or self._by_screen or self._kept.now.muted
        return not by_eye and session.elapsed >= PATIENCE and not self.health().is_heard

    def is_silent(self, session: Session) -> bool:
        """Whether a practice is followed by the eyes alone: nothing is heard of it, and not only because it begins."""
        return not self.hears and (self._kept.now.muted or session.elapsed >= PATIENCE)

    def try_again(self, session: Session) -> None:
        """Look for a loudspeaker once more; the session goes on by itself once something is heard."""
        self.prepare(session.plan)
        self._waits = session.status is Status.PAUSED
        self.follow(session)

    def with_screen(self) -> None:
        """Ask for no sound any more: the person follows with their eyes."""
        self._by_screen, self._waits = True, False

    def soften(self, share: float) -> None:
        """Play at a share (0 to 1) of the chosen volumes: 0 is silence, 1 as it was chosen. It lasts until it is said anew."""
        self._share = share
        self._set_levels(self._kept.now)

    def close(self) -> None:
        """Let the sound go, and the settings with it."""
        self._let_go()
        self._leave()
        self._leave = _nothing

    def stop(self) -> None:
        """Fade out and let the loudspeaker go."""
        self._let_go()

    def _let_go(self) -> None:
        if self._sound is not None:
            self._sound.close()
            self._sound = None
        self._why_none = ""

    def _set_levels(self, settings: Settings) -> None:
        if self._sound is None:
            return
        levels, share = levels_of(settings), self._share
        self._sound.set_levels(
            replace(
                levels,
                cues=levels.cues * share,
                voice=levels.voice * share,
                sea=levels.sea * share,
                mute=levels.mute or share == 0.0,
            )
        )


def _nothing() -> None:
    """Left already."""
