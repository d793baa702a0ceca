"""To fall asleep afterwards: offered where it can be, kept, and obeyed by Begin and by a quick start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton

from legsup.domain.cues import CueKind
from legsup.domain.outlook import walk
from legsup.domain.session import Outcome
from legsup.ui.pages.sleep_row import SleepRow
from legsup.ui.pages.today_page import TodayPage
from legsup.ui.widgets.stops import following

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def sleep_switch(desk: Desk) -> QCheckBox:
    return sleep_switches(desk)[0]


def sleep_switches(desk: Desk) -> list[QCheckBox]:
    switches = desk.app.front.window.findChildren(QCheckBox)
    return [each for each in switches if each.text() == "Fall asleep afterwards"]


def test_to_fall_asleep_is_offered_where_it_can_be_and_begin_keeps_to_it(desk: Desk) -> None:
    assert sleep_switches(desk) == [], "few practices end so: it is made for the first of them"
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


@pytest.mark.parametrize("text_size", [100, 200])
def test_its_switch_stands_and_is_reached_between_begin_and_who_says_what(desk: Desk, text_size: int) -> None:
    desk.app.front.window.resize(480, 360)
    desk.app.basis.kept.change(sequence="in-bed", text_size=text_size)
    QApplication.processEvents()
    window, switch = desk.app.front.window, sleep_switch(desk)
    above = [desk.button("Begin"), *(each for each in window.findChildren(QPushButton) if "→" in each.text())]
    says = desk.button("Who says what")
    assert max(top_of(each) for each in above) < top_of(switch) < top_of(says)
    order = walked(min(above, key=top_of), says)
    assert {desk.button("Begin"), switch} <= set(order)
    assert order[-2] is switch
    assert sorted(map(top_of, order)) == list(map(top_of, order)), "Tab goes down the page"


def top_of(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint()).y()


def walked(first: QWidget, last: QWidget) -> list[QWidget]:
    """What Tab comes by from one widget to another."""
    found = [first]
    while found[-1] is not last:
        after = following(found[-1], first.window(), forward=True)
        assert after is not None, "the page is a ring"
        assert after not in found
        found.append(after)
    return found


def test_a_quick_start_keeps_to_falling_asleep_as_well(desk: Desk) -> None:
    desk.app.basis.kept.change(sequence="side-lying-rest", fall_asleep=True, muted=False, sound="silent")
    desk.app.quick_start()
    assert desk.session.plan.choices.bedtime


def test_what_is_shown_of_it_is_not_taken_for_a_choice(qtbot: QtBot) -> None:
    page = TodayPage()
    qtbot.addWidget(page)
    told: list[bool] = []
    page.sleep_chosen.connect(told.append)
    for on in (True, False, True):
        page.show_sleep(offered=True, on=on)
    assert told == []
    page.findChildren(SleepRow)[0].switch.click()
    assert told == [False]
