"""Screens that are named and do not answer are found out before Qt would abort."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from legsup.terminal.preflight import obstacle

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there it is looked for")


def told(*dead: str, **screens: str) -> str:
    """Say what stands in the way where some of these screens do not answer."""
    return obstacle(screens, lambda _library: True, lambda kind, _display: kind not in dead) or ""


def test_one_of_two_screens_is_enough() -> None:
    assert told(WAYLAND_DISPLAY="w", DISPLAY="there:0") == ""
    assert told("wayland", WAYLAND_DISPLAY="w", DISPLAY="there:0") == ""
    assert told("x", WAYLAND_DISPLAY="w", DISPLAY="there:0") == ""
    assert "there:0 does not answer" in told("x", "wayland", WAYLAND_DISPLAY="w", DISPLAY="there:0")
    assert "The screen w does not answer" in told("wayland", WAYLAND_DISPLAY="w")


@pytest.mark.parametrize(
    ("platform", "dead", "said"),
    [
        ("", ("x",), "there:0 does not answer"),
        ("xcb", ("x",), "there:0 does not answer"),
        ("wayland", ("wayland",), "wayland-0 does not answer"),
        ("wayland;xcb", ("x", "wayland"), "there:0 does not answer"),
        ("wayland;xcb", ("wayland",), ""),
        ("wayland", ("x",), ""),
        ("nonsense", (), "names nonsense, which Qt does not have"),
        ("nonsense;xcb", (), ""),
        ("offscreen:size=9x9", ("x", "wayland"), ""),
    ],
)
def test_the_platforms_that_qt_was_told_to_use_are_the_ones_that_are_tried(
    platform: str, dead: tuple[str, ...], said: str
) -> None:
    found = told(*dead, DISPLAY="there:0", QT_QPA_PLATFORM=platform)
    assert said in found
    assert bool(said) == bool(found)


@pytest.mark.parametrize(
    "screens", [{"DISPLAY": "localhost:10.0"}, {"WAYLAND_DISPLAY": "gone", "XDG_RUNTIME_DIR": "/"}]
)
def test_a_start_on_a_dead_screen_is_one_sentence(tmp_path: Path, screens: dict[str, str]) -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    done = subprocess.run(
        [sys.executable, "-m", "legsup", "--home", str(tmp_path)],
        env=environment | screens,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "does not answer" in done.stderr or "apt install" in done.stderr
