"""The tray on a real session bus: the icon comes, late or early, and its menu begins and ends a practice."""

from __future__ import annotations

import json
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from legsup.places import in_folder
from tests.desktop.screen import Screen, screen
from tests.desktop.tray_client import TrayClient
from tests.screened import keep_outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Screen]:
    """A desktop with a tray."""
    with screen(tmp_path / "desktop", tray=True) as running:
        yield running


def until(happened: Callable[[], bool], seconds: float = 20.0) -> None:
    """Look again and again; each look is a call on the bus, which waits by itself."""
    end = monotonic() + seconds
    while not happened():
        assert monotonic() < end, "it never happened"


def settle(home: Path, **settings: object) -> None:
    """Write settings into a home."""
    file = in_folder(home).settings
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(settings), encoding="utf-8")


def test_the_menu_begins_a_practice_and_cancels_it_without_a_record(desktop: Screen, tmp_path: Path) -> None:
    home = tmp_path / "home"
    settle(home, sound="silent")
    keep_outcome(home)
    desktop.start("-m", "legsup", "--home", str(home), "--background")
    tray = TrayClient(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], desktop.item())
    assert tray.labels()[0].startswith("Legs up the wall · 2 min · up by ")
    assert tray.labels()[1:] == ["Short, 2 min", "More", "Open", "Quit"]
    tray.press("Short, 2 min")
    until(lambda: "Cancel" in tray.labels())
    assert tray.tooltip() == "Legs Up · At the desk"
    tray.press("Cancel")
    until(lambda: "Quit" in tray.labels())
    tray.press("Quit")
    tray.close()
    journal = in_folder(home).journal
    assert not journal.exists() or b"legs-up-the-wall" not in journal.read_bytes()


def test_quitting_from_the_tray_ends_the_process(desktop: Screen, tmp_path: Path) -> None:
    app = desktop.start("-m", "legsup", "--home", str(tmp_path / "home"), "--background")
    tray = TrayClient(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], desktop.item())
    tray.press("Quit")
    tray.close()
    assert app.wait(20) == 0
