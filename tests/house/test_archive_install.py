"""The archive's install.sh: into a person's own folders and out of them again, whatever these are called."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tools.packages.archive import PAPERS

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the archive is Linux's")
#: Stands for the program: it notes what it was asked.
PROGRAM = '#!/bin/sh\necho "$@" >>"$HOME/asked"\n'


class Person(NamedTuple):
    """Whose folders they are: the home, where data lie, and the unpacked archive."""

    home: Path
    data: Path
    archive: Path

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the script as this person."""
        environment = {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "XDG_DATA_HOME": str(self.data)}
        script = str(self.archive / "install.sh")
        return subprocess.run(
            ["sh", script, *words], env=environment, capture_output=True, text=True, check=False
        )

    def files(self) -> set[str]:
        """Everything in the home and where data lie, but for what the program noted."""
        found = {*self.home.rglob("*"), *self.data.rglob("*")}
        return {
            str(each.relative_to(self.home.parent))
            for each in found
            if each.name != "asked" and (each.is_symlink() or not each.is_dir())
        }


@pytest.fixture
def person(tmp_path: Path) -> Person:
    made = Person(tmp_path / "a home of one's own", tmp_path / "my data", tmp_path / "the archive")
    made.home.mkdir()
    made.data.mkdir()
    (made.archive / "legsup").mkdir(parents=True)
    shutil.copy(ROOT / "packaging/archive/install.sh", made.archive)
    program = made.archive / "legsup" / "legsup"
    program.write_text(PROGRAM, "utf-8")
    program.chmod(0o755)
    for place, paper in PAPERS.items():
        target = made.archive / "share" / place
        target.parent.mkdir(parents=True)
        shutil.copy(ROOT / "packaging/linux" / paper, target)
    return made


def test_it_is_installed_and_taken_away_whole(person: Person) -> None:
    done = person.run("--user")
    assert (done.returncode, done.stderr) == (0, "")
    home, data = person.home.name, person.data.name
    assert person.files() == {
        f"{home}/.local/lib/legsup/legsup",
        f"{home}/.local/bin/legsup",
        f"{home}/.local/share/man/man1/legsup.1",
        f"{data}/bash-completion/completions/legsup",
        f"{data}/zsh/site-functions/_legsup",
        f"{data}/fish/vendor_completions.d/legsup.fish",
    }
    assert (person.home / ".local/bin/legsup").resolve() == person.home / ".local/lib/legsup/legsup"
    assert "Add " in done.stdout
    assert person.run("--user", "--remove").returncode == 0
    assert person.files() == set()
    asked = (person.home / "asked").read_text("utf-8").splitlines()
    assert asked == ["--version", "desktop install", "desktop remove"]


def test_a_second_run_puts_the_new_one_in_the_old_one_s_place(person: Person) -> None:
    person.run("--user")
    once = person.files()
    (person.home / ".local/lib/legsup/of the old one").touch()
    done = person.run("--user")
    assert (done.returncode, done.stderr) == (0, "")
    assert person.files() == once


def test_one_that_does_not_start_leaves_the_old_one(person: Person) -> None:
    person.run("--user")
    once = person.files()
    (person.archive / "legsup/legsup").write_text("#!/bin/sh\nexit 3\n", "utf-8")
    assert person.run("--user").returncode == 1
    assert person.files() == once
    assert (person.home / ".local/lib/legsup/legsup").read_text("utf-8") == PROGRAM


@pytest.mark.parametrize("linked", [False, True])
def test_another_s_program_of_that_name_stays(person: Person, linked: bool) -> None:  # noqa: FBT001 - both kinds
    other = person.home / ".local/bin/legsup"
    other.parent.mkdir(parents=True)
    if linked:
        other.symlink_to("/opt/venvs/legsup")
    else:
        other.write_text("mine", "utf-8")
    before = person.files()
    done = person.run("--user")
    assert done.returncode == 1
    assert "nothing was changed" in done.stderr
    assert person.files() == before
    person.run("--user", "--remove")
    assert person.files() == before


def test_without_words_it_says_how(person: Person) -> None:
    done = person.run()
    assert done.returncode == 2
    assert "--user --remove" in done.stdout
    assert person.files() == set()
