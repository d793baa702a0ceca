"""A real panel with an XEmbed tray (tint2) on a private desktop, and a mouse on it."""

from __future__ import annotations

import re
import subprocess
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.desktop.app_there import until
from tests.desktop.screen import started

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desktop.screen import Screen

SETTINGS = """
panel_items = S
panel_size = 200 32
panel_position = top left horizontal
systray_padding = 4 4 4
systray_icon_size = 24
"""
LEFT, MIDDLE, RIGHT = 1, 2, 3
#: A window of the app as xwininfo lists it: its sides and its place on the screen.
_OURS = re.compile(
    r'"Legs Up": \("app\.legsup\.LegsUp" .*\)  (\d+)x(\d+)\S+  \+(-?\d+)\+(-?\d+)$', re.MULTILINE
)
#: An icon is no wider than the panel is high.
_ICON = 32
#: Points from an edge of the menu into its first and its last line.
_LINE = 12


@dataclass(frozen=True, slots=True)
class Area:
    """Where something is on the screen, in points."""

    left: int
    top: int
    width: int
    height: int


class Panel:
    """The panel; ``end`` lets it crash."""

    def __init__(self, desktop: Screen, folder: Path) -> None:
        self._desktop = desktop
        self._clicks = 0
        self._held = desktop.stack.enter_context(ExitStack())
        settings = folder / "tint2rc"
        settings.write_text(SETTINGS, encoding="utf-8")
        self._process = self._held.enter_context(started(["tint2", "-c", str(settings)], desktop.environment))

    def end(self) -> None:
        """Let it crash."""
        self._process.kill()
        self._held.close()

    def icon(self) -> Area:
        """Wait until the icon stands in the tray, and tell where."""
        until(lambda: bool(self._icons()))
        return self._icons()[0]

    def _icons(self) -> list[Area]:
        return [each for each in _ours(self._desktop) if each.width <= _ICON and each.top < _ICON]

    def click(self, button: int = LEFT) -> None:
        """Click on the icon, on another place than before: two quick clicks on one place are a double click."""
        self.aim()
        self.press(button)

    def aim(self) -> None:
        """Move the mouse over the icon."""
        icon = self.icon()
        self._clicks += 1
        x = icon.left + icon.width * (1 + 2 * (self._clicks % 2)) // 4
        point(self._desktop, x, icon.top + icon.height // 2)

    def press(self, button: int = LEFT) -> None:
        """Press a button where the mouse is."""
        press(self._desktop, button)

    def menu(self) -> Area:
        """Open the menu by a click, and tell where it is."""
        before = windows(self._desktop)
        self.click(RIGHT)
        until(lambda: len(windows(self._desktop)) > len(before))
        return next(each for each in windows(self._desktop) if each not in before)

    def choose(self, *, last: bool = False) -> None:
        """Click on the menu's first line, or its last."""
        menu = self.menu()
        line = menu.height - _LINE if last else _LINE
        click(self._desktop, menu.left + menu.width // 2, menu.top + line)


def windows(desktop: Screen) -> list[Area]:
    """Tell where the app's windows and open menus are."""
    return [each for each in _ours(desktop) if each.width > _ICON]


def click(desktop: Screen, x: int, y: int, button: int = LEFT) -> None:
    """Click somewhere with the mouse."""
    point(desktop, x, y)
    press(desktop, button)


def point(desktop: Screen, x: int, y: int) -> None:
    """Move the mouse somewhere."""
    subprocess.run(["xdotool", "mousemove", str(x), str(y)], env=desktop.environment, check=True, timeout=20)


def press(desktop: Screen, button: int = LEFT) -> None:
    """Press and let go of a button of the mouse."""
    subprocess.run(["xdotool", "click", str(button)], env=desktop.environment, check=True, timeout=20)


def _ours(desktop: Screen) -> list[Area]:
    """List all that the app has on the screen; a window that is not shown is a point."""
    told = subprocess.run(
        ["xwininfo", "-root", "-tree"], env=desktop.environment, capture_output=True, text=True, check=True
    ).stdout
    found = [
        Area(int(left), int(top), int(width), int(height)) for width, height, left, top in _OURS.findall(told)
    ]
    return [each for each in found if each.width > 1]
