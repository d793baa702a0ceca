"""A real notification daemon (dunst) on a private desktop, and a mouse that presses the buttons of what it shows."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

from tests.desktop.app_there import happens, until
from tests.desktop.panel import LEFT, RIGHT, click
from tests.desktop.screen import started

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.desktop.screen import Screen

#: A click lists the buttons in a menu: here a program that reads which one is wanted from a file.
SETTINGS = """
[global]
origin = top-right
offset = 10x10
width = 300
dmenu = {menu}
mouse_left_click = context
"""
MENU = """#!/bin/sh
touch '{wanted}.asked'
exec grep -F "#$(cat '{wanted}') ("
"""
#: A point within the first notification.
ON_IT = (1200, 30)


class Daemon:
    """The daemon, once it stands on the bus."""

    def __init__(self, desktop: Screen, folder: Path) -> None:
        self._desktop = desktop
        self._wanted = folder / "wanted"
        menu = folder / "menu"
        menu.write_text(MENU.format(wanted=self._wanted), encoding="utf-8")
        menu.chmod(0o700)
        settings = folder / "dunstrc"
        settings.write_text(SETTINGS.format(menu=menu), encoding="utf-8")
        desktop.stack.enter_context(started(["dunst", "-conf", str(settings)], desktop.environment))
        until(lambda: self._ask("is-paused") == "false")

    @property
    def shown(self) -> int:
        """How many notifications stand."""
        return int(self._ask("count", "displayed") or "0")

    def press(self, button: str) -> None:
        """Click on what is shown, and choose a button by its words."""
        self._wanted.write_text(button, encoding="utf-8")
        self._click(LEFT, self._wanted.with_suffix(".asked").exists)

    def click_away(self) -> None:
        """Click on what is shown so that it goes."""
        self._click(RIGHT, lambda: self.shown == 0)

    def _click(self, button: int, taken: Callable[[], bool]) -> None:
        """Click on what is shown, once it can be seen, until that is taken."""
        until(lambda: self.shown == 1 and self._is_seen())

        def clicked() -> bool:
            click(self._desktop, *ON_IT, button)
            return happens(taken, 1.0)

        until(clicked)

    def history(self) -> list[dict[str, Any]]:
        """What was shown and is gone."""
        return json.loads(self._ask("history"))["data"][0]

    def _is_seen(self) -> bool:
        """Whether its window is on the screen, which comes a moment after it counts as shown."""
        command = ["xdotool", "search", "--onlyvisible", "--class", "Dunst"]
        found = subprocess.run(command, env=self._desktop.environment, capture_output=True, check=False)
        return bool(found.stdout.strip())

    def _ask(self, *words: str) -> str:
        done = subprocess.run(
            ["dunstctl", *words], env=self._desktop.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()
