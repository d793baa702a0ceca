"""The idle stage of the app on the desktop: lock, settings and tray; the window and what leads come with their first need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.app.basis import Basis
from legsup.app.from_elsewhere import teller
from legsup.app.held_back import HeldBack
from legsup.app.tray_room import TrayRoom
from legsup.places import assets
from legsup.practice.kept_journal import KeptJournal
from legsup.practice.kept_outcome import KeptOutcome
from legsup.practice.kept_settings import KeptSettings
from legsup.practice.practices import Practices
from legsup.services.conductor import TICK_INTERVAL, Conductor
from legsup.services.session_lock import SessionLock
from legsup.services.settings.store import SettingsStore

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from legsup.app.dialogs import Dialogs
    from legsup.app.front import Front
    from legsup.app.launch import Launch
    from legsup.app.leading import Leading
    from legsup.app.login_room import LoginRoom
    from legsup.app.reminding import Outside, Reminding
    from legsup.domain.ports import Clock
    from legsup.places import Places
    from legsup.practice.door import Door, Entry
    from legsup.practice.kept_journal import JournalTrouble
    from legsup.practice.refusal import Refusal
    from legsup.practice.wanted import Wanted
    from legsup.services.keep_awake import KeepAwake

#: Seconds that what is to be kept may take to be written, at a logout; and in which an announced one comes true.
WRITTEN_WITHIN, LEAVES_WITHIN = 1.0, 60.0


class Desktop(QObject):
    """One running app; ``quitting`` tells that it is to end, ``seen`` that its window was painted or its icon stands."""

    quitting = Signal()
    seen = Signal()
    #: What is wrong with the journal; emitted on the journal's thread, heard on this one.
    journal_troubled = Signal(object, str)

    def __init__(
        self,
        places: Places,
        clock: Clock,
        *,
        speed: float = 1.0,
        dialogs: Dialogs | None = None,
        keeps: KeepAwake | None = None,
        outside: Outside | None = None,
    ) -> None:
        """Keep files in ``places``; a ``speed`` other than 1 is for trying: silent, and nothing is recorded.

        ``dialogs`` asks the person over a window, ``keeps`` keeps the computer awake, ``outside`` is what
        reminders look at; each has its real one.
        """
        super().__init__()
        lock = SessionLock(places.session_lock)
        self.basis = Basis(
            places=places,
            clock=clock,
            kept=KeptSettings(SettingsStore(places.settings)),
            outcome=KeptOutcome(places.outcome, assets()),
            practices=Practices(assets(), places.sequences),
            journal=KeptJournal(places, lock, teller(self.journal_troubled)),
            conductor=Conductor(clock, self, interval=max(20, round(TICK_INTERVAL / max(1.0, speed)))),
            trying=speed != 1.0,
        )
        self._dialogs = dialogs
        self._keeps = keeps
        self._lock = lock
        self.ends = False
        self._leaves_until = 0.0
        self._door: Door | None = None
        self._held_back = HeldBack(self.basis.conductor, self._tell_of_journal, self)
        self._front: Front | None = None
        self._leading: Leading | None = None
        self._room = TrayRoom(self, outside, self)
        self.tray = self._room.tray
        self.tray.given_up.connect(self._show_small)
        self.tray.ready.connect(self.seen)
        self.journal_troubled.connect(self._held_back.tell)
        self.seen.connect(self._room.wake)

    def open(self, launch: Launch) -> None:
        """Show the app as it was asked for: a practice at once, the window, or the tray alone."""
        if launch.hidden:
            # At login the panel may come after us; where it does not come at all, a small window stands for it.
            self.tray.expect()
            return
        # Whoever asked for a window sees it first; the icon comes with the first paint.
        self.front.window.painted.connect(self.tray.look)
        if launch.wanted is None:
            self.show_window()
        else:
            self.begin(launch.wanted)

    @property
    def front(self) -> Front:
        """The window with its pages, made on first need."""
        if self._front is None:
            from legsup.app.front import Front  # noqa: PLC0415 - an idle tray carries no window

            self._front = Front(self.basis, self._dialogs)
            self._front.wanted.connect(self.begin)
            self._front.closing.connect(self._close_window)
            self._front.window.painted.connect(self.seen)
            self._front.window.quit_asked.connect(self.ask_to_quit)
            self._room.serve(self._front)
        return self._front

    @property
    def door(self) -> Door:
        """Where every practice comes in, made with the first."""
        if self._door is None:
            from legsup.practice.door import Door  # noqa: PLC0415 - an idle tray begins nothing

            basis = self.basis
            self._door = Door(
                basis.practices,
                basis.kept,
                basis.outcome,
                basis.journal,
                self._lock,
                trying=basis.trying,
            )
        return self._door

    @property
    def leading(self) -> Leading:
        """What leads the sessions, made with the first."""
        if self._leading is None:
            from legsup.app.leading import Leading  # noqa: PLC0415 - an idle tray has no session
            from legsup.services.keep_awake import KeepAwake  # noqa: PLC0415 - the same

            front = self.front
            keeps = self._keeps or KeepAwake()
            self._leading = Leading(self.basis, keeps, front.keeps_screen, self)
            self._leading.ended.connect(self._ended)
            self._leading.raised.connect(self.show_window)
            front.lead_with(self._leading)
            self.tray.lead_with(self._leading.actions)
            self._ask_how_it_was(self._leading)
        return self._leading

    @property
    def reminding(self) -> Reminding:
        """The reminders, made with the first need."""
        return self._room.reminding

    @property
    def login(self) -> LoginRoom | None:
        """What starts the app with the person's login, once a window was painted."""
        return self._room.login

    @property
    def has_window(self) -> bool:
        """Whether a window was made."""
        return self._front is not None

    def show_window(self) -> None:
        """Show the window, in front."""
        self.front.show()

    def ask_anew(self) -> None:
        """Show the window and ask the questions anew: something has changed."""
        self.show_window()
        self.front.safe.ask_anew()

    def quick_start(self, minutes: float = 0.0) -> None:
        """Begin hands-free from the desk, with the last choice; 0 minutes are those chosen last.

        What the screening does not open, or no longer, is never refused here: Seated breath begins instead. A second click
        while one is still at the desk takes the first back.
        """
        session = self.basis.conductor.session
        if session is not None and session.is_active and session.beat.desk:
            from legsup.domain.session import Event  # noqa: PLC0415 - loaded by now

            self.basis.conductor.send(Event.COME_OUT)
            return
        from legsup.practice.quick import quick_wish  # noqa: PLC0415 - an idle tray begins nothing

        self.begin(quick_wish(self.door, minutes or None))

    def begin(self, wanted: Wanted) -> Refusal | None:
        """Begin a practice; where it is not begun the window says why, and the reason is given.

        The questions about the body are asked where they come first; the practice begins once they are answered.
        """
        from legsup.practice.door import Entry  # noqa: PLC0415 - an idle tray begins nothing
        from legsup.practice.refusal import QuestionsFirst, Running  # noqa: PLC0415 - the same

        entry = self.door.ask(wanted, running=self.basis.conductor.is_active)
        if isinstance(entry, Entry):
            self._enter(entry, wanted)
            return None
        if isinstance(entry, Running):
            self.show_window()
        elif isinstance(entry, QuestionsFirst):
            self.front.ask_first(entry, wanted)
        else:
            self.front.refuse(entry)
        return entry

    def ask_to_quit(self) -> bool:
        """End the app as the person asked; in a session only after they have said so once more. Gives whether it ends."""
        if self.basis.conductor.is_active:
            self.show_window()
            if not self.front.sure_to_quit():
                return False
        self.quit()
        return True

    def quit(self) -> None:
        """End the app: the record is kept, the sound fades, nothing is left behind."""
        self.ends = True
        self.close()
        self.quitting.emit()

    def keep(self) -> None:
        """Write down what must not be lost, as the person's session at the computer may be about to end; the app goes on.

        A window that closes in the next minute goes with that end, and asks nothing.
        """
        self._leaves_until = self.basis.clock.read().now + LEAVES_WITHIN
        if self._leading is not None:
            self._leading.record.keep()
        if self._front is not None:
            self._front.window.keep_place()
        if self.basis.journal.now is not None:
            self.basis.journal.now.flush(WRITTEN_WITHIN)

    def close(self) -> None:
        """Let everything go that is held; safe to call twice."""
        if self._leading is not None:
            self._leading.close()
        self._room.close()  # the end of a practice sets the reminders' timer anew
        if self._front is not None:
            self._front.close()
        self.basis.journal.close()

    def _enter(self, entry: Entry, wanted: Wanted) -> None:
        self.front.make_way()
        self.leading.begin(entry.plan, by_screen=wanted.by_screen)
        pattern, screening = entry.plan.choices.pattern, self.basis.outcome.catalogue.screening
        if pattern is not None and pattern.has_holds and screening is not None:
            self.front.window.messages.say_as_well(screening.words.holds_caution)
        if wanted.floor:
            self.front.open_floor_view()

    def _ended(self, kept: bool) -> None:  # noqa: FBT001 - the slot of a signal
        self.door.leave()
        self._held_back.let_go()
        if not self.basis.trying and self.leading.record.is_due:
            self.basis.journal.tell_again()
        if kept:
            self._room.practised()
        if kept and not self.basis.kept.now.practised:
            self.front.change("practised", value=True)

    def _close_window(self, event: QCloseEvent) -> None:
        """Close the window into the tray; without a tray the app ends, but where one stays for reminders or a session.

        Nothing is asked of a window that goes with the app: a logout waits for nobody.
        """
        leaves = self.ends or self.basis.clock.read().now < self._leaves_until
        if leaves or self._room.is_in_sight:
            return
        if self._room.stays_without_tray(self.front):
            return
        if not self.ask_to_quit():
            event.ignore()

    def _show_small(self) -> None:
        self.front.show_small()

    def _ask_how_it_was(self, leading: Leading) -> None:
        from legsup.app.how_was_it import HowWasIt  # noqa: PLC0415 - an idle tray asks nothing

        asks = HowWasIt(leading, self.basis.conductor)
        asks.asked.connect(self._show_end)
        asks.changed.connect(self.tray.refresh)
        self.tray.menu.ask_with(lambda: asks.action)

    def _show_end(self) -> None:
        self.show_window()
        self.front.window.open("session")

    def _tell_of_journal(self, trouble: JournalTrouble, detail: str) -> None:
        self.front.tell_of_journal(trouble, detail)
