"""The stage of the front: the window with its pages, dressed, filled, and asked what the app needs to know."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from legsup.app.dialogs import Dialogs, RealDialogs
from legsup.app.dress import Dress
from legsup.app.refusal_words import refusal_text
from legsup.app.today import Today
from legsup.practice.kept_journal import JournalTrouble
from legsup.private import make_file
from legsup.ui.icons import app_icon
from legsup.ui.main_window import MainWindow
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.app.basis import Basis
    from legsup.app.leading import Leading
    from legsup.app.session_views import SessionViews
    from legsup.app.settings_room import SettingsRoom
    from legsup.practice.refusal import QuestionsFirst, Refusal
    from legsup.practice.wanted import Wanted
    from legsup.ui.pages.journal_page import JournalPage

RECORDS_SHOWN = 256


class Front(QObject):
    """The window; ``wanted`` asks for a practice, ``closing`` tells a wish to close it."""

    wanted = Signal(object)
    closing = Signal(object)

    def __init__(self, basis: Basis, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self._basis = basis
        self._dialogs = dialogs or RealDialogs()
        QApplication.setWindowIcon(app_icon(basis.practices.assets))
        self.dress = Dress(basis.kept, self)
        place = basis.places.state / "window.ini"
        with suppress(OSError):  # where it cannot be kept, the window opens at its usual place
            make_file(place)
        geometry = QSettings(str(place), QSettings.Format.IniFormat)
        self.window = MainWindow(basis.conductor, geometry)
        self.today = Today(basis, self.dress, self)
        self.settings_room: SettingsRoom | None = None
        self.session_views: SessionViews | None = None
        self._journal_page: JournalPage | None = None
        self.window.add_page("today", lambda: self.today.page, tr("Today"))
        self.window.add_page("session", self._session_page)
        self.window.add_page("journal", self._make_journal_page, tr("Journal"))
        self.window.add_page("settings", self._settings_page, tr("Settings"))
        self.window.add_page("learn", self._learn_page, tr("Learn"))
        self._join()
        self.window.open("today")

    def show(self) -> None:
        """Show the window in front; it is filled once it has been painted."""
        self._basis.kept.look()
        self.window.come_forward()

    def lead_with(self, leading: Leading) -> None:
        """Show the sessions of a leader, and give the window its keys."""
        from legsup.app.session_views import SessionViews  # noqa: PLC0415 - not before the first session

        self.session_views = SessionViews(self._basis, leading, self.dress, self.window)
        self.window.lead_with(leading.actions)

    def make_way(self) -> None:
        """Show the window for a practice that begins: no message, no other sound."""
        self.show()
        self.window.say("")
        if self.settings_room is not None:
            self.settings_room.check.stop()

    @property
    def is_floor_open(self) -> bool:
        """Whether the floor view fills a screen."""
        return self.session_views is not None and self.session_views.is_floor_open

    def open_floor_view(self) -> None:
        """Fill the screen on which the window stands, in a session."""
        if self.session_views is not None:
            self.session_views.open_floor_view()

    def change(self, name: str, value: object) -> None:
        """Change a setting; what cannot be written is told, and holds until the app ends."""
        try:
            self._basis.kept.change(**{name: value})
        except OSError as error:
            self.window.say(tr("The settings could not be written ({error}).").format(error=error))

    def refuse(self, refusal: Refusal) -> None:
        """Say why a practice is not begun."""
        self.show()
        self.window.say(refusal_text(refusal))

    def ask_questions(self, first: QuestionsFirst) -> bool:
        """Ask what comes before a practice; whether it was answered. Leaving it half-way answers nothing."""
        self.show()
        outcome = self._basis.outcome
        if first.again and self._dialogs.still_true(first.screening, self.window):
            return self._keep_outcome(outcome.still_true)
        answers = self._dialogs.answers(first.screening, outcome.today, self.window)
        if answers is None:
            self.window.say(first.screening.words.answer_first)
            return False
        self.window.say("")
        return self._keep_outcome(lambda: outcome.answered(answers))

    def ask_later(self, first: QuestionsFirst, wanted: Wanted) -> None:
        """Ask as soon as whoever wanted the practice has been answered; once it is answered it begins, if it may."""

        def ask() -> None:
            if self.ask_questions(first):
                self.wanted.emit(wanted)

        QTimer.singleShot(0, self, ask)

    def sure_to_quit(self) -> bool:
        """Ask whether to end a running session with the app."""
        return self._dialogs.sure_to_quit(self.window)

    def tell_of_journal(self, trouble: JournalTrouble, detail: str) -> None:
        """Say what is wrong with the journal."""
        match trouble:
            case JournalTrouble.SET_ASIDE:
                text = tr("The journal was damaged. What could be read is kept; the old file is {detail}.")
            case JournalTrouble.UNUSABLE:
                text = tr("Nothing is recorded: {detail}")
            case JournalTrouble.NOT_WRITTEN:
                text = tr("A record could not be written: {detail}")
        self.window.say(text.format(detail=detail))

    def close(self) -> None:
        """Let go of what sounds."""
        if self.settings_room is not None:
            self.settings_room.check.stop()

    def _keep_outcome(self, keep: Callable[[], object]) -> bool:
        """Keep an outcome; what cannot be written is told, and holds until the app ends."""
        try:
            keep()
            # What an earlier version kept of a list goes with it.
            self._basis.kept.change()
        except OSError as error:
            self.window.say(tr("Your outcome could not be written ({error}).").format(error=error))
        return True

    def _join(self) -> None:
        window = self.window
        window.closing.connect(self.closing)
        window.opened.connect(self._opened)
        window.activated.connect(self._basis.kept.look)
        window.painted.connect(self._fill)
        window.floor_asked.connect(self.open_floor_view)
        self.today.asked.connect(self.change)
        self.today.wanted.connect(self.wanted)

    def _fill(self) -> None:
        """Read what the first paint did not need."""
        self.today.fill()
        _, faults = self._basis.practices.poses
        if faults:
            told = tr("A pose cannot be shown; its steps play with words. {fault}")
            self.window.say(told.format(fault=faults[0]))
        journal = self._basis.journal.now
        if journal is not None:
            journal.look_through()

    def _session_page(self) -> QWidget:
        assert self.session_views is not None, "only a session opens its page"
        return self.session_views.page

    def _make_journal_page(self) -> QWidget:
        from legsup.ui.pages.journal_page import JournalPage  # noqa: PLC0415 - not before the first paint

        self._journal_page = JournalPage()
        return self._journal_page

    def _settings_page(self) -> QWidget:
        from legsup.app.settings_room import SettingsRoom  # noqa: PLC0415 - not before the first paint

        self.settings_room = SettingsRoom(self._basis, self._dialogs, self.window, self)
        self.settings_room.asked.connect(self.change)
        self.settings_room.told.connect(self.window.say)
        return self.settings_room.page

    def _learn_page(self) -> QWidget:
        from legsup.ui.pages.learn_page import LearnPage  # noqa: PLC0415 - its text is read from a file

        return LearnPage(self._basis.outcome.catalogue.screening)

    def _opened(self, name: str) -> None:
        self._basis.kept.look()
        if name == "journal" and self._journal_page is not None:
            self._show_records(self._journal_page)
        if name == "today":
            self.today.show_choice()

    def _show_records(self, page: JournalPage) -> None:
        from datetime import datetime  # noqa: PLC0415 - not before the first paint

        journal = self._basis.journal.opened()
        if journal is None:
            return
        journal.flush()
        records = journal.records(limit=RECORDS_SHOWN)
        page.show_records(records, self._basis.practices.titles, datetime.now().astimezone().date())
