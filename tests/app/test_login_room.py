"""Start at login in the app: a switch writes the entry, the entry alone says whether it is on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from legsup.app.login_room import LoginRoom
from legsup.services.autostart.login import in_folder_linux
from tests.ui.desk import Desk, opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class Refusing:
    """A system that lets nobody write."""

    def is_on(self) -> bool:
        return False

    def turn_on(self, command: Sequence[str]) -> None:
        raise OSError(f"no room for {command[-1]}")

    def turn_off(self) -> None:
        raise AssertionError("it is off")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The app, with folders of its own for what starts at login."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = opened(tmp_path / "home")
    yield made
    made.close()


def test_the_switch_writes_the_entry_and_takes_it_away(desk: Desk, tmp_path: Path) -> None:
    entry = in_folder_linux(tmp_path / "config" / "autostart")
    desk.app.front.change("at_login", value=True)
    assert entry.is_on()
    text = next((tmp_path / "config" / "autostart").iterdir()).read_text("utf-8")
    assert f"--home {tmp_path / 'home'} --background" in text
    desk.app.front.change("at_login", value=False)
    assert not entry.is_on()


def test_an_entry_that_was_taken_away_elsewhere_is_off_here_too(desk: Desk, tmp_path: Path) -> None:
    desk.app.front.change("at_login", value=True)
    next((tmp_path / "config" / "autostart").iterdir()).unlink()
    assert desk.app.login is not None
    desk.app.login.look()
    assert not desk.settings.at_login


def test_the_window_says_that_it_cannot_be_written(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "autostart").touch()
    desk.app.front.change("at_login", value=True)
    assert any(text.startswith("Start at login could not be changed (") for text in desk.texts())
    assert not desk.settings.at_login


def test_where_it_cannot_be_written_it_is_told_and_stays_off(desk: Desk) -> None:
    room, told = LoginRoom(desk.app.basis, desk.app, Refusing()), list[str]()
    room.told.connect(told.append)
    room.asked.connect(desk.app.front.change)
    desk.app.basis.kept.change(at_login=True)
    assert told == ["Start at login could not be changed (no room for --background)."]
    assert not desk.settings.at_login
