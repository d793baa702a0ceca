"""The sound check fades out at once when it is stopped, and begins anew from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.app.sound_check import SoundCheck
from legsup.practice.practice_sound import PracticeSound

if TYPE_CHECKING:
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


class Heard(PracticeSound):
    """The sound of the check, of which it is noted what is asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.app.basis.kept, desk.app.basis.places, desk.clock)
        self.asked: list[str] = []

    def prepare(self, *_plan: object, **_how: object) -> None:
        """Open nothing."""
        self.asked.append("prepare")

    def stop(self) -> None:
        """Note it."""
        self.asked.append("stop")


def test_stopped_it_fades_at_once_and_a_button_begins_it_anew(desk: Desk) -> None:
    desk.app.basis.kept.change(muted=False)
    basis = desk.app.basis
    heard = Heard(desk)
    check = SoundCheck(desk.clock, basis.kept, basis.practices, basis.places, desk.app, heard)
    running: list[bool] = []
    check.running.connect(running.append)
    check.begin()
    assert (heard.asked, check.is_running) == (["prepare"], True)
    check.stop()
    assert (heard.asked, check.is_running) == (["prepare", "stop"], False)
    assert running == [True, False]
    check.begin()
    assert heard.asked == ["prepare", "stop", "prepare"]
    check.stop()
    heard.close()
