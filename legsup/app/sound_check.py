"""Plays the sound check from the desk: with the sound as it is chosen now, and a conductor of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from legsup.app.garbage import Sweeping
from legsup.domain.session import Event
from legsup.domain.sound_check import sound_check
from legsup.practice.practice_sound import PracticeSound
from legsup.services.conductor import Conductor
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.ports import Clock
    from legsup.domain.session import Session
    from legsup.places import Places
    from legsup.practice.kept_settings import KeptSettings
    from legsup.practice.practices import Practices
    from legsup.ui.pages.sound_check_row import SoundCheckRow

#: Milliseconds between two looks at the loudspeaker.
LOOK = 250


class SoundCheck(QObject):
    """``running`` tells whether it plays, ``told`` what plays it, or why nothing can be heard."""

    running = Signal(bool)
    told = Signal(str)

    def __init__(
        self,
        clock: Clock,
        kept: KeptSettings,
        practices: Practices,
        places: Places,
        parent: QObject,
        sound: PracticeSound | None = None,
    ) -> None:
        """Play by the settings; ``sound`` is what is heard, by the settings where none is given."""
        super().__init__(parent)
        self._kept = kept
        self._practices = practices
        self._conductor = Conductor(clock, self)
        self._sound = sound or PracticeSound(kept, places, clock, Sweeping(self).ask)
        self._look = QTimer(self)
        self._look.setInterval(LOOK)
        self._look.timeout.connect(self._tell)
        self._conductor.ticked.connect(self._follow)

    @property
    def is_running(self) -> bool:
        """Whether it plays."""
        return self._conductor.is_active

    def serve(self, row: SoundCheckRow, practice: Conductor) -> None:
        """Begin and stop by a row's button, and tell there what is heard; not while a practice sounds."""

        def asked() -> None:
            if practice.is_active:
                row.tell(tr("A practice is running: its own sound can be heard."))
            elif self.is_running:
                self.stop()
            else:
                self.begin()

        row.asked.connect(asked)
        self.running.connect(row.show_running)
        self.told.connect(row.tell)

    def begin(self) -> None:
        """Play from the beginning; where sound is muted, only tell so."""
        settings = self._kept.now
        if settings.muted:
            self.running.emit(False)
            self.told.emit(tr("Sound is muted."))
            return
        plan = sound_check(self._practices.parts, self._practices.choices(settings, "hands-free"))
        self._sound.prepare(plan)
        self._conductor.start(plan)
        self.running.emit(True)
        self._tell()
        self._look.start()

    def stop(self) -> None:
        """Fade out at once; safe where nothing plays."""
        self._conductor.send(Event.STOP)
        self._sound.stop()

    def tick(self) -> None:
        """Let time pass up to now."""
        self._conductor.tick()

    def _tell(self) -> None:
        health = self._sound.health()
        if health.is_heard:
            self.told.emit(tr("Playing on: {device}").format(device=health.device))
        elif health.reason:
            self.told.emit(tr("Nothing can be heard: {reason}.").format(reason=health.reason))
        else:
            self.told.emit(tr("Looking for a loudspeaker…"))

    def _follow(self, session: Session) -> None:
        self._sound.follow(session)
        if not session.is_active:
            self._look.stop()
            self.running.emit(False)
