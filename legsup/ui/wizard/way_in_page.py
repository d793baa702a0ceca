"""The last page of the wizard: the way in, shown once, and today's state beside Begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from legsup.domain.showing import hold_of, way_in
from legsup.ui.screening.safety_rows import SafetyRows
from legsup.ui.widgets import column, fill_with, label, landing, named
from legsup.ui.wizard.faces import WIDEST
from legsup.ui.wizard.figure_page import FigurePage
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.body.pose import Pose
    from legsup.domain.place import Place
    from legsup.domain.screening.catalogue import Catalogue
    from legsup.domain.sequence import Sequence
    from legsup.ui.screening.safety_rows import Safety
    from legsup.ui.theme import Theme


class WayInPage(FigurePage):
    """Shows the way into a place; ``safety`` stands beside Begin."""

    def __init__(
        self, sequences: Mapping[str, Sequence], poses: Mapping[str, Pose], catalogue: Catalogue
    ) -> None:
        super().__init__(poses)
        self._sequences = sequences
        self._heading = landing(tr("The way in"), "title")
        self._summary = label("")
        self._teacher = label(tr("If you can, have a teacher show you once."))
        self._waits = label(tr("Each step is said again, and waits for you until you lie down."), "note")
        self.safety = SafetyRows(catalogue)
        content = QWidget()
        rows = column(content, lines=WIDEST)
        for each in (
            self._heading,
            self.figure,
            self._summary,
            self._teacher,
            self._waits,
            self.safety,
        ):
            rows.addWidget(each)
        rows.addStretch(1)
        fill_with(self, content)
        self.setFocusProxy(self._heading)

    def derive(self, place: Place, safety: Safety, theme: Theme, *, still: bool) -> None:
        """Show the way into the place; ``still`` moves nothing."""
        self.safety.derive(safety)
        figure, sequence = self.figure, self._sequences.get(place.sequence)
        figure.set_theme(theme)
        figure.set_still(still)
        figure.set_wall_side(place.wall_side)
        if sequence is None:
            return
        self._summary.setText(f"{sequence.title}. {sequence.summary}")
        # The focus lands there: it is read with what stands below.
        below = (self._summary, self._teacher, self._waits)
        named(self._heading, self._heading.text(), " ".join(each.text() for each in below))
        named(figure, sequence.title, sequence.summary)
        if way := way_in(sequence):
            figure.demonstrate(way)
        else:
            figure.show_pose(hold_of(sequence).pose, None)
