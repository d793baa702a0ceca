"""Today's state: what speaks against a practice today, in two urgencies, beside every Begin and at the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.domain.screening.today import CALLS
from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import button, label, notice, show_role
from legsup.ui.widgets.fields import show_ticked, tick
from legsup.ui.widgets.folds import FoldLine
from legsup.ui.widgets.stops import bring_into_sight
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legsup.domain.screening.today import BodyState, TodayState


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
        self._whom = "\n".join([*(_line(sign) for sign in today.calls), today.rest_now])
        # Those for whom somebody is called stand first and in bold; in no colour that alarms every day.
        self._called = [label(_line(sign), "strong") for sign in today.calls]
        self._rest_now = today.rest_now
        self._calls = notice("warning")
        # Every state is seen at every start; what to do about those that can wait opens beside them.
        milder = [sign for sign in today.signs if sign.urgency not in CALLS]
        self._states = label(" ".join(sign.state for sign in milder), "note")
        self._more = FoldLine(tr("More"))
        self._acts = self._acts_of(milder)
        self._acts.hide()
        self._more.turned.connect(self._states.setHidden)
        self._more.turned.connect(self._acts.setVisible)
        self._more.turned.connect(self._stay_in_sight)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(label(today.heading, "heading"))
        for each in self._called:
            rows.addWidget(each)
        rows.addWidget(self._calls)
        rows.addWidget(self._states)
        rows.addWidget(self._acts)
        rows.addWidget(self._buttons(today))

    def _stay_in_sight(self) -> None:
        """Keep the line that was pressed in sight, which what it opens would push out of a small window."""
        if self._more.hasFocus():
            QTimer.singleShot(
                0, partial(bring_into_sight, self._more)
            )  # once there is room for what has opened

    def _acts_of(self, signs: Iterable[BodyState]) -> QWidget:
        made = QWidget()
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for sign in signs:
            rows.addWidget(label(_line(sign), "note"))
        rows.addWidget(self._heavy)
        return made

    def _buttons(self, today: TodayState) -> QWidget:
        made = QWidget()
        listed = (_line(sign) for sign in today.signs)
        FlowLayout(
            made,
            (
                # Who comes here by Tab alone hears what it is about: the list above answers to no key.
                button(today.not_today, self.not_today.emit, description=" ".join((*listed, today.rest_now))),
                button(today.something_changed, self.changed.emit, "quiet"),
                self._more,
            ),
            begins=True,
        )
        return made

    def show_heavy(self, *, heavy: bool) -> None:
        """Show whether it is a heavy day; where it is, its tick is in sight."""
        show_ticked(self._heavy, on=heavy)
        if heavy:
            self._more.open()

    def show_calls(self, *, shown: bool) -> None:
        """Show whom to call, or no longer: what stands there already takes the colour that alarms, and comes into sight."""
        fresh = shown and self._calls.isHidden()
        for each in self._called:
            show_role(each, "urgent" if shown else "strong")
        self._calls.say_with(self._rest_now if shown else "", self._whom)
        if fresh:
            for each in (self._calls, *reversed(self._called)):
                bring_into_sight(each)


def _line(sign: BodyState) -> str:
    return f"{sign.state} {sign.act}"
