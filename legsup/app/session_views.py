"""What shows a session: the Session page and the floor view, joined to what leads it; made with the first session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from legsup.ui.floor_view import FloorView
from legsup.ui.pages.session_page import SessionPage

if TYPE_CHECKING:
    from legsup.app.basis import Basis
    from legsup.app.dress import Dress
    from legsup.app.leading import Leading
    from legsup.domain.settings import Settings
    from legsup.ui.main_window import MainWindow


class SessionViews(QObject):
    """The views of the sessions of one leader, over one window."""

    def __init__(self, basis: Basis, leading: Leading, dress: Dress, window: MainWindow) -> None:
        super().__init__(window)
        self._dress = dress
        self._window = window
        poses, _ = basis.practices.poses
        shown = (window.floor_action, window.card_action)
        self.page = SessionPage(basis.conductor, leading.actions, shown, poses, leading.sound.health)
        self.floor_view = FloorView(basis.conductor, leading.actions)
        self.page.desk.tension_before.connect(leading.record.note_before)
        self.page.desk.try_again.connect(leading.try_sound_again)
        self.page.desk.with_screen.connect(leading.go_on_by_screen)
        self.page.end.tension_after.connect(leading.record.note_after)
        self.page.end.done.connect(lambda: window.open("today"))
        self._kept = basis.kept
        dress.changed.connect(self._dress_anew)
        basis.kept.follow(self._derive)
        self._derive(basis.kept.now)

    @property
    def is_floor_open(self) -> bool:
        """Whether the floor view fills a screen."""
        return self.floor_view.isVisible()

    def open_floor_view(self) -> None:
        """Fill the screen on which the window stands."""
        self.floor_view.setGeometry(self._window.screen().geometry())
        self.floor_view.showFullScreen()

    def _dress_anew(self) -> None:
        self._derive(self._kept.now)

    def _derive(self, settings: Settings) -> None:
        """Dress the figure and the floor view by the settings."""
        figure = self.page.figure
        figure.set_theme(self._dress.theme)
        figure.set_wall_side(settings.wall_side)
        figure.set_still(settings.still_figure)
        self.floor_view.set_theme(self._dress.theme)
