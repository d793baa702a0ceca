"""The first paint on a real X server, which comes some time after the window is shown: nothing is loaded in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.app.test_lean import BEFORE, LATER, PAINTED, assert_lean
from tests.desktop.screen import screen

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_that_is_not_needed_comes_before_it(tmp_path: Path) -> None:
    with screen(tmp_path / "desktop", tray=False) as running:
        app = running.start("-c", BEFORE + PAINTED, str(tmp_path / "home"))
        assert app.stdout is not None
        assert_lean(set(app.stdout.readline().split()), LATER)
