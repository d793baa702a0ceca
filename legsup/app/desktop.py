"""The app on the desktop: joins the conductor, the window, the tray, the journal and the sound."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QObject, Signal

from legsup.app import dialogs
from legsup.app.practices import Practices
from legsup.domain.settings import FIRST_MINUTES, LATER_MINUTES
from legsup.practice.kept_settings import KeptSettings
from legsup.services.conductor import TICK_INTERVAL, Conductor
from legsup.services.places import assets
from legsup.services.session_lock import SessionLock
from legsup.services.settings.store import SettingsStore
from legsup.ui import words
from legsup.ui.tray import Tray
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from legsup.app.front import Front
    from legsup.app.keeper import Keeper
    from legsup.app.options import StartOptions
    from legsup.app.sound_check import SoundCheck
    from legsup.app.sounding import Sounding
    from legsup.app.wakefulness import Wakefulness
    from legsup.domain.ports import Clock
    from legsup.domain.screening import DoNotDoList
    from legsup.domain.sequence import Sequence
    from legsup.domain.session import Session
    from legsup.domain.settings import Settings
    from legsup.services.journal.journal import Journal
    from legsup.services.keep_awake import KeepAwake
    from legsup.services.places import Places
    from legsup.ui.actions import SessionActions

    Asks = Callable[[DoNotDoList, QWidget], bool]
    Picks = Callable[[QWidget], str]


class Desktop(QObject):
    """One running app. The window is made on first need: an idle tray carries none."""

    #: A write to the journal failed; emitted on the journal's thread, heard on this one.
    journal_failed = Signal(str)

    def __init__(
        self,
        places: Places,
        clock: Clock,
        *,
        speed: float = 1.0,
        asks: Asks | None = None,
        picks: Picks | None = None,
        keeps: KeepAwake | None = None,
    ) -> None:
        """Keep files in ``places``; a ``speed`` other than 1 is for trying: silent, and nothing is recorded.

        ``asks`` shows who should not do this pose over a window, and tells whether nothing on the list applies;
        ``picks`` lets a sound file be chosen over a window, and gives its path or nothing; ``keeps`` keeps the computer awake.
        """
        super().__init__()
        self.places = places
        self.asks = asks or dialogs.ask_in_dialog
        self.picks = picks or dialogs.pick_sound
        self._keeps = keeps
        self._trying = speed != 1.0
        self.kept = KeptSettings(SettingsStore(places.settings))
        self.practices = Practices(assets(), places.sequences)
        self.conductor = Conductor(clock, self, interval=max(20, round(TICK_INTERVAL / max(1.0, speed))))
        self._clock = clock
        self._lock = SessionLock(places.runtime / "session.lock")
        self.tray = Tray(self.conductor, lambda: self.actions, self._quick_line, self.practices.assets, self)
        self.tray.quick_start.connect(self.quick_start)
        self.tray.open_window.connect(self.show_window)
        self.conductor.finished.connect(self._finished)
        self.journal_failed.connect(self._tell)
        self.kept.follow(lambda _settings: self.tray.refresh())

    def open(self, options: StartOptions) -> None:
        """Show the app as it was asked for: a practice at once, the window, or the tray alone."""
        if options.hidden:
            self.tray.look()
            if self.tray.is_there:
                return
        else:
            # Whoever asked for a window sees it first; the icon comes with the first paint.
            self.front.window.painted.connect(self.tray.look)
        if options.start:
            self._start_as_asked(options)
        else:
            self.show_window()

    @cached_property
    def front(self) -> Front:
        """The window with its pages, made on first need."""
        from legsup.app.front import Front  # noqa: PLC0415 - an idle tray carries no window

        return Front(self)

    @cached_property
    def actions(self) -> SessionActions:
        """What can be done to a session; the same in the window and the tray, made with either's first need."""
        from legsup.ui.actions import SessionActions  # noqa: PLC0415 - an idle tray has no session

        return SessionActions(self.conductor, self)

    @cached_property
    def keeper(self) -> Keeper:
        """Keeps the record of each session; made with the first."""
        from legsup.app.keeper import Keeper  # noqa: PLC0415 - an idle tray has no session

        return Keeper(self.conductor, lambda: None if self._trying else self.journal, self)

    @cached_property
    def sounding(self) -> Sounding:
        """The sound of the sessions; made with the first."""
        from legsup.app.sounding import Sounding  # noqa: PLC0415 - an idle tray has no session

        return Sounding(self.conductor, self._clock, self.kept, self.places, self)

    @cached_property
    def wakefulness(self) -> Wakefulness:
        """Keeps the computer awake in sessions; made with the first."""
        from legsup.app.wakefulness import Wakefulness  # noqa: PLC0415 - an idle tray has no session
        from legsup.services.keep_awake import KeepAwake  # noqa: PLC0415 - the same

        return Wakefulness(self.conductor, lambda: self.front.is_floor_open, self._keeps or KeepAwake(), self)

    @cached_property
    def sound_check(self) -> SoundCheck:
        """Plays the sound as it is chosen; made when it is first asked for."""
        from legsup.app.sound_check import SoundCheck  # noqa: PLC0415 - seldom asked for

        return SoundCheck(self._clock, self.kept, self.practices, self.places, self)

    @cached_property
    def journal(self) -> Journal | None:
        """The journal, opened on first need; None when it cannot be used, which is told and stops nothing."""
        from legsup.services.journal.journal import Journal  # noqa: PLC0415 - not before the first paint
        from legsup.services.journal.schema import JournalError  # noqa: PLC0415 - the same

        try:
            journal = Journal(self.places.journal, self.journal_failed.emit)
        except JournalError as error:
            self.front.window.say(str(error))
            return None
        if journal.set_aside is not None:
            message = tr("The journal was damaged. What could be read is kept; the old file is {place}.")
            self.front.window.say(message.format(place=journal.set_aside))
        if self._lock.take():
            journal.interrupt_left()
            journal.flush()
            if not self.conductor.is_active:
                self._lock.give_back()
        journal.look_through()
        return journal

    def show_window(self) -> None:
        """Show the window, in front."""
        self.kept.look()
        self.front.show()

    @property
    def settings(self) -> Settings:
        """The settings as they stand."""
        return self.kept.now

    def change(self, **values: object) -> None:
        """Change named settings; what cannot be written is told, and holds until the app ends."""
        try:
            self.kept.change(**values)
        except OSError as error:
            self.front.window.say(tr("The settings could not be written ({error}).").format(error=error))

    def quick_start(self, minutes: float = 0.0) -> None:
        """Begin hands-free from the desk, with the last choice; 0 minutes are those chosen last."""
        sequence = self.practices.chosen(self.settings)
        self.begin(sequence, minutes or self.minutes(sequence), quick=True)

    def minutes(self, sequence: Sequence) -> float:
        """The minutes to propose for a sequence."""
        return self.practices.minutes(sequence, self.settings)

    def begin(
        self,
        sequence: Sequence,
        minutes: float,
        *,
        quick: bool,
        desk: bool = True,
        settings: Settings | None = None,
    ) -> str:
        """Begin a practice; gives the reason where it is not begun, which the window shows as well, else nothing."""
        from legsup.domain.planning import PlanError  # noqa: PLC0415 - an idle tray makes no plan

        self.kept.look()
        if self.conductor.is_active:
            self.show_window()
            return tr("A session is running. One at a time.")
        if self.practices.needs_clearing(sequence, self.settings.cleared) and not self.front.ask_to_clear():
            return self.practices.do_not_do.instead
        try:
            plan = self.practices.plan(
                sequence, minutes, settings or self.settings, quick=quick, desk=desk and quick
            )
        except PlanError as error:
            return self._refused(str(error))
        if quick and self.settings.muted and not self._trying:
            return self._refused(
                tr("Sound is muted, and hands-free needs it. Begin here, or unmute in Settings.")
            )
        if not self._lock.take():
            return self._refused(tr("A session is running in another window or terminal. One at a time."))
        self.front.show()
        self.front.window.say("")
        if "sound_check" in self.__dict__:
            self.sound_check.stop()
        if not self._trying:
            self.sounding.prepare(plan)
            self.wakefulness.derive()
        self.keeper.begin()
        self.conductor.start(plan)
        return ""

    def _refused(self, reason: str) -> str:
        self.front.show()
        self.front.window.say(reason)
        return reason

    def clear(self) -> None:
        """Remember the day on which nothing on the list applied."""
        self.change(cleared=QDate.currentDate().toString("yyyy-MM-dd"))

    def may_close(self, event: QCloseEvent) -> None:
        """Close the window into the tray; without a tray, ask while a session runs, and end the app."""
        if self.tray.is_there:
            return
        if self.conductor.is_active and not self.front.sure_to_quit():
            event.ignore()
            return
        self.quit()

    def quit(self) -> None:
        """End the app: the record is kept, the sound fades, nothing is left behind."""
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - named here alone

        self.close()
        QApplication.quit()

    def close(self) -> None:
        """Let everything go that is held; safe to call twice."""
        if self.conductor.is_active:
            from legsup.domain.session import Event  # noqa: PLC0415 - named here alone

            self.conductor.send(Event.STOP)
        if "sounding" in self.__dict__:
            self.sounding.close()
        if "sound_check" in self.__dict__:
            self.sound_check.stop()
        if "wakefulness" in self.__dict__:
            self.wakefulness.close()
        if "journal" in self.__dict__ and self.journal is not None:
            self.journal.close()
            del self.__dict__["journal"]

    def _tell(self, message: str) -> None:
        self.front.window.say(message)

    def _finished(self, _session: Session) -> None:
        self._lock.give_back()
        if self.keeper.record is not None and not self.settings.practised:
            self.change(practised=True)

    def _start_as_asked(self, options: StartOptions) -> None:
        from legsup.app.asked import begin_as_asked  # noqa: PLC0415 - only when the command line asks

        begin_as_asked(self, options)

    def _quick_line(self) -> str:
        """Word the tray's first line: what a click begins, and when one would be up."""
        minutes = self.settings.minutes or (LATER_MINUTES if self.settings.practised else FIRST_MINUTES)
        # The way in and out of the shipped practices, with the desk: 4 minutes 30 around the holding.
        moment = QDateTime.currentDateTime().addSecs(round(60 * (minutes + 4.5)))
        title = words.sequence_name(self.settings.sequence)
        return f"{title} · {words.minutes_text(minutes)} · {words.up_by(moment)}"
