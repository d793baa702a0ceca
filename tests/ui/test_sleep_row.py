"""To fall asleep afterwards: offered where it can be, kept, and obeyed by Begin and by a quick start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox

from legsup.domain.cues import CueKind
from legsup.domain.outlook import walk
from legsup.domain.session import Outcome

if TYPE_CHECKING:
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def sleep_switch(desk: Desk) -> QCheckBox:
    switches = desk.app.front.window.findChildren(QCheckBox)
    return next(each for each in switches if each.text() == "Fall asleep afterwards")


def test_to_fall_asleep_is_offered_where_it_can_be_and_begin_keeps_to_it(desk: Desk) -> None:
    assert not sleep_switch(desk).isVisible()
    for name in ("Side-lying rest", "In bed"):
        cards = desk.app.front.window.findChildren(QAbstractButton)
        next(each for each in cards if each.text() == name).click()
        assert sleep_switch(desk).isVisible()
    assert not sleep_switch(desk).isChecked()
    sleep_switch(desk).click()
    assert desk.settings.fall_asleep
    assert "It ends on your side: no bell, no seat. The sea fades over a minute." in desk.texts()
    desk.button("Begin").click()
    assert desk.session.plan.choices.bedtime
    assert desk.session.plan.beats[-1].step.id == "side"
    desk.to("side")
    desk.wait(40)
    assert desk.session.outcome is Outcome.COMPLETED
    kinds = {cue.kind for cue in walk(desk.session.plan).cues}
    assert not kinds & {CueKind.END, CueKind.RECALL}


def test_a_quick_start_keeps_to_falling_asleep_as_well(desk: Desk) -> None:
    desk.app.basis.kept.change(sequence="side-lying-rest", fall_asleep=True, muted=False, sound="silent")
    desk.app.quick_start()
    assert desk.session.plan.choices.bedtime
