"""What is joined to the leading of a session: sleep, a media player's client, and what the tray offers afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction

from legsup.app.leading import FADE, Leading
from legsup.domain.session import Status
from legsup.practice.practice_sound import PracticeSound
from legsup.services.keep_awake import KeepAwake
from legsup.services.media.player import MediaPlayer
from legsup.services.sleep_watch import SleepWatch
from tests.ui.desk import Inhibitor, until
from tests.ui.test_tray import begin, lines, shown

if TYPE_CHECKING:
    from legsup.app.basis import Basis
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def test_at_the_wake_the_window_asks_at_once_whether_to_go_on(desk: Desk) -> None:
    begin(desk)
    desk.to("legs-up")
    desk.app.front.window.hide()
    desk.clock.slept += 600.0
    (watch,) = desk.app.leading.findChildren(SleepWatch)
    watch.woke.emit()
    assert desk.app.front.window.isVisible()
    assert desk.session.status is Status.PAUSED
    assert any(text.startswith("Paused: the computer slept") for text in desk.texts())


class Softened(PracticeSound):
    """The sound of a practice, of which it is noted how loud it is to be."""

    def __init__(self, basis: Basis) -> None:
        super().__init__(basis.kept, basis.places, basis.clock)
        self.shares: list[float] = []

    def soften(self, share: float) -> None:
        """Note a share."""
        self.shares.append(share)


def test_before_sleep_the_sound_fades_and_after_it_is_as_loud_as_before(desk: Desk) -> None:
    heard = Softened(desk.app.basis)
    leading = Leading(desk.app.basis, KeepAwake(Inhibitor()), lambda: False, desk.app, heard)
    (watch,) = leading.findChildren(SleepWatch)
    watch.going.emit()
    until(lambda: len(heard.shares) == len(FADE))
    assert heard.shares == [0.4, 0.15, 0.0]
    watch.woke.emit()
    assert heard.shares[-1] == 1.0
    leading.close()


def test_a_sleep_that_did_not_come_leaves_the_sound_as_it_was(desk: Desk) -> None:
    heard = Softened(desk.app.basis)
    leading = Leading(desk.app.basis, KeepAwake(Inhibitor()), lambda: False, desk.app, heard)
    (watch,) = leading.findChildren(SleepWatch)
    watch.going.emit()
    watch.woke.emit()
    passed: list[None] = []
    QTimer.singleShot(FADE[-1][0] + 50, lambda: passed.append(None))
    until(lambda: bool(passed))
    assert heard.shares == [1.0], "what was to fade by then stays away"
    leading.close()


def test_a_client_of_the_media_player_brings_the_window_forward(desk: Desk) -> None:
    begin(desk)
    desk.app.front.window.hide()
    (player,) = desk.app.leading.findChildren(MediaPlayer)
    player.raised.emit()
    assert desk.app.front.window.isVisible()


def test_short_in_the_tray_takes_two_minutes(desk: Desk) -> None:
    desk.app.basis.kept.change(minutes=9.0, muted=False, sound="silent")
    next(each for each in shown(desk).actions() if each.text() == "Short, 2 min").trigger()
    assert desk.session.plan.minutes == 2.0


def test_a_start_by_accident_counts_as_no_practice_anywhere(desk: Desk) -> None:
    begin(desk)
    desk.wait(2)
    desk.actions.stop.trigger()
    assert not desk.session.is_active
    assert not desk.settings.practised
    assert "How was it?" not in lines(shown(desk))
    assert not any(text.startswith("Tension now") for text in desk.texts())


def test_the_question_how_it_was_comes_into_the_tray_by_itself_and_goes_with_the_answer(desk: Desk) -> None:
    told: list[list[str]] = []
    menu = desk.app.tray.menu
    begin(desk)
    desk.to("legs-up")
    desk.wait(20)
    desk.actions.stop.trigger()
    told.append(lines(shown(desk)))
    assert told[0][0] == "How was it?"
    assert isinstance(menu.menu.actions()[0], QAction)
    menu.menu.actions()[0].trigger()
    assert desk.app.front.window.isVisible()
    desk.button("a little").click()
    assert "How was it?" not in lines(shown(desk))
