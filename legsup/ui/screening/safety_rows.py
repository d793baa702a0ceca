"""All that stands beside a Begin for safety: how the practice stands, whether answers still hold, today's state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.domain.screening.outcome import Due
from legsup.ui.screening.standing_rows import StandingRows
from legsup.ui.screening.still_true import StillTrueRow
from legsup.ui.screening.today_state import TodayStateRows
from legsup.ui.screening.unreadable import call_in_any_case, kept_faults, unreadable_lines
from legsup.ui.widgets import card, label
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.screening.catalogue import Catalogue
    from legsup.ui.screening.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """What is shown: the standing of the chosen practice (None: none is to be shown), and the day's.

    ``due`` tells whether the answers are to be given again, ``soon`` is the line that announces it, ``heavy`` whether it
    is a heavy day, ``calls`` whether "Not today" was said, ``faults`` what is wrong with what was kept of the answers.
    """

    standing: Standing | None = None
    due: Due = Due.NOT_YET
    soon: str = ""
    heavy: bool = False
    calls: bool = False
    faults: tuple[str, ...] = ()


class SafetyRows(QWidget):
    """Shows the safety that it is given; its signals are those of its rows."""

    said_yes = Signal(object)
    answer_again = Signal()
    instead = Signal()
    still_true = Signal()
    not_today = Signal()
    heavy_turned = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        screening = catalogue.screening
        words = None if screening is None else screening.words
        self.standing = StandingRows(words)
        self.standing.said_yes.connect(self.said_yes)
        self.standing.answer_again.connect(self.answer_again)
        self.standing.instead.connect(self.instead)
        self._still_true: StillTrueRow | None = None
        self._today: TodayStateRows | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.standing)
        frame = card(tr("Your health today"))
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 12, 16, 12)
        self._faults = label("", "warning")
        inner.addWidget(self._faults)
        rows.addWidget(frame)
        rows.addStretch(1)
        if screening is None:
            for line in unreadable_lines(catalogue.faults):
                inner.addWidget(label(line))
            inner.addWidget(label(call_in_any_case(), "urgent"))
        else:
            self._still_true = StillTrueRow(screening.words)
            self._still_true.still_true.connect(self.still_true)
            self._still_true.changed.connect(self.answer_again)
            self._today = TodayStateRows(screening.today)
            self._today.not_today.connect(self.not_today)
            self._today.changed.connect(self.answer_again)
            self._today.heavy_turned.connect(self.heavy_turned)
            inner.addWidget(self._still_true)
            inner.addWidget(self._today)

    def derive(self, safety: Safety) -> None:
        """Show it."""
        self._faults.setText("\n".join(kept_faults(safety.faults)))
        self._faults.setVisible(bool(safety.faults))
        self.standing.setVisible(False)
        if safety.standing is not None:
            self.standing.show_standing(safety.standing)
        if self._still_true is not None:
            self._still_true.setVisible(safety.due is not Due.NOT_YET)
            self._still_true.announce(safety.soon if safety.due is Due.SOON else "")
        if self._today is not None:
            self._today.show_heavy(heavy=safety.heavy)
            self._today.show_calls(shown=safety.calls)
