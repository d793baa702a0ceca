"""The wiring: what joins session, window, sound and journal does its part, seen from outside."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLabel

from legsup.app.quick_line import quick_line
from legsup.app.reminder_offer import offered, reminder_text
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
from legsup.ui.breath_light import BreathLight
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


def test_the_light_has_no_frames_while_nobody_sees_it(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    light = desk.views.page.figure.findChild(BreathLight)
    assert isinstance(light, BreathLight)
    frames = light.findChild(QTimer)
    assert isinstance(frames, QTimer)
    assert frames.isActive()
    desk.app.front.window.hide()
    QApplication.processEvents()
    assert not frames.isActive()
    desk.wait(20)
    assert not frames.isActive(), "a new breath or word starts none"
    desk.app.front.window.show()
    QApplication.processEvents()
    assert frames.isActive()


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
        plan = desk.practices.plan(sequence, Wanted(), desk.settings, 1)
        line = quick_line(desk.app.door, desk.practices, desk.settings)
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
        desk.wait(30)
        assert state.text().startswith("Paused · up by"), "each tick tells it anew"
    # The end is as far away as before, so the time of day that is told has moved by the pause.
    assert told[0] == pytest.approx(told[1])


def test_where_one_falls_asleep_the_tray_promises_no_time(desk: Desk) -> None:
    desk.app.basis.kept.change(sequence="in-bed", minutes=10.0, fall_asleep=True)
    assert quick_line(desk.app.door, desk.practices, desk.settings) == "In bed · 10 min · to fall asleep"
    desk.app.basis.kept.change(sequence="legs-up-the-wall")
    assert "up by" in quick_line(desk.app.door, desk.practices, desk.settings)


def test_before_the_questions_the_tray_promises_no_time_and_a_reminder_neither(tmp_path: Path) -> None:
    desk = opened(tmp_path, kept=None)
    assert quick_line(desk.app.door, desk.practices, desk.settings) == "Legs up the wall · 2 min"
    told = reminder_text(desk.app.door, seated=False)
    assert told == ("Legs up?", "A few minutes, when it suits you.")
    desk.close()


def test_a_reminder_says_until_when_by_the_plan_of_what_it_proposes(desk: Desk) -> None:
    desk.app.basis.kept.change(sequence="in-bed", minutes=10.0, fall_asleep=True)
    assert reminder_text(desk.app.door, seated=False) == ("Legs up?", "Ten minutes, to fall asleep.")
    title, body = reminder_text(desk.app.door, seated=True)
    assert title == "A seated breath?"
    assert body.startswith("Ten minutes, up by ")
    assert offered(desk.app.door, seated=True).sequence == "seated-breath"


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


def test_a_first_practice_takes_its_time_to_lie_down_and_later_ones_count_what_was_finished(
    desk: Desk,
) -> None:
    basis = desk.app.basis
    assert basis.journal.session_number() == 1
    desk.button("Begin").click()
    assert desk.session.plan.choices.session == 1
    first = sum(beat.nominal for beat in desk.session.plan.beats if beat.stage.gets_in)
    desk.to("legs-up")
    desk.actions.come_out.trigger()
    desk.to("up")
    desk.button("I'm up").click()
    desk.button("Done").click()
    desk.journal.flush()
    assert basis.journal.session_number() == 2
    desk.button("Begin").click()
    assert desk.session.plan.choices.session == 2
    assert sum(beat.nominal for beat in desk.session.plan.beats if beat.stage.gets_in) < first
    desk.to("legs-up")
    desk.actions.stop.trigger()
    desk.journal.flush()
    assert basis.journal.session_number() == 2, "one that was stopped was not finished"


def test_tingling_legs_are_answered_in_a_pause_as_well(desk: Desk) -> None:
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.actions.pause.trigger()
    assert desk.actions.tingle.isEnabled()
    desk.actions.tingle.trigger()
    assert any("for your legs" in text for text in desk.texts())


def test_dragging_a_volume_reads_no_journal_for_a_page_that_nobody_sees(desk: Desk) -> None:
    desk.app.front.window.open("settings")
    shown = desk.app.front.today.page
    before = desk.settings.minutes
    desk.app.front.change("minutes", 10.0)
    assert before != 10.0
    assert "Legs up the wall · 10 min" not in [each.text() for each in shown.findChildren(QLabel)]
    desk.app.front.window.open("today")
    assert "Legs up the wall · 10 min" in desk.texts()
