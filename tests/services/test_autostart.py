"""Start at login: the entries of three systems, written and taken away in folders of the tests' own."""

from __future__ import annotations

import plistlib
import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from legsup.services.autostart.login import (
    LoginKey,
    command,
    in_folder_linux,
    in_folder_macos,
    of_system,
)
from legsup.services.autostart.windows import value

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from legsup.services.autostart.login import LoginFile

ODD = ["/opt/a b/python", "-m", "legsup", "--home", '/srv/x/100% "own" $h`\\e', "--background"]


@dataclass
class Key:
    """A Run key."""

    values: dict[str, str] = field(default_factory=dict[str, str])

    def get(self, name: str) -> str | None:
        return self.values.get(name)

    def set(self, name: str, value: str) -> None:
        self.values[name] = value

    def delete(self, name: str) -> None:
        del self.values[name]


@pytest.mark.parametrize("make", [in_folder_linux, in_folder_macos])
def test_it_is_written_and_taken_away(tmp_path: Path, make: Callable[[Path], LoginFile]) -> None:
    login = make(tmp_path / "not yet" / "there")
    assert not login.is_on()
    login.turn_off()
    login.turn_on(ODD)
    assert login.is_on()
    login.turn_off()
    assert not login.is_on()
    assert list((tmp_path / "not yet" / "there").iterdir()) == []


def test_the_linux_entry_starts_the_very_words_and_waits_for_the_tray(tmp_path: Path) -> None:
    in_folder_linux(tmp_path).turn_on(ODD)
    text = (tmp_path / "app.legsup.LegsUp.desktop").read_text(encoding="utf-8")
    lines = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
    # A desktop unescapes the value, then the quotes, then the field codes.
    unescaped = lines["Exec"].replace("\\\\", "\\")
    assert [
        word.replace("%%", "%") for word in shlex.split(unescaped.replace("\\$", "$").replace("\\`", "`"))
    ] == ODD
    assert lines["X-LXQt-Need-Tray"] == "true"
    assert lines["X-KDE-autostart-after"] == "panel"
    assert int(lines["X-GNOME-Autostart-Delay"]) > 0


@pytest.mark.parametrize("off", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_one_that_the_desktop_turned_off_is_off(tmp_path: Path, off: str) -> None:
    login = in_folder_linux(tmp_path)
    login.turn_on(["legsup"])
    file = tmp_path / "app.legsup.LegsUp.desktop"
    file.write_text(file.read_text("utf-8") + off + "\n", encoding="utf-8")
    assert not login.is_on()


def test_the_launch_agent_runs_once_at_login(tmp_path: Path) -> None:
    login = in_folder_macos(tmp_path)
    login.turn_on(ODD)
    file = tmp_path / "app.legsup.LegsUp.plist"
    agent = plistlib.loads(file.read_bytes())
    assert agent["ProgramArguments"] == ODD
    assert agent["RunAtLoad"] is True
    assert "KeepAlive" not in agent, "Quit is Quit"
    file.write_bytes(b"<plist")
    assert not login.is_on()
    file.write_bytes(plistlib.dumps({**agent, "Disabled": True}))
    assert not login.is_on()


def test_the_run_key_holds_the_command_as_windows_reads_it() -> None:
    key = Key()
    login = LoginKey(key)
    login.turn_off()
    login.turn_on(["C:\\Program Files\\py\\pythonw.exe", "-m", "legsup", "--background"])
    assert key.values == {"Legs Up": '"C:\\Program Files\\py\\pythonw.exe" -m legsup --background'}
    assert login.is_on()
    login.turn_off()
    assert not login.is_on()
    assert value(["a", "b c"]) == 'a "b c"'


def test_the_command_starts_hidden_in_the_same_home(tmp_path: Path) -> None:
    assert command(None, "/usr/bin/python3") == ["/usr/bin/python3", "-m", "legsup", "--background"]
    assert command(tmp_path, "/x/legsup", frozen=True) == [
        "/x/legsup",
        "--home",
        str(tmp_path),
        "--background",
    ]
    (tmp_path / "pythonw.exe").touch()
    assert command(None, str(tmp_path / "python.exe"))[0] == str(tmp_path / "pythonw.exe")
    (tmp_path / "legsup-gui.exe").touch()
    assert command(None, str(tmp_path / "legsup.exe"), frozen=True)[0] == str(tmp_path / "legsup-gui.exe")


def test_this_system_has_a_way_in_the_persons_own_folders() -> None:
    login = of_system()
    assert login is not None
    assert not login.is_on()
