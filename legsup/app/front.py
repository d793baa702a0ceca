"""The front: the window with its pages, dressed, filled, and asked what the app needs to know."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from legsup.services.poses import load_poses
from legsup.ui import words
from legsup.ui.main_window import MainWindow
from legsup.ui.pages.journal_page import JournalPage
from legsup.ui.pages.settings_page import SettingsPage
from legsup.ui.palette import palette_of
from legsup.ui.theme import style_sheet, theme_for
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.app.desktop import Desktop
    from legsup.domain.pose import Pose
    from legsup.domain.settings import Settings

RECORDS_SHOWN = 256


class Front:
    """Makes the window of a desktop app and keeps it filled."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._poses: dict[str, Pose] = {}
        self._filled = False
        places = desktop.places
        geometry = QSettings(str(places.state / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(
            desktop.conductor, desktop.actions, self._poses, desktop.sounding.health, geometry
        )
        self._journal_page = JournalPage()
        self._settings_page = SettingsPage(desktop.settings)
        self.window.add_page("journal", tr("Journal"), self._journal_page)
        self.window.add_page("settings", tr("Settings"), self._settings_page)
        self._join()
        self._dress()
        self.window.today.show_title(words.sequence_name(desktop.settings.sequence))
        self.window.open("today")

    def show(self) -> None:
        """Show the window in front, and fill it once it has been painted."""
        self.window.come_forward()
        if not self._filled:
            self._filled = True
            if self._desktop.conductor.session is None:
                QTimer.singleShot(0, self._fill)
            else:
                self._fill()

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
        window.today.begin.connect(self._begin)
        window.today.chosen.connect(self._choose)
        window.today.minutes_chosen.connect(self._choose_minutes)
        window.session_page.desk.tension_before.connect(desktop.keeper.note_before)
        window.session_page.desk.try_again.connect(desktop.sounding.try_again)
        window.session_page.desk.with_screen.connect(desktop.sounding.with_screen)
        window.session_page.end.tension_after.connect(desktop.keeper.note_after)
        self._settings_page.asked.connect(self._take)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def _fill(self) -> None:
        """Read what the first paint did not need: poses, sequences, the journal."""
        poses, _ = load_poses(self._desktop.practices.assets / "poses")
        self._poses.update(poses)
        self._fill_cards()
        self._show_choice()
        session = self._desktop.conductor.session
        if session is not None:
            self.window.session_page.derive(session)
        from legsup.ui.pages.learn_page import LearnPage  # noqa: PLC0415 - its text is read from a file

        learn = LearnPage(self._desktop.practices.do_not_do)
        self.window.add_page("learn", tr("Learn"), learn)

    def _fill_cards(self) -> None:
        theme = theme_for(self._desktop.settings.look, QGuiApplication.styleHints().colorScheme())
        self.window.today.show_sequences(self._desktop.practices.sequences, self._poses, theme)

    def _show_choice(self) -> None:
        desktop = self._desktop
        sequence = desktop.practices.chosen(desktop.settings)
        self.window.today.show_choice(sequence, desktop.minutes(sequence))
        records = desktop.journal.records(limit=1) if desktop.journal is not None else []
        titles = self._titles()
        last = [words.record_line(each, titles.get(each.sequence, each.sequence)) for each in records]
        self.window.today.show_last(tr("Last: {line}").format(line=last[0]) if last else "")

    def _titles(self) -> dict[str, str]:
        return {each.id: each.text["en"].title for each in self._desktop.practices.sequences}

    def _opened(self, name: str) -> None:
        journal = self._desktop.journal if name == "journal" else None
        if journal is not None:
            journal.flush()
            today = datetime.now().astimezone().date()
            self._journal_page.show_records(journal.records(limit=RECORDS_SHOWN), self._titles(), today)
        if name == "today" and self._poses:
            self._show_choice()

    def _begin(self) -> None:
        desktop = self._desktop
        sequence = desktop.practices.chosen(desktop.settings)
        desktop.begin(sequence, desktop.minutes(sequence), quick=False)

    def _choose(self, name: str) -> None:
        self._take(replace(self._desktop.settings, sequence=name))
        self._show_choice()

    def _choose_minutes(self, minutes: float) -> None:
        self._take(replace(self._desktop.settings, minutes=minutes))
        self._show_choice()

    def _take(self, settings: Settings) -> None:
        before = self._desktop.settings
        self._desktop.keep(settings)
        self._settings_page.take(settings)
        if (before.look, before.text_size, before.wall_side, before.still_figure) != (
            settings.look,
            settings.text_size,
            settings.wall_side,
            settings.still_figure,
        ):
            self._dress()

    def _dress(self) -> None:
        """Put on the look, the text size and the side of the wall."""
        settings = self._desktop.settings
        theme = theme_for(settings.look, QGuiApplication.styleHints().colorScheme())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(palette_of(theme))
            app.setStyleSheet(style_sheet(theme, settings.text_size))
        self.window.set_theme(theme)
        self.window.session_page.figure.set_wall_side(settings.wall_side)
        self.window.session_page.figure.set_still(settings.still_figure)
        if self._poses:
            self._fill_cards()
