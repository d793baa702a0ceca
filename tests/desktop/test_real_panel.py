"""The companion on a real panel and with a real notification daemon, by mouse: tint2's tray takes in windows, dunst has buttons."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING

import pytest

from legsup.places import in_folder
from legsup.services.reminder_store import ReminderStore
from tests.desktop.app_there import App, remembering, until
from tests.desktop.daemon import Daemon
from tests.desktop.panel import MIDDLE, Panel, click, windows
from tests.desktop.screen import Screen, screen, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Screen]:
    """A desktop with a window manager, whose bus knows no tray: what stands in one stands there as a window."""
    with screen(tmp_path / "desktop", tray=False) as running, started(["openbox"], running.environment):
        yield running


def test_clicks_on_the_icon_open_begin_take_back_and_quit(desktop: Screen, tmp_path: Path) -> None:
    panel = Panel(desktop, tmp_path)
    app = App(desktop, tmp_path / "home", sound="silent")
    assert panel.icon().height == 24
    assert windows(desktop) == []
    panel.click()
    until(lambda: len(windows(desktop)) == 1)
    panel.choose()
    app.reaches("step", "desk")
    panel.click(MIDDLE)
    app.reaches("status", None)
    panel.click(MIDDLE)
    app.reaches("step", "desk")
    panel.click(MIDDLE)
    app.reaches("status", None)
    panel.choose(last=True)
    assert app.process.wait(60) == 0
    journal = in_folder(tmp_path / "home").journal
    assert not journal.exists() or b"legs-up-the-wall" not in journal.read_bytes()


def test_the_icon_comes_with_a_late_panel_and_comes_back_with_a_new_one(
    desktop: Screen, tmp_path: Path
) -> None:
    app = App(desktop, tmp_path / "home", sound="silent")
    for _ in range(2):
        panel = Panel(desktop, tmp_path)
        panel.click(MIDDLE)
        app.reaches("step", "desk")
        panel.click(MIDDLE)
        app.reaches("status", None)
        panel.end()
    app.ask("open")
    until(lambda: len(windows(desktop)) == 1)
    assert app.ended_by_its_window() == 0, "with the panel gone nobody would find it again"


@pytest.mark.parametrize("button", ["Start", "In 15 min", "Not now"])
def test_a_button_pressed_in_a_real_daemon_answers_the_reminder(
    desktop: Screen, tmp_path: Path, button: str
) -> None:
    home, daemon, panel = tmp_path / "home", Daemon(desktop, tmp_path), Panel(desktop, tmp_path)
    store = ReminderStore(in_folder(home).state / "reminders.json")
    remembering(home, later=time() - 1.0)
    app = App(desktop, home, sound="silent", reminders=True)
    panel.icon()
    daemon.press(button)
    if button == "Start":
        app.reaches("step", "desk")
    until(lambda: store.load().due is None)
    assert (store.load().later is not None) is (button == "In 15 min")
    until(lambda: daemon.shown == 0)
    assert [each["summary"]["data"] for each in daemon.history()] == ["Legs up?"]


def test_without_a_daemon_a_message_stands_by_the_icon_and_a_click_on_it_starts(
    desktop: Screen, tmp_path: Path
) -> None:
    home, panel = tmp_path / "home", Panel(desktop, tmp_path)
    remembering(home, later=time() - 1.0)
    app = App(desktop, home, sound="silent", reminders=True)
    panel.icon()
    until(lambda: len(windows(desktop)) == 1)
    (message,) = windows(desktop)
    click(desktop, message.left + message.width // 2, message.top + message.height - 15)
    app.reaches("step", "desk")


def test_what_is_clicked_away_stays_away_and_the_icon_still_tells(desktop: Screen, tmp_path: Path) -> None:
    home, daemon, panel = tmp_path / "home", Daemon(desktop, tmp_path), Panel(desktop, tmp_path)
    remembering(home, later=time() - 1.0)
    App(desktop, home, sound="silent", reminders=True)
    panel.icon()
    daemon.click_away()
    until(lambda: daemon.shown == 0)
    assert ReminderStore(in_folder(home).state / "reminders.json").load().due is not None


@pytest.mark.parametrize("end", ["a practice that begins", "the app's end"])
def test_what_stands_goes_with(desktop: Screen, tmp_path: Path, end: str) -> None:
    home, daemon, panel = tmp_path / "home", Daemon(desktop, tmp_path), Panel(desktop, tmp_path)
    remembering(home, later=time() - 1.0)
    app = App(desktop, home, muted=True, reminders=True)
    panel.icon()
    until(lambda: daemon.shown == 1)
    if end == "the app's end":
        app.process.terminate()
    else:
        app.ask("start", pace="my-pace")
    until(lambda: daemon.shown == 0)
