"""Reminders in the running app: given, answered, held back, kept over a restart; the world outside is a fake."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

import pytest

from legsup.app.reminder_words import moment_text
from legsup.app.reminding import Outside
from legsup.domain.reminder_look import Around
from legsup.domain.reminding import Stands
from legsup.domain.session import Event
from legsup.practice.wanted import Wanted
from legsup.ui.icons import TrayState
from tests.domain.weeks import Place
from tests.ui.desk import Desk, opened, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legsup.services.notifications.desktop import Posted

pytestmark = pytest.mark.usefixtures("qapp")

BERLIN = Place()


@dataclass
class World:
    """A clock on the wall set by hand, what goes on around, and whether notifications are shown."""

    now: float = BERLIN.instant(datetime(2026, 11, 23, 10, 58))  # noqa: DTZ001 - a time on the wall
    around: Around = field(default_factory=Around)
    posted: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    looks: list[bool] = field(default_factory=list[bool])

    @property
    def outside(self) -> Outside:
        """This world."""
        return Outside(wall=lambda: self.now, zone=BERLIN, around=self.look, post=self.post)

    def look(self, *, whole: bool) -> Around:
        """Tell what goes on."""
        assert current_thread() is not main_thread(), "what may wait is asked elsewhere"
        self.looks.append(whole)
        return self.around

    def post(self, title: str, body: str) -> Posted | None:
        """Note a notification; this desktop shows none with buttons."""
        self.posted.append((title, body))
        return None

    def at(self, text: str) -> None:
        """Set the clock."""
        self.now = BERLIN.instant(datetime.fromisoformat(f"2026-11-{text}"))


@pytest.fixture
def world() -> World:
    """A Monday, two minutes before eleven."""
    return World()


@pytest.fixture
def desk(world: World, tmp_path: Path) -> Iterator[Desk]:
    """The app, with reminders as proposed."""
    made = opened(tmp_path, outside=world.outside, reminders=True, muted=False, sound="silent")
    yield made
    made.close()


def look(desk: Desk) -> None:
    """Look once, until what came of it is done."""
    desk.app.reminding.look()
    until(lambda: not desk.app.reminding.is_looking)


def lines(desk: Desk) -> tuple[str, list[str]]:
    """The tray's line about reminders, and its submenu."""
    entry = next(each for each in desk.app.tray.menu.menu.actions() if each.text().startswith("Reminders: "))
    menu = entry.menu()
    menu.aboutToShow.emit()  # type: ignore[union-attr] - it has a menu
    return entry.text(), [each.text() for each in menu.actions() if each.text()]  # type: ignore[union-attr]


def press(desk: Desk, text: str) -> None:
    """Press an entry of the submenu."""
    lines(desk)
    entry = next(each for each in desk.app.tray.menu.menu.actions() if each.text().startswith("Reminders: "))
    next(each for each in entry.menu().actions() if each.text() == text).trigger()  # type: ignore[union-attr]


def derive(desk: Desk) -> None:
    """Write the tray's menu, as an icon would have it."""
    desk.app.tray.menu.derive(desk.conductor.session)


def test_one_is_given_at_its_time_with_when_one_would_be_up(desk: Desk, world: World) -> None:
    look(desk)
    assert world.posted == []
    assert world.looks == [], "before its time nothing is asked"
    world.at("23 11:00")
    look(desk)
    ((title, body),) = world.posted
    assert title == "Legs up?"
    assert body.startswith("Two minutes, up by ")
    assert world.looks == [True]
    assert desk.app.tray.state is TrayState.DUE
    derive(desk)
    assert lines(desk)[0] == "Reminders: one now"
    look(desk)
    assert len(world.posted) == 1
    world.at("23 11:15")
    look(desk)
    assert not desk.app.reminding.is_due, "it clears itself"
    assert desk.app.tray.state is TrayState.IDLE


def test_without_notifications_the_message_starts_and_without_a_tray_the_window_says_it(
    desk: Desk, world: World
) -> None:
    world.at("23 11:00")
    look(desk)
    until(lambda: any(text.startswith("Legs up? Two minutes") for text in desk.texts()))
    desk.app.tray.clicked.emit()
    assert desk.session.beat.step.id == "desk"
    assert not desk.app.reminding.is_due


def test_a_call_holds_it_back_and_in_15_min_asks_again(desk: Desk, world: World) -> None:
    world.at("23 11:00")
    world.around = Around(listening=True)
    look(desk)
    assert world.posted == []
    world.around = Around(listening=False)
    world.at("23 11:30")
    look(desk)
    assert len(world.posted) == 1
    desk.app.reminding.answer("later")
    assert not desk.app.reminding.is_due
    world.at("23 11:45")
    look(desk)
    assert len(world.posted) == 2
    derive(desk)
    press(desk, "Not now")
    derive(desk)
    assert lines(desk)[0].startswith("Reminders: next ")


