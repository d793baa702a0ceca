"""One row of five words for tension, before or after; never required, and folded to a line where nobody answers it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from legsup.domain.tension import TENSIONS
from legsup.ui.flow_layout import FlowLayout
from legsup.ui.session_words import tension_text
from legsup.ui.widgets import add_choice, button, choice_button, label, one_of, show_chosen
from legsup.ui.words import tr


class TensionRow(QWidget):
    """Asks "none, a little, some, a lot, very much"; ``answered`` gives 0-4.

    With ``keys`` the digits 1 to 5 answer, too, while the row is seen unfolded.
    """

    answered = Signal(int)

    def __init__(self, question: str, *, keys: bool = False) -> None:
        super().__init__()
        self._group = one_of(self)
        self._line = button(f"{question}…", self._unfold, "quiet", tr("Shows five words to choose from"))
        self._label = label(question, wraps=False)
        self._row = FlowLayout(self, (self._line, self._label), gap=6, led=True)
        for value in TENSIONS:
            text = tension_text(value)
            choice = choice_button(text, partial(self.answered.emit, value), name=f"{question}: {text}")
            add_choice(self._group, choice, value)
            self._row.addWidget(choice)
            if keys:
                choice.setToolTip(tr("Key {key}").format(key=value + 1))
                QShortcut(QKeySequence(str(value + 1)), self, choice.click)
        self.begin(folded=False)

    def begin(self, *, folded: bool) -> None:
        """Ask anew: nothing is chosen beforehand."""
        self._group.setExclusive(False)
        for each in self._group.buttons():
            show_chosen(each, on=False)
        self._group.setExclusive(True)
        self._fold(folded=folded)

    def _unfold(self) -> None:
        self._fold(folded=False)
        self._group.buttons()[0].setFocus()

    def _fold(self, *, folded: bool) -> None:
        self._line.setVisible(folded)
        self._label.setVisible(not folded)
        for each in self._group.buttons():
            each.setVisible(not folded)
            each.setEnabled(not folded)  # a digit answers nothing that is not seen
