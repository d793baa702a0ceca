"""A logout that is announced and may be called off: the practice is written down and goes on, and nobody is asked anything."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QCloseEvent

from legsup.app.desktop import LEAVES_WITHIN, WRITTEN_WITHIN
from legsup.practice.wanted import Wanted
from tests.ui.desk import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def leaving(desk: Desk) -> list[None]:
    """Announce the end of the computer's session; gives what notes the app's end."""
    ended: list[None] = []
    desk.app.quitting.connect(lambda: ended.append(None))
    desk.app.keep()
    return ended


def test_a_practice_is_written_down_when_a_logout_is_announced_and_goes_on(desk: Desk) -> None:
    assert desk.app.begin(Wanted(by_screen=True)) is None
    desk.to("legs-up")
    desk.wait(2)
    written = desk.journal.records()[0].elapsed
    desk.wait(1)
    assert desk.journal.records()[0].elapsed == written, "the next checkpoint is not due yet"
    ended = leaving(desk)
    assert desk.app.basis.journal.now is not None
    assert desk.app.basis.journal.now.records()[0].elapsed > written
    desk.wait(5)
    assert desk.session.is_active
    assert desk.inhibitor.held, "the computer is kept awake as long as the practice runs"
    assert ended == []


def test_what_another_program_holds_up_is_on_the_disk_before_the_logout_goes_on(desk: Desk) -> None:
    assert desk.app.begin(Wanted(by_screen=True)) is None
    desk.to("legs-up")
    desk.wait(2)
    desk.journal.flush()
    file = desk.app.basis.places.journal

    def on_the_disk() -> float:
        with closing(sqlite3.connect(file)) as connection:
            return float(connection.execute("SELECT elapsed FROM records").fetchone()[0])

    written = on_the_disk()
    desk.wait(1)
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        lets_go = threading.Timer(0.05, other.rollback)
        lets_go.start()
        began = monotonic()
        desk.app.keep()
        # It is waited for, and on a computer that is too busy no longer than a logout may take.
        assert on_the_disk() > written or monotonic() - began >= WRITTEN_WITHIN
        lets_go.join()


def test_a_window_that_closes_at_logout_asks_nothing_and_one_closed_later_does(desk: Desk) -> None:
    assert desk.app.begin(Wanted(by_screen=True)) is None
    desk.dialogs.leaves = False
    leaving(desk)
    desk.app.front.window.closeEvent(QCloseEvent())
    assert desk.dialogs.asked_to_leave == 0
    desk.wait(LEAVES_WITHIN)
    desk.app.front.window.closeEvent(QCloseEvent())
    assert desk.dialogs.asked_to_leave == 1


def test_the_windows_place_is_kept_at_logout_though_it_was_never_closed(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    desk.app.front.window.resize(700, 500)
    desk.app.keep()
    desk.close()
    again = opened(tmp_path)
    assert (again.app.front.window.width(), again.app.front.window.height()) == (700, 500)
    again.close()
