"""Today's state: what speaks against a practice today, in two urgencies, beside every Begin and at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.domain.screening.today import CALLS
from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import button, label
from legsup.ui.widgets.fields import show_ticked, tick

if TYPE_CHECKING:
    from legsup.domain.screening.today import Sign, TodayState


class TodayStateRows(QWidget):
    """One look, without a gate.

    ``not_today`` asks whom to call and starts nothing, ``changed`` asks the questions anew, ``heavy_turned`` says or
    takes back that it is a heavy day.
    """

    not_today = Signal()
    changed = Signal()
    heavy_turned = Signal()

    def __init__(self, today: TodayState) -> None:
        super().__init__()
        self._heavy = tick(today.heavy_day, self.heavy_turned.emit)
        self._calls = label("\n".join([*(_line(sign) for sign in today.calls), today.rest_now]), "warning")
        self._calls.hide()
        buttons = QWidget()
        FlowLayout(
            buttons,
            (
                button(today.not_today, self.not_today.emit, description=today.rest_now),
                button(today.something_changed, self.changed.emit, "quiet"),
            ),
            begins=True,
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(label(today.heading, "strong"))
        for sign in today.signs:
            # Not the colour alone: those for whom somebody is called stand first and in bold.
            rows.addWidget(label(_line(sign), "urgent" if sign.urgency in CALLS else "note"))
        rows.addWidget(self._heavy)
        rows.addWidget(buttons)
        rows.addWidget(self._calls)

    def show_heavy(self, *, heavy: bool) -> None:
        """Show whether it is a heavy day."""
        show_ticked(self._heavy, on=heavy)

    def show_calls(self, *, shown: bool) -> None:
        """Show whom to call, or no longer."""
        self._calls.setVisible(shown)


def _line(sign: Sign) -> str:
    return f"{sign.state} {sign.act}"
