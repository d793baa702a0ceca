"""The keys of a practice: one meaning each, in the window and in floor view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from legsup.domain.session import Outcome, Status
from legsup.ui.widgets.cards import PictureCard
from legsup.ui.widgets.folds import FoldLine
from tests.ui.desk import second_click, until

if TYPE_CHECKING:
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("key", "step", "status"),
    [
        (Qt.Key.Key_Space, "legs-up", Status.PAUSED),
        (Qt.Key.Key_T, "legs-up", Status.PAUSED),
        (Qt.Key.Key_D, "dizzy", Status.RUNNING),
        (Qt.Key.Key_Escape, "feet-down", Status.RUNNING),
    ],
)
def test_the_keys_always_work(desk: Desk, key: Qt.Key, step: str, status: Status) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    window = desk.app.front.window
    desk.views.page.setFocus()
    QTest.keyClick(window, key)
    assert desk.session.status is status
    if step != "legs-up":
        assert desk.session.beat.stage.value == "come_out"
    else:
        assert desk.session.beat.step.id == step


def test_space_goes_on_after_a_pause_and_answers_an_open_step(desk: Desk) -> None:
    desk.button("Begin").click()
    window = desk.app.front.window
    desk.views.page.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert desk.session.beat_index == 1
    desk.to("legs-up")
    QTest.keyClick(window, Qt.Key.Key_Space)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert desk.session.status is Status.RUNNING


@pytest.mark.parametrize(("name", "key"), [("Come out", Qt.Key.Key_Space), ("Come out", Qt.Key.Key_Escape)])
def test_the_focus_goes_from_a_button_that_went_away_to_what_space_means(
    desk: Desk, name: str, key: Qt.Key
) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.button(name).setFocus()
    QTest.keyClick(desk.button(name), key)
    assert desk.session.is_coming_out
    primary = desk.views.page.focusWidget()
    assert primary is desk.button("Pause")
    QTest.keyClick(primary, Qt.Key.Key_Space)
    assert desk.session.status is Status.PAUSED


def test_the_focus_stays_with_what_space_means_through_a_whole_practice(desk: Desk) -> None:
    desk.button("Begin").click()
    page = desk.views.page
    while desk.session.is_active:
        waits = desk.session.status is Status.WAITING
        focused = page.focusWidget()
        assert isinstance(focused, QPushButton)
        assert focused.text() == (desk.actions.next if waits else desk.actions.pause).text()
        assert focused.isEnabled()
        if waits:
            QTest.keyClick(focused, Qt.Key.Key_Space)
        else:
            desk.wait(1)


def test_tab_still_moves_the_focus(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    page = desk.views.page
    before = page.focusWidget()
    assert before is not None
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert page.focusWidget() is not before


def test_escape_again_ends_the_way_out_that_it_led_to_but_not_at_once(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    window = desk.app.front.window
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert desk.session.is_active, "a second touch of the key ends nothing"
    assert desk.button("I'm already up").isEnabled()
    desk.wait(2)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert desk.session.outcome is Outcome.STOPPED


def test_escape_ends_no_way_out_that_came_by_itself_but_goes_on_there_from_a_pause(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("side")
    window = desk.app.front.window
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert desk.session.status is Status.RUNNING
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert desk.session.status is Status.PAUSED
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert desk.session.status is Status.RUNNING
    assert desk.session.beat.step.id == "side"


def test_escape_in_floor_view_comes_out_and_in_the_way_out_leaves_it(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.app.front.window.floor_action.trigger()
    view = desk.views.floor_view
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert desk.session.is_coming_out
    assert view.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert desk.session.is_active


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_VolumeUp, Qt.Key.Key_MicMute, Qt.Key.Key_Sleep, Qt.Key.Key_WakeUp]
)
def test_a_key_of_the_computer_s_own_is_no_answer(desk: Desk, key: Qt.Key) -> None:
    desk.button("Begin").click()
    desk.to("up")
    press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desk.app.front.window, press)
    assert desk.session.is_active


@pytest.mark.parametrize("by_key", [True, False])
def test_before_one_is_down_esc_and_a_long_press_leave_the_floor_view_and_end_nothing(
    desk: Desk,
    by_key: bool,  # noqa: FBT001 - a case
) -> None:
    desk.button("Begin").click()
    desk.app.front.window.floor_action.trigger()
    view = desk.views.floor_view
    if by_key:
        QTest.keyClick(view, Qt.Key.Key_Escape)
    else:
        QTest.mousePress(view, Qt.MouseButton.LeftButton)
        until(lambda: not view.isVisible())
    assert not view.isVisible()
    assert desk.session.is_active
    assert not desk.session.went_down
    window = desk.app.front.window
    window.activateWindow()
    until(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not desk.session.is_active


def test_next_waits_for_the_seat_and_says_so(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("seat")
    action = desk.actions.next
    assert not action.isEnabled()
    assert action.toolTip() == "Rest here for 30 seconds first"
    assert not desk.button(action.iconText()).isEnabled()
    desk.wait(29)
    assert not action.isEnabled()
    desk.wait(2)
    assert action.isEnabled()
    assert action.toolTip() == "Go to the next step"
    assert desk.session.beat.step.id == "seat"
    action.trigger()
    assert desk.session.beat.step.id != "seat"


def test_h_says_the_keys_and_shows_them_in_the_window_and_in_floor_view(desk: Desk) -> None:
    desk.button("Begin").click()
    words = desk.session.plan.phrases.help
    QTest.keyClick(desk.app.front.window, Qt.Key.Key_H)
    assert desk.session.status is Status.WAITING
    desk.wait(3)
    assert words in desk.texts()
    desk.to("legs-up")
    desk.wait(30)
    desk.app.front.window.floor_action.trigger()
    QTest.keyClick(desk.views.floor_view, Qt.Key.Key_H)
    assert desk.session.status is Status.RUNNING
    assert words in {cue.text for cue in desk.session.stretch.cues}


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_Return, Qt.Key.Key_PageDown, Qt.Key.Key_1])
@pytest.mark.parametrize("floor", [False, True])
def test_any_key_goes_on_where_the_voice_asks_for_any_key(desk: Desk, key: Qt.Key, *, floor: bool) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    window = desk.app.front.window
    if floor:
        window.floor_action.trigger()
    face = desk.views.floor_view if floor else window
    desk.actions.pause.trigger()
    QTest.keyClick(face, Qt.Key.Key_X)
    assert desk.session.status is Status.PAUSED, "one's own pause is not over by a touch"
    desk.actions.tingle.trigger()
    desk.wait(6)
    QTest.keyClick(face, Qt.Key.Key_Shift)
    QTest.keyClick(face, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.status is Status.PAUSED
    QTest.keyClick(face, key)
    assert desk.session.status is Status.RUNNING
    QTest.keyClick(face, Qt.Key.Key_X)
    assert desk.session.status is Status.RUNNING


@pytest.mark.parametrize("by_key", [True, False])
def test_any_key_or_click_says_that_one_is_up(desk: Desk, *, by_key: bool) -> None:
    desk.button("Begin").click()
    desk.to("up")
    page = desk.views.page
    QTest.mouseClick(page, Qt.MouseButton.RightButton)
    assert desk.session.is_active
    if by_key:
        QTest.keyClick(page, Qt.Key.Key_X)
    else:
        QTest.mouseClick(page, Qt.MouseButton.LeftButton)
    assert desk.session.outcome is Outcome.COMPLETED


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_what_has_the_focus_on_every_desktop(desk: Desk, key: Qt.Key) -> None:
    desk.button("Begin").setFocus()
    QTest.keyClick(desk.button("Begin"), key)
    assert desk.session.is_active
    desk.to("legs-up")
    pause = desk.button("Pause")
    pause.setFocus()
    QTest.keyClick(pause, key)
    assert desk.session.status is Status.PAUSED
    desk.actions.stop.trigger()
    desk.button("Done").setFocus()
    QTest.keyClick(desk.button("Done"), key)
    assert "Begin" in desk.texts() or desk.button("Begin").isVisible()


def test_enter_opens_a_fold_and_chooses_a_card(desk: Desk) -> None:
    page = desk.app.front.today.page
    (line, *_) = (each for each in page.findChildren(FoldLine) if each.isVisible())
    was = line.accessibleDescription()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.accessibleDescription() != was
    card = next(each for each in page.findChildren(PictureCard) if not each.isHidden() and each.isEnabled())
    pressed: list[QPushButton] = []
    card.clicked.connect(lambda: pressed.append(card))
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert len(pressed) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_a_key_that_is_held_down_is_one_wish_in_the_floor_view_too(desk: Desk, key: Qt.Key) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.views.open_floor_view()
    view = desk.views.floor_view
    for again in (False, True):
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, " ", again)
        QApplication.sendEvent(view, press)
    assert view.isVisible()
    assert desk.session.is_coming_out is (key == Qt.Key.Key_Escape)
    assert (desk.session.status is Status.PAUSED) is (key == Qt.Key.Key_Space)


def test_a_button_says_what_it_does_under_the_name_it_has(desk: Desk) -> None:
    desk.button("Begin").click()
    assert desk.button("Cancel").accessibleDescription() == "End it here, before it begins"
    desk.to("legs-up")
    assert desk.button("Come out").accessibleDescription() == "Go to the slow way out"
    assert desk.button("Next").accessibleDescription() == "Go to the next step"
    desk.to("up")
    assert desk.button("I'm up").accessibleDescription() == "End the practice now"


def test_a_double_click_pauses_once(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    QTest.mouseClick(desk.button("Pause"), Qt.MouseButton.LeftButton)
    second_click(desk.button("Go on"))
    assert desk.session.status is Status.PAUSED
