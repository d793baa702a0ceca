"""The stage of leading: all of a session on the desktop beside what is shown; made with the first, closed as one."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from legsup.app.garbage import Sweeping
from legsup.app.media_keys import MediaKeys
from legsup.domain.session import Event
from legsup.practice.practice_sound import PracticeSound
from legsup.practice.record_keeper import RecordKeeper
from legsup.practice.wakefulness import Wakefulness
from legsup.services.media.player import MediaPlayer
from legsup.services.sleep_watch import SleepWatch
from legsup.ui.actions import SessionActions

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.app.basis import Basis
    from legsup.domain.plan import Plan
    from legsup.domain.session import Session
    from legsup.services.keep_awake import KeepAwake

#: Before sleep, after so many milliseconds, the sound has this share of its volume.
FADE = ((0, 0.4), (200, 0.15), (400, 0.0))


class Leading(QObject):
    """Leads one session after another; ``began`` tells of each, ``ended`` when its record is given to the journal."""

    ended = Signal(bool)
    began = Signal()
    #: The window is to be seen: a media player's client asks for it, or the computer has woken within a session.
    raised = Signal()
    #: Whether a practice at one's own pace, which needs no sound, goes on unheard; told while the screen is still in sight.
    unheard = Signal(bool)
    #: Whether the screen stays on, as the system says; None where that is not wanted, or any more.
    screen_stays = Signal(object)

    def __init__(
        self,
        basis: Basis,
        keeps: KeepAwake,
        screen: Callable[[], bool],
        parent: QObject,
        sound: PracticeSound | None = None,
        sleep: Callable[[QObject], SleepWatch] = SleepWatch,
    ) -> None:
        """Keep the computer awake by ``keeps``, its screen too while ``screen`` says that it is looked at.

        ``sound`` is what is heard; by the settings where none is given. ``sleep`` makes what watches for the computer's.
        """
        super().__init__(parent)
        self._basis = basis
        self._conductor = basis.conductor
        self._held = ExitStack()
        self._falls_asleep = self._is_unheard = False
        self._screen_stays: bool | None = None
        self.actions = SessionActions(basis.conductor, self)
        self.record = RecordKeeper(lambda: basis.journal.now)
        self.sound = sound or PracticeSound(basis.kept, basis.places, basis.clock, Sweeping(self).ask)
        self._sleep = sleep(self)
        self._sleep.going.connect(self._fade_out)
        self._sleep.woke.connect(self._wake)
        self._wakefulness = Wakefulness(keeps, screen)
        player = MediaPlayer(self)
        player.raised.connect(self.raised)
        self._media = MediaKeys(basis, player, self)
        self._held.callback(self.sound.close)
        self._held.callback(self._media.close)
        self._held.callback(self._sleep.close)
        self._held.callback(self._wakefulness.close)
        basis.conductor.listen(lambda: self.sound.waits)
        basis.conductor.ticked.connect(self._follow)

    def begin(self, plan: Plan, *, by_screen: bool) -> None:
        """Begin a session of a plan; ``by_screen`` tells that the person follows with their eyes."""
        self._stay_awake()  # the last session may have ended on the way into sleep
        if not self._basis.trying:
            self.sound.prepare(plan, by_screen=by_screen)
            self._basis.journal.looked_at()
            self._sleep.open()
        self.record.begin()
        self.began.emit()
        self._conductor.start(plan)

    def try_sound_again(self) -> None:
        """Look for a loudspeaker once more, from the desk."""
        session = self._conductor.session
        if session is not None and session.is_active:
            self.sound.try_again(session)

    def go_on_by_screen(self) -> None:
        """Begin without sound: the screen leads."""
        self.sound.with_screen()
        self._conductor.send(Event.RESUME)

    def close(self) -> None:
        """End the session that runs, and let everything go; safe to call twice."""
        if self._conductor.is_active:
            self._conductor.send(Event.STOP)
        self._held.close()

    def _tell_unheard(self, *, is_unheard: bool) -> None:
        if is_unheard is not self._is_unheard:
            self._is_unheard = is_unheard
            self.unheard.emit(is_unheard)

    def _tell_of_screen(self, stays: bool | None) -> None:  # noqa: FBT001 - a value that is passed on
        if stays is not self._screen_stays:
            self._screen_stays = stays
            self.screen_stays.emit(stays)

    def _fade_out(self) -> None:
        """The computer is about to sleep: let the sound fade within half a second."""
        self._falls_asleep = True
        for delay, share in FADE:
            QTimer.singleShot(delay, self, partial(self._soften, share))

    def _soften(self, share: float) -> None:
        if self._falls_asleep:
            self.sound.soften(share)

    def _wake(self) -> None:
        """The computer has woken: the session takes up at once how long it slept, and the question is seen and heard."""
        self._stay_awake()
        if self._conductor.is_active:
            self._conductor.tick()
            self.raised.emit()

    def _stay_awake(self) -> None:
        self._falls_asleep = False
        self.sound.soften(1.0)

    def _follow(self, session: Session) -> None:
        """Take every step along, in this order: what was practised is with the journal before the next may begin."""
        if self._basis.trying:
            if not session.is_active:
                self.ended.emit(False)
            return
        if not session.is_active and self._basis.journal.now is None:
            self._basis.journal.looked_at()  # it may be usable by now
        self.record.follow(session)
        self._wakefulness.follow(session)
        # The floor view keeps it too, and hides what the window would say.
        self._tell_of_screen(self._wakefulness.screen_stays if self._basis.kept.now.keep_screen else None)
        self.sound.follow(session)
        if not session.is_active:
            self._tell_unheard(is_unheard=False)
            self._sleep.close()
            self.ended.emit(self.record.kept)
            return
        if not session.went_down:
            self._tell_unheard(is_unheard=self.sound.is_missed(session))
        event = self.sound.wish(session)
        if event is not None:
            self._conductor.send(event)
