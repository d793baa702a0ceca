"""The front: the window with its pages, dressed, filled, and asked what the app needs to know."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from legsup.domain.settings import with_bell
from legsup.ui import words
from legsup.ui.icons import app_icon
from legsup.ui.main_window import MainWindow
from legsup.ui.pages.today_page import TodayPage
from legsup.ui.palette import palette_of
from legsup.ui.style import style_sheet
from legsup.ui.theme import theme_for
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.app.desktop import Desktop
    from legsup.domain.pose import Pose
    from legsup.domain.settings import Settings
    from legsup.ui.floor_view import FloorView
    from legsup.ui.pages.journal_page import JournalPage
    from legsup.ui.pages.learn_page import LearnPage
    from legsup.ui.pages.session_page import SessionPage
    from legsup.ui.pages.settings_page import SettingsPage

RECORDS_SHOWN = 256


class Front:
    """Makes the window of a desktop app and keeps it filled."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        QApplication.setStyle("Fusion")  # the one style that takes a whole palette on every platform
        QApplication.setWindowIcon(app_icon(desktop.practices.assets))
        geometry = QSettings(str(desktop.places.state / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(desktop.conductor, lambda: desktop.actions, geometry)
        self.today = TodayPage()
        self.window.add_page("today", lambda: self.today, tr("Today"))
        self.window.add_page("session", lambda: self.session_page)
        self.window.add_page("journal", lambda: self._journal_page, tr("Journal"))
        self.window.add_page("settings", lambda: self._settings_page, tr("Settings"))
        self.window.add_page("learn", self._learn_page, tr("Learn"))
        self._join()
        self._dress()
        self.today.show_title(words.sequence_name(desktop.settings.sequence))
        self.window.open("today")

    def show(self) -> None:
        """Show the window in front; it is filled once it has been painted."""
        self.window.come_forward()

    @cached_property
    def poses(self) -> Mapping[str, Pose]:
        """Every sound pose, read on first need; a faulty one is left out, and its step plays with text."""
        from legsup.services.library.poses import load_poses  # noqa: PLC0415 - not before the first paint

        poses, faults = load_poses(self._desktop.practices.assets / "poses")
        if faults:
            self.window.say(
                tr("A pose cannot be shown; its steps play with words. {fault}").format(fault=faults[0])
            )
        return poses

    @cached_property
    def session_page(self) -> SessionPage:
        """The Session page, made with the first session."""
        from legsup.ui.pages.session_page import SessionPage  # noqa: PLC0415 - not before the first paint

        desktop = self._desktop
        page = SessionPage(
            desktop.conductor, desktop.actions, self.window.floor_action, self.poses, desktop.sounding.health
        )
        page.desk.tension_before.connect(desktop.keeper.note_before)
        page.desk.try_again.connect(desktop.sounding.try_again)
        page.desk.with_screen.connect(desktop.sounding.with_screen)
        page.end.tension_after.connect(desktop.keeper.note_after)
        page.end.done.connect(lambda: self.window.open("today"))
        self._dress_figure(page)
        page.derive(desktop.conductor.session)
        return page

    @cached_property
    def floor_view(self) -> FloorView:
        """The floor view, made when it is first asked for."""
        from legsup.ui.floor_view import FloorView  # noqa: PLC0415 - not before the first paint

        view = FloorView(self._desktop.conductor, self._desktop.actions)
        view.set_theme(self.theme)
        view.closed.connect(self._desktop.wakefulness.derive)
        return view

    @property
    def is_floor_open(self) -> bool:
        """Whether the floor view fills a screen."""
        return "floor_view" in self.__dict__ and self.floor_view.isVisible()

    def open_floor_view(self) -> None:
        """Fill the screen on which the window stands."""
        self.floor_view.setGeometry(self.window.screen().geometry())
        self.floor_view.showFullScreen()
        self._desktop.wakefulness.derive()

    def ask_to_clear(self) -> bool:
        """Show who should not do this pose, and ask; a yes is remembered by its day alone."""
        self.show()
        if not self._desktop.asks(self._desktop.practices.do_not_do, self.window):
            self.window.say(self._desktop.practices.do_not_do.instead)
            return False
        self.window.say("")
        self._desktop.clear()
        return True

    def sure_to_quit(self) -> bool:
        """Ask whether to end a running session with the app."""
        question = tr("A session is running. End it? What was practised is kept.")
        return QMessageBox.question(self.window, "Legs Up", question) == QMessageBox.StandardButton.Yes

    def _join(self) -> None:
        desktop, window = self._desktop, self.window
        window.closing.connect(desktop.may_close)
        window.opened.connect(self._opened)
        window.painted.connect(self._fill)
        window.floor_asked.connect(self.open_floor_view)
        self.today.begin.connect(self._begin)
        self.today.chosen.connect(self._choose)
        self.today.minutes_chosen.connect(self._choose_minutes)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        desktop.kept.follow(self._derive)

    @cached_property
    def _journal_page(self) -> JournalPage:
        from legsup.ui.pages.journal_page import JournalPage  # noqa: PLC0415 - not before the first paint

        return JournalPage()

    @cached_property
    def _settings_page(self) -> SettingsPage:
        from legsup.ui.pages.settings_page import SettingsPage  # noqa: PLC0415 - not before the first paint

        page = SettingsPage(self._desktop.kept.look())
        page.asked.connect(self._change)
        page.bell_chosen.connect(self._change_bell)
        page.bell_asked.connect(self._choose_bell)
        self._desktop.kept.follow(page.derive)
        page.check.asked.connect(self._check_sound)
        return page

    def _learn_page(self) -> LearnPage:
        from legsup.ui.pages.learn_page import LearnPage  # noqa: PLC0415 - its text is read from a file

        return LearnPage(self._desktop.practices.do_not_do)

    def _fill(self) -> None:
        """Read what the first paint did not need: poses, sequences, the journal."""
        self._fill_cards()
        self._show_choice()

    def _fill_cards(self) -> None:
        theme = theme_for(self._desktop.settings.look, QGuiApplication.styleHints().colorScheme())
        self.today.show_sequences(self._desktop.practices.sequences, self.poses, theme)

    def _show_choice(self) -> None:
        desktop = self._desktop
        sequence = desktop.practices.chosen(desktop.settings)
        self.today.show_choice(sequence, desktop.minutes(sequence))
        records = desktop.journal.records(limit=1) if desktop.journal is not None else []
        titles = self._titles()
        from legsup.ui.session_words import record_line  # noqa: PLC0415 - not before the first paint

        last = [record_line(each, titles.get(each.sequence, each.sequence)) for each in records]
        self.today.show_last(tr("Last: {line}").format(line=last[0]) if last else "")

    def _titles(self) -> dict[str, str]:
        return {each.id: each.text["en"].title for each in self._desktop.practices.sequences}

    def _opened(self, name: str) -> None:
        journal = self._desktop.journal if name == "journal" else None
        if journal is not None:
            journal.flush()
            from datetime import datetime  # noqa: PLC0415 - not before the first paint

            today = datetime.now().astimezone().date()
            self._journal_page.show_records(journal.records(limit=RECORDS_SHOWN), self._titles(), today)
        if name == "today" and "poses" in self.__dict__:
            self._show_choice()

    def _begin(self) -> None:
        desktop = self._desktop
        sequence = desktop.practices.chosen(desktop.settings)
        desktop.begin(sequence, desktop.minutes(sequence), quick=False)

    def _choose(self, name: str) -> None:
        self._change("sequence", name)

    def _choose_minutes(self, minutes: float) -> None:
        self._change("minutes", minutes)

    def _change(self, name: str, value: object) -> None:
        self._desktop.change(**{name: value})

    def _change_bell(self, kind: str, own: str | None) -> None:
        """Change one bell in those that are kept now."""
        self._desktop.change(bells=with_bell(self._desktop.kept.look().bells, kind, own))

    def _choose_bell(self, kind: str) -> None:
        """Have a sound file chosen for a bell; one that cannot be heard is refused with the reason."""
        file = self._desktop.picks(self.window)
        if not file:
            return
        from legsup.services.sound.own_bell import read_bell  # noqa: PLC0415 - loads numpy

        try:
            read_bell(file)
        except ValueError as fault:
            self.window.say(str(fault))
            return
        self._change_bell(kind, file)

    def _check_sound(self) -> None:
        """Begin the sound check, or stop it; not while a practice sounds."""
        desktop, row = self._desktop, self._settings_page.check
        if desktop.conductor.is_active:
            row.tell(tr("A practice is running: its own sound can be heard."))
            return
        known = "sound_check" in desktop.__dict__
        check = desktop.sound_check
        if not known:
            check.running.connect(row.show_running)
            check.told.connect(row.tell)
        if check.is_running:
            check.stop()
        else:
            check.begin()

    def _derive(self, settings: Settings) -> None:
        """Show the settings as they are now."""
        if (settings.look, settings.text_size) != self._worn:
            self._dress()
        if "session_page" in self.__dict__:
            self._dress_figure(self.session_page)
        if "poses" in self.__dict__:
            self._show_choice()

    def _dress(self) -> None:
        """Put on the look and the text size."""
        settings = self._desktop.settings
        self._worn = (settings.look, settings.text_size)
        theme = theme_for(settings.look, QGuiApplication.styleHints().colorScheme())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(palette_of(theme))
            app.setStyleSheet(style_sheet(theme, settings.text_size))
        self.theme = theme
        if "session_page" in self.__dict__:
            self._dress_figure(self.session_page)
        if "floor_view" in self.__dict__:
            self.floor_view.set_theme(theme)
        if "poses" in self.__dict__:
            self._fill_cards()

    def _dress_figure(self, page: SessionPage) -> None:
        settings = self._desktop.settings
        page.figure.set_theme(self.theme)
        page.figure.set_wall_side(settings.wall_side)
        page.figure.set_still(settings.still_figure)
