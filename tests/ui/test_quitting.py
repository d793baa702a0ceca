"""Ending the app: asked for once more in a session, never in one's way without, and no record of a start by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QCloseEvent

from legsup.domain.session import Outcome
from legsup.practice.wanted import Wanted
from tests.ui.test_tray import lines, shown, visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def ended(desk: Desk) -> list[None]:
    """Notes the end of the app."""
    told: list[None] = []
    desk.app.quitting.connect(lambda: told.append(None))
    return told


def test_quit_in_a_session_asks_and_a_no_keeps_it(desk: Desk) -> None:
    told = ended(desk)
    desk.button("Begin").click()
    desk.dialogs.leaves = False
    desk.app.front.window.quit_action.trigger()
    assert (desk.dialogs.asked_to_leave, told) == (1, [])
    assert desk.session.is_active
    desk.dialogs.leaves = True
    desk.app.tray.menu.quit.emit()
    assert told == [None]
    assert desk.session.outcome is Outcome.STOPPED


def test_whoever_quits_from_the_tray_in_a_session_is_asked_over_the_window_though_it_was_closed(
    desk: Desk,
) -> None:
    desk.button("Begin").click()
    desk.dialogs.leaves = False
    desk.app.front.window.hide()
    desk.app.tray.menu.quit.emit()
    assert desk.dialogs.asked_to_leave == 1
    assert desk.app.front.window.isVisible()


def test_quit_without_a_session_asks_nothing(desk: Desk) -> None:
    told = ended(desk)
    desk.app.front.window.quit_action.trigger()
    assert (desk.dialogs.asked_to_leave, told) == (0, [None])


def by_esc(desk: Desk) -> None:
    desk.actions.come_out.trigger()


def by_cancel(desk: Desk) -> None:
    desk.button("Cancel").click()


def by_tray(desk: Desk) -> None:
    next(each for each in visible(shown(desk)) if each.text() == "Cancel").trigger()


def by_a_second_click(desk: Desk) -> None:
    desk.app.tray.menu.quick_start.emit(0.0)


@pytest.mark.parametrize("undo", [by_esc, by_cancel, by_tray, by_a_second_click])
def test_a_start_by_accident_leaves_no_record(desk: Desk, undo: Callable[[Desk], None]) -> None:
    assert desk.app.begin(Wanted(by_screen=True)) is None
    assert desk.session.beat.step.id == "desk"
    desk.wait(5)
    undo(desk)
    assert not desk.conductor.is_active
    assert desk.journal.records() == []
    assert lines(shown(desk))[-1] == "Quit"


@pytest.mark.parametrize("stays", [True, False])
def test_without_a_tray_one_who_is_reminded_is_asked_once_whether_it_goes_on(desk: Desk, stays: bool) -> None:  # noqa: FBT001 - a case
    told = ended(desk)
    desk.app.basis.kept.change(reminders=True)
    desk.dialogs.stays = stays
    for _ in range(2):
        desk.app.front.window.closeEvent(QCloseEvent())
    assert desk.dialogs.asked_to_stay == 1
    assert bool(told) is not stays
    assert desk.settings.without_tray == ("stay" if stays else "quit")


def test_a_window_that_goes_with_the_app_asks_nothing(desk: Desk) -> None:
    told = ended(desk)
    desk.app.basis.kept.change(reminders=True)
    desk.app.quit()
    assert desk.app.front.window.close()
    assert (desk.dialogs.asked_to_stay, told) == (0, [None])


def test_an_end_by_the_system_while_the_question_stands_is_nobody_s_answer(desk: Desk) -> None:
    desk.app.basis.kept.change(reminders=True)
    desk.dialogs.stays, desk.dialogs.meanwhile = False, desk.app.quit
    desk.app.front.window.closeEvent(QCloseEvent())
    assert desk.dialogs.asked_to_stay == 1
    assert desk.settings.without_tray == "ask"