def test_a_practice_that_begins_takes_one_away_and_its_end_restarts_the_interval(
    desk: Desk, world: World
) -> None:
    desk.app.basis.kept.change(reminder_kind="interval", reminder_minutes=30)
    world.at("23 11:28")
    look(desk)
    assert desk.app.reminding.is_due
    assert desk.app.begin(Wanted(by_screen=True)) is None
    assert not desk.app.reminding.is_due
    desk.to("legs-up")
    desk.wait(60)
    world.at("23 11:50")
    look(desk)
    assert len(world.posted) == 1, "never in a practice"
    desk.conductor.send(Event.STOP)
    assert desk.app.reminding.stands[0] is Stands.NEXT
    assert desk.app.reminding.stands[1] == BERLIN.instant(datetime(2026, 11, 23, 13, 30))  # noqa: DTZ001


def test_an_empty_chair_is_asked_about_between_two_of_an_interval(desk: Desk, world: World) -> None:
    desk.app.basis.kept.change(reminder_kind="interval")
    world.around = Around(idle=1200.0)
    look(desk)
    assert world.looks == [False], "hands alone; neither calls nor presentations"


def test_quiet_and_meeting_end_by_themselves_or_by_hand(desk: Desk, world: World) -> None:
    derive(desk)
    press(desk, "Quiet for 1 h")
    derive(desk)
    assert lines(desk)[0].startswith("Reminders: quiet until ")
    press(desk, "Remind me again")
    assert desk.app.reminding.stands[0] is Stands.NEXT
    derive(desk)
    press(desk, "In a meeting, 1 h")
    derive(desk)
    assert lines(desk)[0].startswith("Reminders: after the meeting, ")
    world.at("23 11:00")
    look(desk)
    assert world.posted == []
    world.at("23 11:59")
    look(desk)
    assert len(world.posted) == 1
    derive(desk)
    press(desk, "In a meeting, 1 h")
    derive(desk)
    press(desk, "The meeting is over")
    assert desk.app.reminding.stands[0] is Stands.NEXT


def test_a_moment_of_another_day_is_told_with_its_day() -> None:
    now = datetime.now().astimezone()
    today, tomorrow = now, now + timedelta(days=1)
    assert moment_text(today.timestamp())[0].isdigit()
    assert moment_text(tomorrow.timestamp()) == f"{tomorrow:%a} {moment_text(today.timestamp())}"


def test_quiet_is_quiet_after_a_restart_too(world: World, tmp_path: Path) -> None:
    first = opened(tmp_path, outside=world.outside, reminders=True)
    derive(first)
    press(first, "Quiet until tomorrow")
    first.close()
    world.at("23 11:00")
    again = opened(tmp_path, outside=world.outside)
    look(again)
    assert world.posted == []
    assert again.app.reminding.stands[0] is Stands.QUIET
    again.close()


def test_one_that_stood_when_the_app_ended_is_asked_again(world: World, tmp_path: Path) -> None:
    first = opened(tmp_path, outside=world.outside, reminders=True)
    world.at("23 11:00")
    look(first)
    first.close()
    world.at("23 11:05")
    again = opened(tmp_path, outside=world.outside)
    until(lambda: len(world.posted) == 2)
    again.close()


def test_on_and_off_in_the_tray(world: World, tmp_path: Path) -> None:
    desk = opened(tmp_path, outside=world.outside)
    derive(desk)
    assert lines(desk) == ("Reminders: off", ["Remind me, as proposed", "Choose times…"])
    press(desk, "Remind me, as proposed")
    assert desk.settings.reminders
    derive(desk)
    assert lines(desk)[0].startswith("Reminders: next ")
    press(desk, "Off")
    assert not desk.settings.reminders
    derive(desk)
    assert lines(desk)[0] == "Reminders: off"
    press(desk, "Choose times…")
    assert desk.app.front.settings_room is not None
    world.at("23 11:00")
    look(desk)
    assert world.posted == []
    desk.close()


def test_turned_on_late_it_gives_none_of_before(world: World, tmp_path: Path) -> None:
    desk = opened(tmp_path, outside=world.outside)
    world.at("23 11:20")
    desk.app.basis.kept.change(reminders=True)
    look(desk)
    assert world.posted == []
    desk.close()


def test_no_chosen_day_says_none_to_come(desk: Desk) -> None:
    desk.app.basis.kept.change(reminder_kind="interval", reminder_minutes=240, reminder_hours="09:00-10:00")
    derive(desk)
    assert lines(desk)[0] == "Reminders: none to come"


def test_after_two_practices_a_seated_breath_is_offered_where_that_was_chosen(
    desk: Desk, world: World
) -> None:
    desk.app.basis.kept.change(reminder_third="seated")
    world.around = Around(practices=2)
    world.at("23 11:00")
    desk.app.reminding._give(seated=True)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - the journal is empty
    until(lambda: bool(world.posted))
    assert world.posted[0][0] == "A seated breath?"
    desk.app.reminding.answer("start")
    assert desk.session.plan.sequence == "seated-breath"


def test_where_nothing_is_known_of_what_goes_on_around_one_is_given(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("PATH", str(tmp_path))
    outside = replace(world.outside, around=None)
    desk = opened(tmp_path / "home", outside=outside, reminders=True)
    world.at("23 11:00")
    look(desk)
    until(lambda: bool(world.posted))
    desk.close()
