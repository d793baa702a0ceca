"""How the chosen practice stands: who says what, a clinician's yes, and what is open instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.domain.screening.door import AnswerFirst, AskFirst, Closed
from legsup.ui.flow_layout import FlowLayout
from legsup.ui.screening.yes_row import YesRow
from legsup.ui.widgets import button, label
from legsup.ui.widgets.stops import read_down
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.screening.words import ScreeningWords
    from legsup.ui.screening.standing import Standing


class StandingRows(QWidget):
    """Shows the standing it was given last.

    ``said_yes`` gives the column for which a clinician said yes, ``answer_again`` asks the questions anew, ``instead``
    asks for Seated breath.
    """

    said_yes = Signal(object)
    answer_again = Signal()
    instead = Signal()

    def __init__(self, words: ScreeningWords | None) -> None:
        super().__init__()
        self._words = words
        self._shown: Standing | None = None
        self._seated = button(tr("Seated breath instead"), self.instead.emit, "primary")
        self._again = button(tr("Answer again"), self.answer_again.emit, "quiet", tr("The questions, anew"))
        self._lines = QWidget()
        ways = QWidget()
        FlowLayout(ways, (self._seated, self._again), begins=True)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self._lines)
        self._rows.addWidget(ways)
        self._ways = ways
        self.setFocusProxy(self._seated)

    def show_ways_first(self, *, on: bool) -> None:
        """Put what is open instead before the reasons, where the window has no room for both at once."""
        if on is (self._rows.indexOf(self._ways) == 0):
            return
        self._rows.removeWidget(self._ways)
        self._rows.insertWidget(0 if on else 1, self._ways)
        read_down(self._rows)

    def show_standing(self, standing: Standing) -> None:
        """Say how it stands; nothing where there is nothing to say."""
        verdict = standing.verdict
        self.setVisible(bool(standing.lines))
        self._ways.setVisible(not standing.may_begin)
        self._again.setVisible(isinstance(verdict, (AskFirst, Closed)) and self._words is not None)
        if standing == self._shown:
            return
        self._shown = standing
        lines = self._laid_out(standing)
        self._rows.replaceWidget(self._lines, lines)
        lines.show()
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines

    def _laid_out(self, standing: Standing) -> QWidget:
        made = QWidget()
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        verdict = standing.verdict
        if isinstance(verdict, AskFirst) and self._words is not None:
            row = YesRow(self._words, verdict.column, standing.lines)
            row.said_yes.connect(self.said_yes)
            rows.addWidget(row)
        elif not (isinstance(verdict, AnswerFirst) and verdict.again):
            for line in standing.lines:
                rows.addWidget(label(line))
        return made
