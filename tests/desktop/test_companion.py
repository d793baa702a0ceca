"""The companion on a real bus: keep-awake, media keys by a real client, sleep announced, a reminder answered."""

from __future__ import annotations

import signal
import subprocess
from itertools import pairwise
from time import time
from typing import TYPE_CHECKING

import pytest

from tests.desktop.app_there import App, remembering, until
from tests.desktop.screen import Screen, screen
from tests.desktop.tray_client import TrayClient

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Screen]:
    """A desktop with a tray."""
    with screen(tmp_path / "desktop", tray=True) as running:
        yield running


def test_media_keys_steer_a_session_and_nothing_is_there_without_one(desktop: Screen, tmp_path: Path) -> None:
    app = App(desktop, tmp_path / "home", muted=True)
    assert app.playerctl("status") == "No players found"
    app.ask("start", pace="my-pace")
    until(lambda: app.playerctl("status") == "Playing")
    title, artist, art = app.playerctl("metadata", "--format", "{{title}}|{{artist}}|{{mpris:artUrl}}").split(
        "|"
    )
    assert title == "Legs up the wall"
    assert "up by " in artist
    assert art.startswith("file://")
    while app.ask("status")["status"] == "waiting":
        before = app.ask("status")["step"]
        app.playerctl("play-pause")
        until(lambda before=before: app.ask("status")["step"] != before)
    app.playerctl("pause")
    until(lambda: app.playerctl("status") == "Paused")
    assert app.ask("status")["status"] == "paused"
    app.playerctl("pause")
    app.playerctl("play")
    until(lambda: app.playerctl("status") == "Playing")
    step = app.ask("status")["step"]
    app.playerctl("next")
    until(lambda: app.ask("status")["step"] != step)
    while not app.ask("status")["pose"].startswith("legs-up"):
        app.ask("next")
    app.playerctl("stop")
    until(lambda: app.ask("status")["stage"] == "come_out")
    app.playerctl("stop")
    assert app.ask("status")["stage"] == "come_out", "never STOP"
    app.ask("stop")
    until(lambda: app.playerctl("status") == "No players found")


def test_the_players_properties_have_the_signatures_of_the_rules(desktop: Screen, tmp_path: Path) -> None:
    app = App(desktop, tmp_path / "home", muted=True)
    app.ask("start", pace="my-pace")
    until(lambda: app.playerctl("status") == "Playing")
    found: dict[str, str] = {}
    for interface in ("org.mpris.MediaPlayer2", "org.mpris.MediaPlayer2.Player"):
        reply = subprocess.run(
            [
                "dbus-send", "--session", "--print-reply", "--dest=org.mpris.MediaPlayer2.legsup",
                "/org/mpris/MediaPlayer2", "org.freedesktop.DBus.Properties.GetAll", f"string:{interface}",
            ],
            env=app.desktop.environment, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        lines = [line.strip() for line in reply.splitlines()]
        for name, value in pairwise(lines):
            if name.startswith("string") and value.startswith("variant"):
                found[name.split('"')[1]] = value.split()[1]
    assert found["Position"] == "int64"
    assert found["Rate"] == "double"
    assert found["Metadata"] == "array"
    assert found["mpris:trackid"] == "object"
    assert found["xesam:artist"] == "array"
    assert found["CanQuit"] == "boolean"
    assert found["Identity"] == "string"
    app.ask("stop")


@pytest.mark.parametrize("end", ["stop", "SIGTERM", "SIGKILL", "X"])
def test_the_computer_is_kept_awake_for_a_session_and_let_go_by_every_end(
    desktop: Screen, tmp_path: Path, end: str
) -> None:
    services = desktop.services()
    app = App(desktop, tmp_path / "home", muted=True)
    app.begin()
    assert services.until("inhibit")["held"] == 1
    if end == "stop":
        app.ask("stop")
    elif end == "X":
        desktop.end_display()
    else:
        app.process.send_signal(getattr(signal, end))
    told = services.until("lost" if end == "SIGKILL" else "uninhibit")
    assert told.get("held", 0) == 0


def test_sleep_is_waited_for_until_the_sound_has_faded_and_announced_again(
    desktop: Screen, tmp_path: Path
) -> None:
    services = desktop.services()
    app = App(desktop, tmp_path / "home", muted=True)
    app.begin()
    told = services.until("delay")
    assert told == {"delay": "sleep", "why": "A practice runs; its sound fades first.", "mode": "delay"}
    services.do("sleep")
    services.until("may sleep")
    services.do("wake")
    services.until("delay")
    app.ask("stop")
    services.until("may sleep")


def test_a_reminder_is_a_notification_whose_buttons_answer(desktop: Screen, tmp_path: Path) -> None:
    home = tmp_path / "home"
    remembering(home, later=time() - 1.0)
    services = desktop.services()
    app = App(desktop, home, reminders=True, muted=False, sound="silent")
    tray = TrayClient(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], desktop.item())
    told = services.until("notify")
    assert told["notify"] == "Legs up?"
    until(lambda: tray.tooltip() == "Legs Up · a few minutes, when it suits you")
    tray.close()
    assert str(told["body"]).startswith("Two minutes, up by ")
    assert told["actions"] == ["start", "Start", "later", "In 15 min", "not-now", "Not now"]
    services.do("press start")
    assert services.until("closed")["closed"] == 1, "some desktops leave it standing"
    until(lambda: app.ask("status")["step"] == "desk")
    app.ask("end")


AROUND = """
from legsup.services.around import idle, microphone, screen
print(idle.by_x_server(), idle.by_mutter(), screen.is_presenting(), microphone.is_listening(), flush=True)
"""


def test_hands_presentations_and_a_missing_sound_server_are_read(desktop: Screen) -> None:
    services = desktop.services()
    services.do("idle 400")
    assert look_around(desktop)[1:] == ["400.0", "False", "None"]
    services.do("present 1")
    subprocess.run(["xdotool", "mousemove", "50", "50"], env=desktop.environment, check=True)
    idle, _, presenting, _ = look_around(desktop)
    assert 0.0 <= float(idle) < 10.0
    assert presenting == "True"


def look_around(desktop: Screen) -> list[str]:
    """Ask as the app asks, in a process of this desktop."""
    asked = desktop.start("-c", AROUND)
    assert asked.stdout is not None
    return asked.stdout.readline().split()


def test_without_notifications_a_message_of_the_icon_stands_in(desktop: Screen, tmp_path: Path) -> None:
    home = tmp_path / "home"
    remembering(home, later=time() - 1.0)
    desktop.services("org.freedesktop.Notifications")
    App(desktop, home, muted=True, reminders=True)
    tray = TrayClient(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], desktop.item())
    until(lambda: "Reminders: one now" in tray.labels())
    tray.press("Reminders", "Not now")
    until(lambda: any(each.startswith("Reminders: next") for each in tray.labels()))
    tray.close()
