"""An app that ends leaves nothing behind that runs, waits, holds or wakes: no thread, timer, lock or wakefulness."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from legsup.app.reminding import Outside
from legsup.domain.reminder_look import Around
from legsup.domain.session import Outcome
from legsup.practice.wanted import Wanted
from legsup.services.keep_awake import Awake
from legsup.services.session_lock import SessionLock
from tests.ui.desk import opened, until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def nothing_around(*, whole: bool) -> Around:
    """Nobody calls or presents anything."""
    return Around(idle=0.0 if whole else None)


def timers(desk: Desk) -> list[QTimer]:
    """Those timers of the app that would wake the computer, beside what moves in a window that is seen."""
    front = desk.app.front
    found = [*desk.app.findChildren(QTimer), *front.findChildren(QTimer)]
    if front.ahead is not None:
        found += front.ahead.findChildren(QTimer)
    return [each for each in found if each.isActive()]


def threads() -> set[threading.Thread]:
    """The threads that run beside this one."""
    return {each for each in threading.enumerate() if each is not threading.current_thread()}


def test_an_app_that_ends_in_a_practice_leaves_nothing_running(tmp_path: Path) -> None:
    before = threads()
    desk = opened(tmp_path, outside=Outside(around=nothing_around, post=lambda _title, _body: None))
    desk.app.basis.kept.change(reminders=True)
    desk.app.tray.look()  # there is none: it is looked for again
    assert desk.app.begin(Wanted(by_screen=True)) is None
    desk.to("legs-up")
    desk.wait(3)
    assert desk.inhibitor.held is not Awake.NOTHING
    assert len(timers(desk)) >= 3, "the session's, the reminders', and the one that looks for a tray"
    assert threads() > before, "the journal's is there"
    places = desk.app.basis.places
    desk.app.quit()
    assert desk.session.outcome is Outcome.STOPPED
    assert desk.inhibitor.held is Awake.NOTHING
    assert timers(desk) == []
    until(lambda: threads() <= before)
    lock = SessionLock(places.session_lock)
    assert lock.take(), "the next practice may begin, wherever"
    lock.give_back()
    assert [each.outcome for each in desk.journal.records()] == [Outcome.STOPPED]
    desk.app.close()
    assert timers(desk) == [], "to close it again changes nothing"
    desk.close()
