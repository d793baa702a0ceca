"""The second page of the wizard: where one lies, on which side the wall is, and the sound told apart by ear."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legsup.domain.place import LEGS_UP, OTHERWISE
from legsup.domain.settings import WALL_SIDES
from legsup.domain.showing import hold_of
from legsup.ui.pages.sound_check_row import SoundCheckRow
from legsup.ui.setting_words import side_text
from legsup.ui.widgets import column, fill_with, label, landing
from legsup.ui.widgets.choices import ChoiceRow
from legsup.ui.wizard.faces import WIDEST
from legsup.ui.wizard.figure_page import FigurePage
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.body.pose import Pose
    from legsup.domain.place import Place
    from legsup.domain.sequence import Sequence
    from legsup.ui.theme import Theme


class PlacePage(FigurePage):
    """Shows the place it is given; ``asked`` gives the name of a setting and the value that was chosen.

    ``check`` is the row of the sound check.
    """

    asked = Signal(str, object)

    def __init__(self, sequences: Mapping[str, Sequence], poses: Mapping[str, Pose]) -> None:
        super().__init__(poses)
        self._sequences = sequences
        self._heading = landing(tr("Your place"), "title")
        known = [(each, _name(sequences[each])) for each in (*LEGS_UP, *OTHERWISE) if each in sequences]
        self._places = ChoiceRow(tr("I lie at"), known)
        self._places.chosen.connect(partial(self.asked.emit, "sequence"))
        self._sides = ChoiceRow(tr("My wall is on my"), [(side, side_text(side)) for side in WALL_SIDES])
        self._sides.chosen.connect(partial(self.asked.emit, "wall_side"))
        self.check = SoundCheckRow()
        content = QWidget()
        rows = column(content, lines=WIDEST)
        for each in (
            self._heading,
            self.figure,
            self._places,
            self._sides,
            label(tr("Lie down once, eyes closed. Can you tell in from out by ear?"), "strong"),
            self.check,
            label(
                tr("If not, turn it up. Or follow the screen: it says In and Out in large letters."), "note"
            ),
        ):
            rows.addWidget(each)
        rows.addStretch(1)
        fill_with(self, content)
        self.setFocusProxy(self._heading)

    def derive(self, place: Place, theme: Theme, *, still: bool) -> None:
        """Show the place; ``still`` moves nothing."""
        self._places.offer(place.offered)
        self._places.show_value(place.sequence)
        self._sides.setVisible(place.has_wall)
        self._sides.show_value(place.wall_side)
        figure, sequence = self.figure, self._sequences.get(place.sequence)
        figure.set_theme(theme)
        # What nobody sees happens at once: nothing moves by itself when the page comes.
        figure.set_still(still or not self.isVisible())
        figure.set_wall_side(place.wall_side)
        figure.show_pose(None if sequence is None else hold_of(sequence).pose, None)
        figure.set_still(still)


def _name(sequence: Sequence) -> str:
    names = {
        "legs-up-the-wall": tr("A free wall"),
        "in-bed": tr("My bed"),
        "calves-on-a-chair": tr("A chair"),
    }
    return names.get(sequence.id) or sequence.title
