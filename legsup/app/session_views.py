"""What shows a session: the Session page and the floor view, joined to what leads it; made with the first session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.app.asking import Asking
from legsup.domain.offers import Offer, offer_after
from legsup.domain.session import Event, Status
from legsup.ui.floor_view import FloorView
from legsup.ui.pages.session_page import SessionPage
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from legsup.app.basis import Basis
    from legsup.app.dress import Dress
    from legsup.app.leading import Leading
    from legsup.domain.session import Session
    from legsup.domain.settings import Settings
    from legsup.ui.main_window import MainWindow


class SessionViews(QObject):
    """The views of the sessions of one leader, over one window; ``asked`` gives a setting's name and a value.

    ``most_minutes`` tells how many minutes the person may hold (None: no limit), so that no more are offered.
    """

    asked = Signal(str, object)

    def __init__(
        self,
        basis: Basis,
        leading: Leading,
        dress: Dress,
        window: MainWindow,
        most_minutes: Callable[[], float | None],
    ) -> None:
        super().__init__(window)
        self._most_minutes = most_minutes
        self._dress = dress
        self._window = window
        poses, _ = basis.practices.poses
        shown = (window.floor_action, window.card_action)
        self.page = SessionPage(basis.conductor, leading.actions, shown, poses, leading.sound.health)
        window.free_above = self.page.free_above
        self.page.aloud.ears = self.page.spoken.ears = leading.sound
        self.floor_view = FloorView(basis.conductor, leading.actions, self.page.pose_of)
        self.floor_view.covers.connect(self.page.cover)
        self.floor_view.dimmed.connect(self._dim)
        Asking(basis, leading, self.page)
        self.page.desk.try_again.connect(leading.try_sound_again)
        self.page.desk.with_screen.connect(leading.go_on_by_screen)
        self.page.desk.reading.connect(lambda: basis.conductor.send(Event.READ))
        self.page.end.done.connect(lambda: window.open("today"))
        self.page.end.offer.asked.connect(self.asked)
        window.closing.connect(self._window_goes)
        self.floor_view.covers.connect(self._floor_view_turns)
        self._sound = leading.sound
        self._unheard = ""
        leading.unheard.connect(self._tell_unheard)
        leading.screen_stays.connect(self._tell_of_screen)
        self._kept = basis.kept
        self._conductor = basis.conductor
        basis.conductor.changed.connect(self._offer)
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

    def _window_goes(self, event: QCloseEvent) -> None:
        if event.isAccepted() and not self.is_floor_open:
            self._pause_unseen()

    def _floor_view_turns(self, covers: bool) -> None:  # noqa: FBT001 - the slot of a signal
        if not covers and not self._window.isVisible():
            self._pause_unseen()

    def _pause_unseen(self) -> None:
        """Pause where nothing is seen any more, nor heard: nobody would be led. Once one is down it goes on by itself."""
        session = self._conductor.session
        if session is None or session.status is not Status.RUNNING or session.went_down:
            return
        if self._sound.is_silent(session):
            self._conductor.send(Event.PAUSE)

    def _tell_unheard(self, is_unheard: bool) -> None:  # noqa: FBT001 - the slot of a signal
        """Say plainly that nothing can be heard and how to follow; taken back once it is heard, or over."""
        if not is_unheard:
            self._window.messages.take_back(self._unheard)
            return
        told = tr("Nothing can be heard: {reason}. Turn the screen so that you can follow it.")
        reason = self._sound.health().reason or tr("no loudspeaker was found")
        self._unheard = told.format(reason=reason)
        self._window.messages.say_as_well(self._unheard)

    def _tell_of_screen(self, stays: bool | None) -> None:  # noqa: FBT001 - the slot of a signal
        """Say that the screen stays on, or that it does not, as the system has said; nothing once that is over."""
        on = tr("The screen stays on, and unlocked, until the practice ends.")
        off = tr("The screen may go dark: this desktop does not keep it on.")
        for told in (on, off):
            self._window.messages.take_back(told)
        if stays is not None:
            self._window.messages.say_as_well(on if stays else off)

    def _dim(self, dim: int) -> None:
        self.asked.emit("floor_dim", dim)

    def _dress_anew(self) -> None:
        self._derive(self._kept.now)

    def _derive(self, settings: Settings) -> None:
        """Dress the figure and the floor view by the settings."""
        theme, still = self._dress.theme, settings.still_figure
        self.page.aloud.too = settings.read_too
        self.page.set_look(theme, wall_side=settings.wall_side, still=still)
        self.floor_view.set_look(
            theme,
            dim=settings.floor_dim,
            outlined=settings.floor_figure,
            flipped=settings.wall_side == "left",
            still=still,
        )
        if self._conductor.session is not None:
            self._offer(self._conductor.session)

    def _offer(self, session: Session) -> None:
        """Show on the end screen what is offered after this session."""
        offer = offer_after(session)
        most = self._most_minutes() if offer is Offer.MINUTES else None
        self.page.end.offer.show_offer(offer, self._kept.now, most)
