"""The tray's lines follow what changes in the app, for panels too that never say when they open the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.app.tray_room import TrayRoom
from tests.screened import SILENT
from tests.ui.test_tray_icon import NO_SIGNAL

if TYPE_CHECKING:
    from tests.ui.desk import Desk

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore(NO_SIGNAL, extend=True)]


def first(room: TrayRoom) -> str:
    """What the menu's first line says now, unopened."""
    return next(line.text() for line in room.tray.menu.menu.actions() if line.isVisible())


def test_answers_and_choices_are_in_an_unopened_menu_at_once(desk: Desk) -> None:
    room = TrayRoom(desk.app, None, desk.app, is_available=lambda: True)
    room.tray.look()
    assert first(room).startswith("Legs up the wall · ")
    desk.app.basis.kept.change(sequence="butterfly", minutes=7.0)
    assert first(room).startswith("Butterfly · 7 min")
    desk.app.basis.outcome.answered(SILENT)
    assert first(room).startswith("Seated breath · ")
    room.close()
