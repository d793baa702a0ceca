"""Every sentence of the terminal about what is kept or lost is so: what it says is looked for on the disk."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from legsup.services.journal.journal import Journal
from legsup.terminal.command_line import main
from tests.app.brief import screened_home, write_brief
from tests.powerless import powerless
from tests.services.exports import as_json
from tests.services.test_journal import record

if sys.platform == "win32":
    pytest.skip("terminals of POSIX", allow_module_level=True)

import resource

from tests.terminal.typist import at_a_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

BEGIN = ("Press Enter to begin, or type", "\n")
KEPT, NOT_KEPT = "It is in the journal", "It could not be written into the journal"


def led(home: Path, meanwhile: Callable[[], None]) -> str:
    """Lead a brief session, do something within it, and end it; gives all that was said."""
    with at_a_terminal(
        BEGIN,
        ("Sit down", "\n"),
        ("Settle", "\n"),
        ("in, feet to head", meanwhile),
        ("", "q"),
        ("stopped", ""),
    ) as typist:
        assert (
            main(["--home", str(home), "session", "--terminal", str(write_brief(home.parent)), "--no-desk"])
            == 0
        )
    return " ".join(typist.text.replace("\r\n", " ").split())


def nothing() -> None:
    """Let it be."""


def listed(home: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the journal lists afterwards, the newest first."""
    capsys.readouterr()
    assert main(["--home", str(home), "journal", "list", "--json"]) == 0
    return [row["outcome"] for row in json.loads(capsys.readouterr().out)]


@contextmanager
def full_disk() -> Generator[Callable[[], None]]:
    """Have no file grow from when what is given is called; sockets, pipes and terminals are no files."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_on_a_full_disk_it_is_not_kept_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = screened_home(tmp_path)
    with full_disk() as fill:
        said = led(home, fill)
    assert NOT_KEPT in said
    assert KEPT not in said
    assert "stopped" not in listed(home, capsys)


def test_a_journal_that_another_program_holds_has_it_beside_and_later(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = screened_home(tmp_path)
    other = sqlite3.connect(home / "journal.sqlite3", isolation_level=None, check_same_thread=False)

    def hold() -> None:
        other.execute("BEGIN EXCLUSIVE")

    said = led(home, hold)
    assert KEPT in said
    assert "It is kept in the ledger beside the journal, and added later" in said
    assert listed(home, capsys) == ["stopped"]
    other.execute("ROLLBACK")
    other.close()
    assert listed(home, capsys) == ["stopped"]


@pytest.mark.parametrize("goes", ["journal", "both", "home"])
def test_what_was_moved_away_meanwhile_has_it_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], goes: str
) -> None:
    home = screened_home(tmp_path)
    Journal(home / "journal.sqlite3").close()
    names = {"journal": ["journal.sqlite3"], "both": ["journal.sqlite3", "journal.jsonl"], "home": ["."]}[
        goes
    ]
    away = tmp_path / "away"

    def move() -> None:
        if names == ["."]:
            home.rename(away)
            return
        away.mkdir()
        for name in names:
            if (home / name).exists():
                (home / name).rename(away / name)

    said = led(home, move)
    assert KEPT in said
    assert listed(home, capsys) == ["stopped"]


def test_a_newer_journal_takes_nothing_and_that_is_said(tmp_path: Path) -> None:
    home = screened_home(tmp_path)
    Journal(home / "journal.sqlite3").close()
    with sqlite3.connect(home / "journal.sqlite3") as newer:
        newer.execute("PRAGMA user_version=99")
    newer.close()
    said = led(home, nothing)
    assert "This session is not recorded" in said
    assert "newer Legs Up" in said
    assert KEPT not in said
    assert main(["--home", str(home), "journal", "list"]) == 1


def test_whatever_has_the_names_of_journal_and_ledger_takes_nothing_and_that_is_said(tmp_path: Path) -> None:
    home = screened_home(tmp_path)

    def instead() -> None:
        for place in (home / "journal.sqlite3", home / "journal.jsonl"):
            while not place.is_dir():
                place.unlink(missing_ok=True)
                # The journal may be writing just now, and have its file anew.
                with suppress(FileExistsError):
                    place.mkdir()

    said = led(home, instead)
    assert NOT_KEPT in said
    assert "is a folder" in said
    assert KEPT not in said


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_a_ledger_that_is_none_is_told_in_a_sentence_and_nothing_is_deleted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], None]
) -> None:
    home = screened_home(tmp_path)
    assert main(["--home", str(home), "journal", "import", str(_export(tmp_path, 2))]) == 0
    ledger = home / "journal.jsonl"
    ledger.unlink()
    make(ledger)
    capsys.readouterr()
    for verb in (["forget", "--yes"], ["import", str(_export(tmp_path, 3))]):
        assert main(["--home", str(home), "journal", *verb]) == 1
        said = capsys.readouterr().err
        assert f"{ledger} is " in said
        assert "Errno" not in said
    assert listed(home, capsys) == ["completed", "completed"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such call")
@pytest.mark.parametrize("rights", [0o000, 0o600])
def test_a_home_that_may_not_be_entered_is_not_passed_for_an_empty_one(tmp_path: Path, rights: int) -> None:
    home = screened_home(tmp_path)
    assert main(["--home", str(home), "journal", "import", str(_export(tmp_path, 2))]) == 0
    home.chmod(rights)
    for words in (
        ["journal", "list"], ["journal", "export", "--format", "csv"], ["journal", "forget", "--yes"],
        ["journal", "import", str(tmp_path / "2.json")], ["reminders", "on"], ["status"],
    ):  # fmt: skip
        done = powerless("-m", "legsup", "--home", str(home), *words)
        assert (done.returncode, done.stdout) == (1, ""), words
        assert "Permission denied" in done.stderr or "no right to" in done.stderr, words
        assert str(home) in done.stderr
        assert "Errno" not in done.stderr
    home.chmod(0o700)


def _export(folder: Path, count: int) -> Path:
    file = folder / f"{count}.json"
    file.write_text(as_json(record(number) for number in range(count)), encoding="utf-8")
    return file


def test_rows_that_cannot_be_had_back_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = screened_home(tmp_path)
    journal = Journal(home / "journal.sqlite3")
    journal.merge(record(number) for number in range(5))
    journal.close()
    (home / "journal.jsonl").unlink()
    with sqlite3.connect(home / "journal.sqlite3") as damage:
        damage.execute("UPDATE records SET outcome='x' WHERE rowid IN (2, 3)")
    damage.close()
    said = led(home, nothing)
    assert listed(home, capsys) == ["stopped", *["completed"] * 3]
    assert "What could be read is kept; the old file is" in said
    assert "could not be read: 2." in said
    assert (home / "journal.damaged-1.sqlite3").exists()
