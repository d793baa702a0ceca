"""The entry in the menu starts this very program, whatever its path, and goes away without a trace."""

from __future__ import annotations

import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from legsup import APPLICATION_ID
from legsup.exec_key import quoted
from legsup.places import assets
from legsup.services.desktop_entry import data_home, entry, files, install, own_command, remove

BACKSLASH = "\\"
PLACES = (
    "/usr/bin/legsup",
    "/srv/apps/my apps/legsup",
    '/srv/apps/a"quoted"\\odd $HOME `path`/legsup',
    "/srv/apps/100 %/legsup",
    "/srv/müller/★/legsup",
)


def as_a_desktop_reads(value: str) -> list[str]:
    """Undo both quotings of an Exec value, in the order of the specification."""
    # A shell's double quotes are those of the specification.
    spoken = ["sh", "-c", f"printf '%s\\n' {value.replace(2 * BACKSLASH, BACKSLASH)}"]
    words = subprocess.run(spoken, capture_output=True, text=True, check=True).stdout.splitlines()
    return [word.replace("%%", "%") for word in words]


@pytest.mark.parametrize("place", PLACES)
def test_a_command_survives_the_quoting(place: str) -> None:
    command = [place, "--home", "/srv/a folder"]
    assert as_a_desktop_reads(quoted(command)) == command


@pytest.mark.parametrize("place", PLACES)
def test_the_actions_start_the_same_program(tmp_path: Path, place: str) -> None:
    written = install(assets(), tmp_path, [place])[0]
    read = ConfigParser(interpolation=None)
    read.read(written, "utf-8")
    assert as_a_desktop_reads(read["Desktop Entry"]["Exec"]) == [place]
    assert as_a_desktop_reads(read["Desktop Action start"]["Exec"]) == [place, "start"]
    assert as_a_desktop_reads(read["Desktop Action short"]["Exec"]) == [place, "start", "--minutes", "2"]
    assert as_a_desktop_reads(read["Desktop Action reminders-off"]["Exec"]) == [place, "reminders", "off"]
    if shutil.which("desktop-file-validate"):
        done = subprocess.run(
            ["desktop-file-validate", str(written)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (0, "")


def test_what_is_no_exec_line_stays() -> None:
    assert entry("Name=legsup\nExec=legsup\n", ["/x"]) == "Name=legsup\nExec=/x\n"


def test_it_comes_twice_and_goes_without_a_trace(tmp_path: Path) -> None:
    others = tmp_path / "applications" / "other.desktop"
    others.parent.mkdir()
    others.write_text("theirs", "utf-8")
    install(assets(), tmp_path, ["/old"])
    written = install(assets(), tmp_path, ["/new"])
    assert written == files(tmp_path)
    assert all(file.stat().st_size for file in written)
    assert "Exec=/new" in written[0].read_text("utf-8")
    assert {file.name for file in written[1:]} == {f"{APPLICATION_ID}.svg", f"{APPLICATION_ID}.png"}
    assert remove(tmp_path) == written
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [others]
    assert not (tmp_path / "icons" / "hicolor").exists()
    assert remove(tmp_path) == []


def test_only_an_absolute_folder_of_the_environment_counts(tmp_path: Path) -> None:
    assert data_home({"XDG_DATA_HOME": str(tmp_path)}) == tmp_path
    assert data_home({"XDG_DATA_HOME": "data", "HOME": "/srv/apps"}) == Path("/srv/apps/.local/share")
    assert data_home({"HOME": "/srv/apps"}) == Path("/srv/apps/.local/share")


def test_the_program_knows_its_own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "legsup"
    script.write_text("#!/bin/sh\n", "utf-8")
    script.chmod(0o755)
    assert own_command([str(script)]) == [str(script)]
    monkeypatch.setenv("PATH", str(tmp_path))
    assert own_command(["legsup"]) == [str(script)]
    assert own_command(["/somewhere/legsup/__main__.py"]) == [sys.executable, "-m", "legsup"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command(["/anything"]) == [sys.executable]
