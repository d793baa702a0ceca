"""The stage of the front: the window with its pages, dressed, filled, and asked what the app needs to know."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from legsup.app.dialogs import Dialogs, RealDialogs
from legsup.app.journal_told import JournalTold
from legsup.app.today import Today
from legsup.app.window_place import place_of
from legsup.practice.kept_journal import JournalTrouble
from legsup.telling import why
from legsup.ui.icons import wear_icon
from legsup.ui.main_window import MainWindow
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from legsup.app.ahead import Ahead
    from legsup.app.basis import Basis
    from legsup.app.card_room import CardRoom
    from legsup.app.journal_room import JournalRoom
    from legsup.app.leading import Leading
    from legsup.app.learning import Learning
    from legsup.app.safe_begin import SafeBegin
    from legsup.app.session_views import SessionViews
    from legsup.app.settings_room import SettingsRoom
    from legsup.practice.refusal import QuestionsFirst, Refusal
    from legsup.practice.wanted import Wanted

#: After these what is shown of the journal is read anew.
_READ_ANEW = {JournalTrouble.SET_ASIDE, JournalTrouble.WRITTEN, JournalTrouble.FREE}


class Front(QObject):
    """The window; ``wanted`` asks for a practice, ``closing`` tells a wish to close it."""

    wanted = Signal(object)
    closing = Signal(object)

    def __init__(self, basis: Basis, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self._basis = basis
        self._dialogs = dialogs or RealDialogs()
        self.dress = basis.dress
        self.window = MainWindow(basis.conductor, place_of(basis.places.state / "window.ini"))
        self._told = JournalTold(self.window)
        self.today = Today(basis, self.dress, self)
        self.settings_room: SettingsRoom | None = None
        self.session_views: SessionViews | None = None
        self._journal: JournalRoom | None = None
        self.ahead: Ahead | None = None
        self._cards: CardRoom | None = None
        self._safe: SafeBegin | None = None
        self._learning: Learning | None = None
        self.window.add_page("today", lambda: self.today.page, tr("Today"))
        self.window.add_page("session", self._session_page)
        self.window.add_page("journal", self._make_journal_page, tr("Journal"))
        self.window.add_page("settings", self._settings_page, tr("Settings"))
        self.window.add_page("learn", self._learn_page, tr("Learn"))
        self._join()
        self.window.open("today")

    @property
    def safe(self) -> SafeBegin:
        """The questions before a practice and what stands beside Begin, made with the first need."""
        if self._safe is None:
            from legsup.app.safe_begin import SafeBegin  # noqa: PLC0415 - not before the first paint

            self._safe = SafeBegin(self._basis, self.dress, self.window, self._keep_outcome)
            self._safe.asked.connect(self.change)
            self._safe.wanted.connect(self.wanted)
        return self._safe

    def show(self) -> None:
        """Show the window in front; it is filled once it has been painted."""
        self._basis.kept.look()
        self.window.come_forward()

    def show_small(self) -> None:
        """Show the window as small as it goes, in nobody's way: it stands for an icon where there is no tray."""
        self._basis.kept.look()
        self.window.stand_small()

    def lead_with(self, leading: Leading) -> None:
        """Show the sessions of a leader, and give the window its keys."""
        from legsup.app.session_views import SessionViews  # noqa: PLC0415 - not before the first session

        self.session_views = SessionViews(
            self._basis, leading, self.dress, self.window, self.safe.most_minutes
        )
        self.session_views.asked.connect(self.change)
        self.safe.stand_at_desk(self.session_views, leading.actions)
        self.window.lead_with(leading.actions)

    @property
    def journal(self) -> JournalRoom:
        """The presenter of the Journal page, which has been opened."""
        assert self._journal is not None, "only its page makes it"
        return self._journal

    def make_way(self) -> None:
        """Show the window for a practice that begins: no message, no other sound."""
        self.show()
        self.window.messages.say("")
        if self.settings_room is not None:
            self.settings_room.check.stop()

    @property
    def is_floor_open(self) -> bool:
        """Whether the floor view fills a screen."""
        return self.session_views is not None and self.session_views.is_floor_open

    def keeps_screen(self) -> bool:
        """Whether the screen is to stay on: it is looked at from the floor, or that was chosen."""
        return self.is_floor_open or self._basis.kept.now.keep_screen

    def open_floor_view(self) -> None:
        """Fill the screen on which the window stands, in a session."""
        if self.session_views is not None:
            self.session_views.open_floor_view()

    def change(self, name: str, value: object) -> None:
        """Change a setting; what cannot be written is told, and holds until the app ends."""
        self.window.messages.pass_on()
        try:
            self._basis.kept.change(**{name: value})
        except OSError as error:
            self.window.messages.say(
                tr("The settings could not be written ({error}).").format(error=why(error))
            )

    def refuse(self, refusal: Refusal) -> None:
        """Say why a practice is not begun."""
        from legsup.app.refusal_words import refusal_text  # noqa: PLC0415 - not before the first paint

        self.show()
        self.window.messages.say(refusal_text(refusal), passes=True)

    def ask_first(self, first: QuestionsFirst, wanted: Wanted) -> None:
        """Ask what comes before a practice, which begins once it is answered.

        Where it was answered half a year ago or more, one line on Today asks whether it is still true.
        """
        from legsup.app.refusal_words import refusal_text  # noqa: PLC0415 - not before the first refusal

        self.show()
        if first.again:
            self.window.open("today")
        self.window.messages.say(refusal_text(first), passes=True)
        if not first.again:
            self.safe.ask(wanted)

    def sure_to_quit(self) -> bool:
        """Ask whether to end a running session with the app."""
        return self._dialogs.sure_to_quit(self.window)

    def sure_to_stay(self) -> bool:
        """Ask whether the app shall go on out of sight, where there is no tray."""
        return self._dialogs.sure_to_stay(self.window)

    def tell_of_journal(self, trouble: JournalTrouble, detail: str) -> None:
        """Say what is wrong with the journal."""
        self._told.tell(trouble, detail)
        if trouble in _READ_ANEW:
            self.today.show_choice()
            if self._journal is not None:
                self._journal.refresh()

    def close(self) -> None:
        """Let go of what sounds."""
        if self.settings_room is not None:
            self.settings_room.check.stop()
        if self.ahead is not None:
            self.ahead.stop()
        if self._safe is not None:
            self._safe.close()
        if self._journal is not None:
            self._journal.close()

    def _keep_outcome(self, keep: Callable[[], object]) -> None:
        """Keep an outcome; what cannot be written is told, and holds until the app ends."""
        self.window.messages.say("")
        try:
            keep()
            # What an earlier version kept of a list goes with it.
            self._basis.kept.change()
        except OSError as error:
            self.window.messages.say(
                tr("What is open to you could not be saved ({error}).").format(error=why(error))
            )

    def _join(self) -> None:
        window = self.window
        window.closing.connect(self.closing)
        window.opened.connect(self._opened)
        window.activated.connect(self._basis.kept.look)
        wear = partial(wear_icon, self._basis.practices.assets)
        window.painted.connect(wear)
        QTimer.singleShot(1_000, wear)  # a window that is not seen, as on another workspace, has its icon too
        window.painted.connect(self._fill)
        window.floor_asked.connect(self.open_floor_view)
        window.card_asked.connect(self._show_card)
        window.dropped.connect(self._begin_file)
        self.today.asked.connect(self.change)
        self.today.wanted.connect(self.wanted)
        self.today.sources_asked.connect(self._show_sources)

    def _fill(self) -> None:
        """Read what the first paint did not need."""
        self.today.fill(self.safe.room)
        _, faults = self._basis.practices.poses
        if faults:
            told = tr("A pose cannot be drawn; its steps are told in words alone. {fault}")
            self.window.messages.say(told.format(fault=faults[0]))
        journal = self._basis.journal.now
        if journal is not None:
            journal.look_through()
        if self.safe.is_first_run:
            self.safe.ask()
        from legsup.app.ahead import Ahead  # noqa: PLC0415 - not before the first paint

        self.ahead = Ahead(
            self.window,
            self._basis.conductor,
            lambda: self.journal.make_ready(),  # noqa: PLW0108 - it is not there yet
        )

    def _session_page(self) -> QWidget:
        assert self.session_views is not None, "only a session opens its page"
        return self.session_views.page

    def _make_journal_page(self) -> QWidget:
        from legsup.app.journal_room import JournalRoom  # noqa: PLC0415 - not before the first paint

        self._journal = JournalRoom(self._basis, self.dress, self.window, self._dialogs)
        self._journal.wanted.connect(self.wanted)
        self._journal.today_asked.connect(lambda: self.window.open("today"))
        return self._journal.page

    def _settings_page(self) -> QWidget:
        from legsup.app.settings_room import SettingsRoom  # noqa: PLC0415 - not before the first paint

        self.settings_room = SettingsRoom(self._basis, self._dialogs, self.window, self)
        self.settings_room.asked.connect(self.change)
        self.settings_room.told.connect(self.window.messages.say)
        self.safe.stand_in_settings(self.settings_room)
        return self.settings_room.page

    def _learn_page(self) -> QWidget:
        from legsup.app.learning import Learning  # noqa: PLC0415 - its text is read from files
        from legsup.app.paper import RealPaper  # noqa: PLC0415 - the same

        learning = Learning(self._basis.practices.assets, RealPaper(), self.window)
        learning.told.connect(self.window.messages.say)
        learning.card_asked.connect(self._show_card)
        self._learning = learning
        return learning.page

    def _show_sources(self) -> None:
        """Turn to what the sources say of the minutes."""
        self.window.open("learn")
        if self._learning is not None:
            self._learning.page.go_to_ruler()

    def _begin_file(self, file: str) -> None:
        """Take what was dropped on the window: a sequence begins by the same door as every other, a journal is taken in."""
        if not file.lower().endswith(".toml"):
            self.window.open("journal")
            self.journal.take_in(file)
            return
        from legsup.practice.wanted import Wanted  # noqa: PLC0415 - not before the first paint

        self.wanted.emit(Wanted(sequence=file, pace="my-pace"))

    def _show_card(self) -> None:
        """Show the safety card of the practice that runs; else of the chosen one."""
        if self._cards is None:
            from legsup.app.card_room import CardRoom  # noqa: PLC0415 - seldom asked for
            from legsup.app.paper import RealPaper  # noqa: PLC0415 - the same

            self._cards = CardRoom(self._basis.practices, RealPaper(), self.window)
            self._cards.told.connect(self.window.messages.say)
        session = self._basis.conductor.session
        plan = session.plan if session is not None and session.is_active else None
        self._cards.show(plan, self._basis.kept.now)
        self._cards.dialog.addActions(self.window.letters)

    def _opened(self, name: str) -> None:
        self._basis.kept.look()
        if name == "journal" and self._journal is not None:
            self._journal.show()
        if name == "today":
            self.today.show_choice()
