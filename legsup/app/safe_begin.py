"""Joins the screening to the window: the questions, what stands beside Begin and at the desk, the first run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.app.screening_room import ScreeningRoom
from legsup.domain.screening.door import Open
from legsup.domain.screening.outcome import asked_again_on, open_instead
from legsup.practice.practices import ALWAYS_OPEN
from legsup.practice.wanted import Wanted
from legsup.ui.screening.safety_rows import SafetyRows
from legsup.ui.words import day_text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.app.basis import Basis
    from legsup.app.dress import Dress
    from legsup.app.session_views import SessionViews
    from legsup.app.settings_room import SettingsRoom
    from legsup.app.wizard_room import WizardRoom
    from legsup.ui.actions import SessionActions
    from legsup.ui.main_window import MainWindow


class SafeBegin(QObject):
    """``asked`` gives a setting's name and a value, ``wanted`` a practice that is to begin."""

    asked = Signal(str, object)
    wanted = Signal(object)

    def __init__(
        self, basis: Basis, dress: Dress, window: MainWindow, keep: Callable[[Callable[[], object]], None]
    ) -> None:
        """Join it in a window; ``keep`` does what keeps an outcome, and tells where that cannot be written."""
        super().__init__(window)
        self._basis = basis
        self._dress = dress
        self._window = window
        self._wizards: WizardRoom | None = None
        self.room = ScreeningRoom(basis.outcome, self._held, keep, self)
        self.room.asked.connect(self.ask)
        self.room.instead.connect(self._sit)
        window.opened.connect(self._opened)

    @property
    def wizards(self) -> WizardRoom:
        """What opens the wizard, made when it is first needed."""
        if self._wizards is None:
            from legsup.app.wizard_room import WizardRoom  # noqa: PLC0415 - once in the life of most homes

            self._wizards = WizardRoom(self._basis, self.room, self._dress, self._window)
            self._wizards.asked.connect(self.asked)
            self._wizards.wanted.connect(self.wanted)
        return self._wizards

    @property
    def is_first_run(self) -> bool:
        """Whether somebody is here who neither practised nor was led through the first run."""
        settings = self._basis.kept.now
        return not settings.practised and not settings.welcomed

    def ask(self, then: Wanted | None = None) -> None:
        """Ask the questions, in the first run where that was not yet; ``then`` is the practice that waits for them."""
        if self._basis.conductor.is_active:
            return
        if self.is_first_run:
            self.wizards.first_run()
        else:
            self.wizards.ask(then)

    def ask_anew(self) -> None:
        """Ask the questions anew: something has changed."""
        self.room.ask_anew()

    def most_minutes(self) -> float | None:
        """Tell how many minutes of the chosen practice may be held; None: no limit."""
        verdict = self.room.standing(self._basis.practices.chosen(self._basis.kept.now)).verdict
        return verdict.access.minutes if isinstance(verdict, Open) else None

    def stand_at_desk(self, views: SessionViews, actions: SessionActions) -> None:
        """Put today's list at the desk: what is pressed there leaves it, and nothing has begun."""
        rows = SafetyRows(self.room.catalogue)

        def leave() -> None:
            actions.come_out.trigger()
            self._window.open("today")

        rows.not_today.connect(leave)
        rows.answer_again.connect(leave)
        self.room.serve(rows)

        def derive() -> None:
            rows.derive(self.room.safety(None))

        self.room.changed.connect(derive)
        derive()
        views.page.desk.stand_beside(rows)

    def stand_in_settings(self, settings: SettingsRoom) -> None:
        """Say in Settings what is open, and let something have changed there."""
        settings.page.changed.connect(self.ask_anew)

        def derive() -> None:
            settings.page.show_outcome(self._outcome_text())

        self.room.changed.connect(derive)
        derive()

    def close(self) -> None:
        """Close the wizard, if it is open."""
        if self._wizards is not None:
            self._wizards.close()

    def _outcome_text(self) -> str:
        outcome, screening = self.room.outcome, self.room.catalogue.screening
        if outcome is None or screening is None:
            return ""
        names = screening.words.columns
        now = screening.words.listed([names[each] for each in open_instead(outcome, self.room.today)])
        again = tr("Answered on {day}; asked again from {again}.").format(
            day=day_text(outcome.day), again=day_text(asked_again_on(outcome))
        )
        return f"{screening.words.open_now.format(open=now)} {again}"

    def _held(self) -> frozenset[str]:
        return self._basis.journal.held_on(self._basis.outcome.today)

    def _sit(self) -> None:
        self.wanted.emit(Wanted(sequence=ALWAYS_OPEN, pace="my-pace"))

    def _opened(self, _name: str) -> None:
        self.room.show_calls(False)
