"""The list of a long page's sections, beside them: leads to each, and marks the one that is seen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.ui.widgets import add_choice, choice_button, named, one_of, show_chosen
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

#: Pixels above a heading to which one is led.
ABOVE = 12
#: Pixels free at its edge.
EDGE = 20


class SectionList(QWidget):
    """``sections`` are headings with what stands below each, on a page that ``area`` scrolls."""

    def __init__(self, sections: Sequence[tuple[QLabel, QWidget]], area: QScrollArea) -> None:
        super().__init__()
        named(self, tr("Sections"))
        self._area = area
        self._headings = [heading for heading, _ in sections]
        self._group = one_of(self)
        self._buttons: list[QPushButton] = []
        self._rows = rows = QVBoxLayout(self)
        rows.setSpacing(4)
        self.stand_off(0)
        for heading in self._headings:
            made = choice_button(heading.text(), partial(self._lead, heading), "side")
            add_choice(self._group, made)
            self._buttons.append(made)
            rows.addWidget(made)
        rows.addStretch(1)
        area.verticalScrollBar().valueChanged.connect(self._mark)
        self._mark(0)

    @property
    def wide(self) -> int:
        """Pixels that it takes beside a page, wherever it stands."""
        return self.sizeHint().width() - self._rows.contentsMargins().left() + EDGE

    def stand_off(self, room: int) -> None:
        """Leave so many pixels free where lines begin, so that it stands by its page on a wide window, too."""
        self._rows.setContentsMargins(EDGE + room, 68, 0, 20)

    def _lead(self, heading: QLabel) -> None:
        """Scroll to a section, and let the focus go on from its heading."""
        self._area.verticalScrollBar().setValue(heading.y() - ABOVE)
        heading.setFocus()
        self._show(heading)

    def _mark(self, top: int) -> None:
        """Mark the section that begins last above the middle of what is seen."""
        middle = top + self._area.viewport().height() // 3
        begun = [heading for heading in self._headings if heading.y() <= middle]
        self._show(begun[-1] if begun else self._headings[0])

    def _show(self, heading: QLabel) -> None:
        self._group.setExclusive(False)
        for each, made in zip(self._headings, self._buttons, strict=True):
            show_chosen(made, on=each is heading)
        self._group.setExclusive(True)
