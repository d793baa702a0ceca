"""The wiring: what joins session, window, sound and journal does its part, seen from outside."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLabel

from legsup.app.quick_line import quick_line
from legsup.app.remote_answers import answer
from legsup.domain.outlook import seconds_left, walk
from legsup.domain.session import Outcome, Status
from legsup.places import in_folder
from legsup.practice.kept_settings import KeptSettings
from legsup.practice.practice_sound import PracticeSound
from legsup.practice.refusal import RunsElsewhere
from legsup.practice.wanted import Wanted
from legsup.services.session_lock import SessionLock
from legsup.services.settings.store import SettingsStore
from legsup.ui import words
from tests.domain.run import begun
from tests.small_practice import wall_plan
from tests.ui.desk import Desk, opened
from tools.hand_clock import HandClock

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_practice_that_runs_in_another_process_is_not_begun_here_as_well(desk: Desk) -> None:
    elsewhere = SessionLock(desk.app.basis.places.runtime / "session.lock")
    assert elsewhere.take()
    assert desk.app.begin(Wanted(pace="my-pace")) == RunsElsewhere()
    assert desk.conductor.session is None
    assert any("another window or terminal" in text for text in desk.texts())
    elsewhere.give_back()
    assert desk.app.begin(Wanted(pace="my-pace")) is None
    assert not elsewhere.take(), "while it runs nobody else may begin"
    desk.actions.stop.trigger()
    assert elsewhere.take()
    elsewhere.give_back()


def test_without_a_tray_closing_in_a_practice_asks_and_a_no_keeps_it(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.dialogs.leaves = False
    event = QCloseEvent()
    desk.app.front.window.closeEvent(event)
    assert not event.isAccepted()
    assert desk.dialogs.asked_to_leave == 1
    assert desk.session.is_active


def test_without_a_tray_closing_in_a_practice_after_a_yes_ends_it_in_order(desk: Desk) -> None:
    ended: list[None] = []
    desk.app.quitting.connect(lambda: ended.append(None))
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.app.front.window.close()
    assert desk.session.outcome is Outcome.STOPPED
    assert ended == [None]
    assert [record.outcome for record in desk.journal.records()] == [Outcome.STOPPED]


def test_closing_without_a_practice_asks_nothing(desk: Desk) -> None:
    ended: list[None] = []
    desk.app.quitting.connect(lambda: ended.append(None))
    desk.app.front.window.close()
    assert (desk.dialogs.asked_to_leave, ended) == (0, [None])


def test_a_running_practice_is_in_the_journal_and_never_more_than_five_seconds_old(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    for _ in range(12):
        desk.wait(1)
        (record,) = desk.journal.records()
        assert record.outcome is None
        assert desk.session.elapsed - record.elapsed <= 5.0


def test_once_somebody_is_down_a_lost_loudspeaker_pauses_nothing(tmp_path: Path) -> None:
    """The floor rule: what is lost while one lies there makes nobody wait."""
    kept = KeptSettings(SettingsStore(tmp_path / "settings.json"))
    kept.change(muted=True)
    run = begun(wall_plan())
    sound = PracticeSound(kept, in_folder(tmp_path), HandClock())
    sound.prepare(run.session.plan)
    run.wait(5.0)
    assert sound.wish(run.session) is not None, "on one's feet it waits"
    run.wait(60.0)
    assert run.session.went_down
    assert run.session.status is Status.RUNNING
    assert sound.wish(run.session) is None
    sound.close()


def test_the_window_opens_where_it_was_left(tmp_path: Path) -> None:
    first = opened(tmp_path)
    first.app.front.window.resize(QSize(640, 500))
    QApplication.processEvents()
    first.app.front.window.close()
    first.close()
    again = opened(tmp_path)
    assert again.app.front.window.size() == QSize(640, 500)
    again.close()


def test_what_the_breath_does_is_not_painted_while_nobody_sees_it(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    figure = desk.views.page.figure
    before = figure.light
    desk.app.front.window.hide()
    desk.clock.now += 2.0
    QApplication.processEvents()
    assert figure.light in {before, (None, 0)}


def test_the_focus_is_on_what_space_means_and_never_wanders_to_the_menu(desk: Desk) -> None:
    desk.button("Begin").click()
    page = desk.views.page
    desk.app.front.window.activateWindow()
    QApplication.processEvents()
    assert page.focusProxy() is desk.button("Next")
    desk.to("going-down")
    desk.button("I'm going down").click()
    assert page.focusProxy() is desk.button("Pause")
    desk.to("up")
    assert page.focusProxy() is desk.button("I'm up")


def test_the_tray_promises_what_the_plan_keeps(desk: Desk) -> None:
    for sequence in desk.practices.sequences:
        desk.app.basis.kept.change(sequence=sequence.id, minutes=10.0)
        plan = desk.practices.plan(sequence, Wanted(), desk.settings)
        line = quick_line(desk.practices, desk.settings)
        assert line.startswith(plan.title)
        assert line.endswith((words.up_by(walk(plan).seconds), words.up_by(walk(plan).seconds - 1.0)))


def test_up_by_moves_on_the_page_in_a_pause_and_stands_still_in_what_runs(desk: Desk) -> None:
    told: list[float] = []
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.actions.pause.trigger()
    page = desk.views.page
    for _ in range(2):
        state = next(each for each in page.findChildren(QLabel) if each.text().startswith("Paused · up by"))
        told.append(seconds_left(desk.session))
        state.setText("")
        desk.clock.now += 60.0
        desk.conductor.tick()
        assert state.text().startswith("Paused · up by"), "each tick tells it anew"
    # The end is as far away as before, so the time of day that is told has moved by the pause.
    assert told[0] == pytest.approx(told[1])


def test_a_bedtime_ending_promises_no_time(desk: Desk) -> None:
    assert desk.app.begin(Wanted(sequence="in-bed", pace="my-pace", bedtime=True)) is None
    assert not any("up by" in text for text in desk.texts())
    assert answer(desk.app, {"verb": "status"})["up_by"] is None


def test_at_im_up_status_tells_when_the_end_sign_was(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("up")
    desk.wait(100)
    told = answer(desk.app, {"verb": "status"})
    assert told["remaining"] == 0.0
    ago = datetime.now().astimezone() - datetime.fromisoformat(told["up_by"])
    assert 98.0 < ago.total_seconds() < 102.0
