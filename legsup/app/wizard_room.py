"""Opens the wizard over the window: the questions alone, or the first run; and derives its pages from their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.app.sound_check import SoundCheck
from legsup.domain.place import place
from legsup.domain.settings import FIRST_MINUTES
from legsup.practice.wanted import Wanted
from legsup.ui.wizard.asking_page import AskingPage
from legsup.ui.wizard.place_page import PlacePage
from legsup.ui.wizard.way_in_page import WayInPage
from legsup.ui.wizard.wizard import Wizard
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from legsup.app.basis import Basis
    from legsup.app.dress import Dress
    from legsup.app.screening_room import ScreeningRoom
    from legsup.domain.place import Place
    from legsup.domain.session import Session


class WizardRoom(QObject):
    """At most one wizard is open. ``asked`` gives a setting's name and a value, ``wanted`` a practice that is to begin."""

    asked = Signal(str, object)
    wanted = Signal(object)

    def __init__(self, basis: Basis, room: ScreeningRoom, dress: Dress, window: QWidget) -> None:
        super().__init__(window)
        self._basis = basis
        self._room = room
        self._dress = dress
        self._window = window
        self._wizard: Wizard | None = None
        self._check: SoundCheck | None = None
        room.changed.connect(self._derive)
        dress.changed.connect(self._derive)
        basis.kept.follow(lambda _settings: self._derive())
        basis.conductor.changed.connect(self._step_aside)

    @property
    def wizard(self) -> Wizard | None:
        """The wizard that is open."""
        return self._wizard

    def ask(self, then: Wanted | None = None) -> None:
        """Ask the questions alone; ``then`` is the practice that waits for them."""
        if self._wizard is None:
            wizard = Wizard((self._asking_page(),), tr("Done"), self._window)
            if then is not None:
                wizard.accepted.connect(lambda: self.wanted.emit(then))
            self._open(wizard)

    def first_run(self) -> None:
        """Lead through what comes before the first practice; what is answered already is not asked."""
        if self._wizard is not None:
            return
        practices, room = self._basis.practices, self._room
        sequences = {each.id: each for each in practices.sequences}
        poses, _ = practices.poses
        at = PlacePage(sequences, poses)
        at.asked.connect(self.asked)
        way_in = WayInPage(sequences, poses, room.catalogue)
        room.serve(way_in.safety)
        asks = room.needs_answers or room.is_half_way or room.catalogue.screening is None
        pages = [*([self._asking_page()] if asks else []), at, way_in]
        begin = tr("Begin {minutes} minutes").format(minutes=f"{FIRST_MINUTES:g}")
        wizard = Wizard(pages, begin, self._window)
        wizard.accepted.connect(self._begin)
        self._check = SoundCheck(self._basis.clock, self._basis.kept, practices, self._basis.places, self)
        self._check.serve(at.check, self._basis.conductor)
        self._open(wizard)

    def close(self) -> None:
        """Close what is open; nothing that was said is lost."""
        if self._wizard is not None:
            self._wizard.reject()

    def _step_aside(self, session: Session | None) -> None:
        """Close as by Later once a practice is begun elsewhere, as in the tray: it would stand over what leads through that."""
        if session is not None and session.is_active:
            self.close()

    @property
    def _place(self) -> Place:
        return place(self._room.outcome, self._basis.kept.now, self._room.today)

    def _asking_page(self) -> AskingPage:
        page = AskingPage(self._room.catalogue)
        page.changed.connect(self._room.take)
        page.said_yes.connect(self._room.say_yes)
        page.passed.connect(self._room.keep)
        return page

    def _open(self, wizard: Wizard) -> None:
        self._wizard = wizard
        wizard.finished.connect(self._closed)
        self._derive()
        wizard.open()

    def _closed(self) -> None:
        wizard, self._wizard = self._wizard, None
        if self._check is not None:
            self._check.stop()
            self._check.deleteLater()
            self._check = None
        if wizard is not None:
            wizard.deleteLater()

    def _begin(self) -> None:
        here = self._place
        self.asked.emit("sequence", here.sequence)
        self.asked.emit("welcomed", True)
        self.wanted.emit(Wanted(sequence=here.sequence, minutes=FIRST_MINUTES, pace="my-pace"))

    def _derive(self) -> None:
        """Show the values as they are now on every page."""
        if self._wizard is None:
            return
        here, room = self._place, self._room
        theme, still = self._dress.theme, self._basis.kept.now.still_figure
        for each in self._wizard.pageIds():
            match self._wizard.page(each):
                case AskingPage() as asking:
                    asking.derive(room.asking, room.account())
                case PlacePage() as at:
                    at.derive(here, theme, still=still)
                case WayInPage() as way_in:
                    way_in.derive(here, room.safety(None), theme, still=still)
                case _:
                    pass
