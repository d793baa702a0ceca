"""The tray on a real session bus: the icon comes, late or early, and its menu begins and ends a practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.places import in_folder
from legsup.ui.main_window import SMALLEST
from legsup.ui.tray import PATIENCE
from tests.desktop.app_there import App, app_listens, settle, until
from tests.desktop.panel import windows
from tests.desktop.screen import Screen, screen, started
from tests.desktop.tray_client import TrayClient
from tests.screened import keep_outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Screen]:
    """A desktop with a tray."""
    with screen(tmp_path / "desktop", tray=True) as running:
        yield running


def test_the_menu_begins_a_practice_and_cancels_it_without_a_record(desktop: Screen, tmp_path: Path) -> None:
    home = tmp_path / "home"
    settle(home, sound="silent")
    keep_outcome(home)
    desktop.start("-m", "legsup", "--home", str(home), "--background")
    tray = TrayClient(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], desktop.item())
    assert tray.labels()[0].startswith("Legs up the wall · 2 min · up by ")
    assert tray.labels()[1:] == ["Short, 2 min", "More", "Reminders: off", "Open", "Quit"]
    assert tray.submenu("More")[-1] == "Ask about my health again"
    tray.press("More", "Butterfly")
    until(lambda: "Cancel" in tray.labels())
    first, *rest = tray.labels()
    assert first.startswith("up by ")
    assert rest == ["Pause", "Cancel", "Open"]
    assert tray.tooltip() == f"Legs Up · At the desk · {first}"
    assert tray.keys() == [], "none works in a panel"
    filled = tray.watch()
    tray.press("Cancel")
    until(lambda: "Quit" in tray.labels())
    tray.click(middle=True)
    until(lambda: "Cancel" in tray.labels())
    tray.press("Cancel")
    until(lambda: "Quit" in tray.labels())
    assert not filled, "a panel closes a menu that is filled anew, or loses its lines"
    tray.press("Quit")
    tray.close()
    journal = in_folder(home).journal
    assert not journal.exists() or b"legs-up-the-wall" not in journal.read_bytes()


def test_quitting_from_the_tray_ends_the_process(desktop: Screen, tmp_path: Path) -> None:
    app = desktop.start("-m", "legsup", "--home", str(tmp_path / "home"), "--background")
    tray = TrayClient(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], desktop.item())
    tray.press("Quit")
    tray.close()
    assert app.wait(60) == 0


def test_the_icon_comes_back_with_the_panel(desktop: Screen, tmp_path: Path) -> None:
    app = desktop.start("-m", "legsup", "--home", str(tmp_path / "home"), "--background")
    first = desktop.item()
    assert desktop.tray is not None
    desktop.end_panel()
    desktop.panel()
    again = desktop.item()
    assert again.split("/")[0] == first.split("/")[0], "the same app, registered anew"
    tray = TrayClient(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], again)
    tray.press("Quit")
    tray.close()
    assert app.wait(60) == 0


def test_a_panel_that_comes_after_login_gets_its_icon(tmp_path: Path) -> None:
    with screen(tmp_path / "late", tray=False) as desktop:
        app = desktop.start("-m", "legsup", "--home", str(tmp_path / "home"), "--background")
        until(lambda: app_listens(tmp_path / "home"))
        desktop.panel()
        tray = TrayClient(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], desktop.item())
        assert tray.labels()[-1] == "Quit"
        tray.press("Quit")
        tray.close()
        assert app.wait(60) == 0


def test_a_list_of_icons_that_no_panel_shows_hides_nobody(tmp_path: Path) -> None:
    with screen(tmp_path / "bare", tray=False) as desktop, started(["openbox"], desktop.environment):
        desktop.panel(shows=False)
        app = App(desktop, tmp_path / "home")
        assert desktop.item(), "a panel that comes will find it"
        app.ask("open")
        until(lambda: len(windows(desktop)) == 1)
        assert app.ended_by_its_window() == 0
        desktop.show()
        again = App(desktop, tmp_path / "home")
        again.ask("open")
        until(lambda: len(windows(desktop)) == 1)

        def closed() -> bool:
            again.close_window()
            return windows(desktop) == []

        until(closed)
        assert again.ask("status")["running"], "it is in the tray"


LOGIN = """
import sys
from legsup.app.desktop import Desktop
from legsup.app.launch import Launch
from legsup.app.main import application
from legsup.places import in_folder
from legsup.services.clock import SystemClock
from legsup.ui.tray import PATIENCE
from pathlib import Path
app = application()
desktop = Desktop(in_folder(Path(sys.argv[1])), SystemClock())
desktop.open(Launch(hidden=True))
for look in range(PATIENCE):
    if desktop.has_window:
        break
    app.processEvents()
    desktop.tray.look()
print("window" if desktop.has_window and desktop.front.window.isVisible() else "none", look, flush=True)
app.exec()
"""


def test_at_login_a_small_window_stands_for_an_icon_that_nobody_shows(tmp_path: Path) -> None:
    with screen(tmp_path / "login", tray=False) as desktop, started(["openbox"], desktop.environment):
        desktop.panel(shows=False)
        settle(tmp_path / "home", welcomed=True)
        keep_outcome(tmp_path / "home")
        app = desktop.start("-c", LOGIN, str(tmp_path / "home"))
        item = desktop.item()
        assert app.stdout is not None
        assert app.stdout.readline() == f"window {PATIENCE - 1}\n"
        until(lambda: [each.width for each in windows(desktop)] == [SMALLEST[0]])
        desktop.show()
        tray = TrayClient(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], item)
        tray.press("Open")
        until(lambda: [each.width > SMALLEST[0] for each in windows(desktop)] == [True])
        tray.close()


def test_at_login_no_window_comes_where_a_panel_shows_the_icon(desktop: Screen, tmp_path: Path) -> None:
    app = desktop.start("-c", LOGIN, str(tmp_path / "home"))
    assert desktop.item()
    assert app.stdout is not None
    assert app.stdout.readline() == f"none {PATIENCE - 1}\n"
