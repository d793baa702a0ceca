"""The manual page and the completions in the programs that read them; those that are not installed are skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from legsup.places import assets
from legsup.services.library import Library
from tools import ROOT
from tools.command_pages import FOLDER, MANUAL, SHELLS, completion, manual, shipped

if TYPE_CHECKING:
    from pathlib import Path

#: What is typed, and what the shell then offers.
OFFERED = {
    "legsup sta": {"start", "status"},
    "legsup reminders ": {"on", "off"},
    "legsup start --pace ": {"hands-free", "my-pace"},
    "legsup start supported-": {"supported-blocks", "supported-cushion", "supported-rest"},
    "legsup journal ": {"list", "export", "import", "forget"},
    "legsup check CONTR": {"CONTRIBUTING.md"},
    "legsup journal import CHANGE": {"CHANGELOG.md"},
}
#: Has bash complete a line as its library for lines does, and prints what comes of it.
BASH = """
. "$1"
COMP_LINE=$2 COMP_POINT=${#2}
read -ra COMP_WORDS <<<"$COMP_LINE"
[[ $COMP_LINE == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_shtab_legsup
printf '%s\\n' "${COMPREPLY[@]}"
"""


def ran(*command: str | Path, home: Path) -> str:
    """Run a program in the checkout and give what it prints; where it is missing the test is skipped."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    environment = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "MANWIDTH": "100",
    }
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(("typed", "offered"), OFFERED.items(), ids=list(OFFERED))
def test_bash_completes(typed: str, offered: set[str], tmp_path: Path) -> None:
    told = ran("bash", "--norc", "-c", BASH, "bash", FOLDER / SHELLS["bash"], typed, home=tmp_path)
    assert set(told.split()) == offered


@pytest.mark.parametrize(("typed", "offered"), OFFERED.items(), ids=list(OFFERED))
def test_fish_completes(typed: str, offered: set[str], tmp_path: Path) -> None:
    lines = f"source {FOLDER / SHELLS['fish']}; complete -C '{typed}'"
    told = ran("fish", "--no-config", "-c", lines, home=tmp_path)
    assert {line.partition("\t")[0] for line in told.splitlines()} == offered


def test_zsh_can_read_its_file(tmp_path: Path) -> None:
    ran("zsh", "-f", "-n", FOLDER / SHELLS["zsh"], home=tmp_path)
    text = (FOLDER / SHELLS["zsh"]).read_text("utf-8")
    assert text.startswith("#compdef legsup\n")
    assert "(on off)" in text
    assert " ".join(shipped()) in text


def test_man_shows_the_manual_without_a_warning(tmp_path: Path) -> None:
    told = ran("man", "--warnings", "-P", "cat", "-l", FOLDER / MANUAL, home=tmp_path)
    for heading in ("NAME", "SYNOPSIS", "OPTIONS", "FILES", "EXIT STATUS", "NOTES"):
        assert f"\n{heading}\n" in told, heading
    assert "legsup - a restful work break with the legs up the wall" in told


def test_the_names_that_are_completed_are_those_of_the_library() -> None:
    assert set(shipped()) == {each.id for each in Library(assets()).sequences()}


def test_the_pages_are_as_the_script_writes_them() -> None:
    pytest.importorskip("shtab")
    pytest.importorskip("argparse_manpage")
    assert (FOLDER / MANUAL).read_text("utf-8") == manual()
    for shell, name in SHELLS.items():
        assert (FOLDER / name).read_text("utf-8") == completion(shell), name
