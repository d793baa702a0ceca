"""Keeps the Today page filled: what Begin would begin, the practices with their figures, the last one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.practice.wanted import Wanted
from legsup.ui import words
from legsup.ui.pages.today_page import TodayPage
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.app.basis import Basis
    from legsup.app.dress import Dress
    from legsup.app.screening_room import ScreeningRoom
    from legsup.domain.sequence import Sequence
    from legsup.domain.settings import Settings
    from legsup.ui.living_figure import LivingFigure
    from legsup.ui.screening.safety_rows import SafetyRows


class Today(QObject):
    """The page and what it shows; ``asked`` gives a setting's name and a value, ``wanted`` a practice.

    ``sources_asked`` wants to know what the sources say of the minutes.
    """

    asked = Signal(str, object)
    wanted = Signal(object)
    sources_asked = Signal()

    def __init__(self, basis: Basis, dress: Dress, parent: QObject) -> None:
        super().__init__(parent)
        self._basis = basis
        self._room: ScreeningRoom | None = None
        self._safety: SafetyRows | None = None
        self._dress = dress
        self._living: LivingFigure | None = None
        self.page = TodayPage()
        self.page.show_title(words.sequence_name(basis.kept.now.sequence))
        self.page.begin.connect(self._begin)
        self.page.chosen.connect(partial(self.asked.emit, "sequence"))
        self.page.minutes_chosen.connect(partial(self.asked.emit, "minutes"))
        self.page.sleep_chosen.connect(partial(self.asked.emit, "fall_asleep"))
        self.page.sources_asked.connect(self.sources_asked)

    def fill(self, room: ScreeningRoom) -> None:
        """Read what the first paint did not need, and show it from now on: poses, practices, answers, the journal."""
        self._show_cards()
        self._stand_beside(room)
        self._bring_to_life()
        self.show_choice()
        self._dress.changed.connect(self._show_cards)
        self._basis.kept.follow(self._follow)

    def show_choice(self) -> None:
        """Show what Begin would begin, and the last practice; nothing before the page was filled."""
        if not self.page.shows_practices:
            return
        practices, settings = self._basis.practices, self._basis.kept.now
        sequence = practices.chosen(settings)
        breaks = practices.breaks(sequence, settings, self._basis.journal.session_number())
        self.page.show_choice(sequence, practices.minutes(sequence, settings), breaks)
        self._show_standing()
        self._show_figure(sequence, settings)
        self.page.show_sleep(offered=sequence.bedtime, on=practices.ends_asleep(sequence, settings))
        from legsup.ui.record_words import record_line  # noqa: PLC0415 - not before the first paint

        records, _ = self._basis.journal.newest(1)
        titles = practices.titles
        last = [
            record_line(
                each, titles.get(each.sequence, each.sequence), legs_up=practices.lifts_legs(each.sequence)
            )
            for each in records
        ]
        self.page.show_last(tr("Last: {line}").format(line=last[0]) if last else "")

    def _follow(self, _settings: Settings) -> None:
        # Whoever drags a volume changes settings by the dozen: what another page hides is shown when it is opened.
        if self.page.isVisibleTo(self.page.window()):
            self.show_choice()

    def _show_cards(self) -> None:
        from legsup.domain.needs import needs_of  # noqa: PLC0415 - not before the first paint

        practices = self._basis.practices
        poses, _ = practices.poses
        needs = {each.id: needs_of(each, poses) for each in practices.sequences}
        self.page.show_sequences(
            practices.sequences, poses, needs, self._dress.theme, flipped=self._dress.flipped
        )
        if self._living is not None:
            self._living.figure.set_theme(self._dress.theme)

    def _bring_to_life(self) -> None:
        """Put the figure beside Begin."""
        from legsup.ui.figure.widget import BodyFigure  # noqa: PLC0415 - painting a body comes after the first paint
        from legsup.ui.living_figure import LivingFigure  # noqa: PLC0415 - the same

        poses, _ = self._basis.practices.poses
        figure = BodyFigure(poses)
        figure.set_theme(self._dress.theme)
        self.page.hero.show_figure(figure)
        self._living = LivingFigure(figure)

    def _show_figure(self, sequence: Sequence, settings: Settings) -> None:
        """Show the hold of the chosen practice, breathing at the chosen pattern where the figure is not to be still."""
        from legsup.domain.breath import parse_pattern  # noqa: PLC0415 - not before the first paint
        from legsup.domain.showing import hold_of  # noqa: PLC0415 - the same

        if self._living is None:
            return
        hold = hold_of(sequence)
        figure = self._living.figure
        figure.set_wall_side(settings.wall_side)
        figure.show_pose(hold.pose, hold.side)
        self._living.breathe(parse_pattern(settings.pattern), still=settings.still_figure)

    def _stand_beside(self, room: ScreeningRoom) -> None:
        from legsup.ui.screening.safety_rows import SafetyRows  # noqa: PLC0415 - not before the first paint

        self._room, self._safety = room, SafetyRows(room.catalogue)
        room.serve(self._safety)
        room.changed.connect(self._show_standing)
        self.page.stand_beside(self._safety)

    def _show_standing(self) -> None:
        """Show how each practice stands with the person today, and the chosen one beside Begin."""
        if self._room is None or self._safety is None:
            return
        practices, settings = self._basis.practices, self._basis.kept.now
        standings = self._room.standings(practices.sequences)
        chosen = standings[practices.chosen(settings).id]
        self._safety.derive(self._room.safety(chosen))
        self.page.show_begin(None if chosen.may_begin else self._safety.standing)
        self.page.show_standings(standings)
        self.page.settle()

    def _begin(self) -> None:
        self.wanted.emit(Wanted(pace="my-pace"))
