"""What is joined to the leading of a session: sleep, a media player's client, and what the tray offers afterwards."""

from __future__ import annotations

import gc
import sys
import weakref
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction

from legsup.app.leading import FADE, Leading
from legsup.domain.session import Status
from legsup.domain.sound import Progress, SoundHealth
from legsup.practice.practice_sound import PracticeSound
from legsup.practice.wanted import Wanted
from legsup.services.keep_awake import KeepAwake
from legsup.services.media.player import MediaPlayer
from legsup.services.sleep_watch import SleepWatch
from tests.services.test_sleep_watch import Logind
from tests.ui.desk import Inhibitor, until
from tests.ui.test_tray import begin, lines, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.app.basis import Basis
    from legsup.bus import Bus
    from legsup.domain.plan import Plan
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
    desk.app.front.window.open("learn")
    desk.app.front.window.hide()
    menu.menu.actions()[0].trigger()
    assert desk.app.front.window.isVisible()
    desk.button("a little").click()
    assert "How was it?" not in lines(shown(desk))


class Loud:
    """Stands for the library of the loudspeaker, on a computer that has none."""

    PortAudioError = OSError

    def query_devices(self, **_which: object) -> object:
        """Find none."""
        raise OSError("no device")


def unreachable() -> weakref.ref[QTimer]:
    """Leave something behind that knows itself, which only a look for garbage finds."""
    left = QTimer()
    left.kept = left  # type: ignore[attr-defined] - so that it knows itself
    return weakref.ref(left)


@pytest.fixture
def no_looks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody looks for garbage by themselves, and there is no loudspeaker."""
    monkeypatch.setitem(sys.modules, "sounddevice", Loud())  # type: ignore[arg-type] - as far as it is used
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_looks")
def test_what_a_session_s_sound_leaves_behind_is_swept_away_after_its_end(desk: Desk) -> None:
    desk.app.basis.kept.change(muted=False)
    begin(desk)
    left = unreachable()
    desk.actions.stop.trigger()
    until(lambda: left() is None)


@pytest.mark.usefixtures("no_looks")
def test_what_a_sound_check_leaves_behind_is_swept_away_after_its_end(desk: Desk) -> None:
    desk.app.basis.kept.change(muted=False)
    desk.app.front.window.open("settings")
    desk.sound_check.begin()
    left = unreachable()
    desk.sound_check.stop()
    until(lambda: left() is None)


def watched(desk: Desk, heard: PracticeSound | None = None) -> tuple[Leading, list[Logind]]:
    """Lead by system buses of the test's, each made when sleep begins to be watched for."""
    made: list[Logind] = []

    def bus() -> Bus:
        made.append(Logind())
        return cast("Bus", made[-1])

    leading = Leading(
        desk.app.basis,
        KeepAwake(Inhibitor()),
        lambda: False,
        desk.app,
        heard,
        lambda parent: SleepWatch(parent, bus),
    )
    desk.app.front.lead_with(leading)
    return leading, made


def begin_by(leading: Leading, desk: Desk) -> None:
    """Begin the practice that is chosen."""
    settings, practices = desk.settings, desk.practices
    leading.begin(practices.plan(practices.chosen(settings), Wanted(), settings, 1), by_screen=True)


def test_sleep_is_held_up_for_a_session_and_no_longer(desk: Desk) -> None:
    leading, buses = watched(desk)
    assert buses == []
    for number in (0, 1):
        begin_by(leading, desk)
        assert buses[number].held == 1
        leading.actions.stop.trigger()
        assert (buses[number].held, buses[number].is_closed) == (0, True)
    leading.close()


def test_an_app_that_ends_in_a_session_holds_up_no_sleep_and_keeps_nothing_awake(desk: Desk) -> None:
    leading, buses = watched(desk)
    begin_by(leading, desk)
    leading.close()
    assert not desk.session.is_active
    assert (buses[0].held, buses[0].is_closed) == (0, True)


def test_a_session_after_one_that_ended_on_the_way_into_sleep_is_as_loud_as_was_chosen(desk: Desk) -> None:
    heard = Softened(desk.app.basis)
    leading, _ = watched(desk, heard)
    begin_by(leading, desk)
    (watch,) = leading.findChildren(SleepWatch)
    watch.going.emit()
    until(lambda: heard.shares[-1] < 1.0)
    leading.actions.stop.trigger()
    begin_by(leading, desk)
    assert heard.shares[-1] == 1.0
    leading.close()


class FoundAnew(PracticeSound):
    """The sound of a practice whose loudspeaker is there when it is looked for a second time."""

    looks = 0

    def prepare(self, plan: Plan, *, by_screen: bool = False) -> None:
        """Look for it."""
        self.looks += 1
        super().prepare(plan, by_screen=by_screen)

    def health(self) -> SoundHealth:
        """Tell how it is doing."""
        return SoundHealth("Speaker", Progress.PLAYING if self.looks > 1 else Progress.SILENT)


def test_a_practice_that_waits_at_the_desk_goes_on_with_the_loudspeaker_that_try_again_finds(
    desk: Desk,
) -> None:
    basis = desk.app.basis
    leading, _ = watched(desk, FoundAnew(basis.kept, basis.places, basis.clock))
    settings, practices = desk.settings, desk.practices
    leading.begin(practices.plan(practices.chosen(settings), Wanted(), settings, 1), by_screen=False)
    desk.wait(6)
    assert desk.session.status is Status.PAUSED
    desk.button("Try again").click()
    desk.wait(1)
    assert desk.session.status is Status.RUNNING
    leading.close()
