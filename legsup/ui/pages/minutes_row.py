"""The row of the minutes that fit a break, as they are told; a break that none fit cannot be chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.domain.break_minutes import BREAKS
from legsup.ui import words
from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import add_choice, choice_button, label, one_of, rename, show_chosen
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QPushButton


class MinutesRow(QWidget):
    """``chosen`` is told the minutes of the break that was pressed."""

    def __init__(self, chosen: SignalInstance) -> None:
        super().__init__()
        self._chosen = chosen
        self._group = one_of(self)
        self._fits: dict[int, float | None] = {}
        self._choices = QWidget()
        self._row = FlowLayout(self._choices, gap=8, begins=True)
        self._places: dict[int, QPushButton] = {}
        for free in BREAKS:
            self._add(free)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(label(tr("My break → minutes of rest"), "note"))
        rows.addWidget(self._choices)

    @property
    def choices(self) -> tuple[QPushButton, ...]:
        """The breaks on offer, the shortest first."""
        return tuple(self._places[free] for free in sorted(self._places))

    def show_minutes(self, minutes: float, breaks: Mapping[int, float | None]) -> None:
        """Show what fits each break, and check the shortest one of these minutes, if there is one."""
        self._fits = dict(breaks)
        self._offer(breaks)
        found = next((free for free, fit in breaks.items() if fit == minutes), None)
        self._group.setExclusive(False)
        for free, fit in breaks.items():
            choice, name = self._places[free], words.break_name(free, fit)
            rename(choice, words.break_text(free, fit), name)
            show_chosen(choice, on=free == found)
            choice.setEnabled(fit is not None)
            choice.setToolTip(name if fit is None else "")
        self._group.setExclusive(True)
        self._choices.updateGeometry()  # Qt would go by the height of the former words until they are laid out

    def _offer(self, breaks: Mapping[int, float | None]) -> None:
        """Stand in a row with these breaks: one for what is chosen may take the place of one that is on offer else."""
        for free in self._places.keys() - breaks.keys():
            gone = self._places.pop(free)
            self._group.removeButton(gone)
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for free in breaks.keys() - self._places.keys():
            self._add(free)
            for choice in self.choices:  # a screen reader goes by the order in which they are raised
                self._row.removeWidget(choice)
                self._row.addWidget(choice)
                choice.raise_()
            self._places[free].ensurePolished()  # it is measured before it is seen
            self._places[free].show()

    def _add(self, free: int) -> None:
        choice = choice_button(words.break_text(free, None), partial(self._choose, free), "close")
        add_choice(self._group, choice)
        self._places[free] = choice
        self._row.addWidget(choice)

    def _choose(self, free: int) -> None:
        fit = self._fits.get(free)
        if fit is not None:
            self._chosen.emit(fit)
