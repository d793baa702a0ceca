"""The verbs as people read them: a plan, the sequences, faults, the journal, and what the running app says."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from legsup.places import in_folder
from legsup.services.settings.store import SettingsStore
from legsup.services.system_libraries import QT, X11
from legsup.terminal.command_line import main
from legsup.terminal.preflight import obstacle
from tests.app.brief import write_brief
from tests.services.test_journal import record

if sys.platform == "win32":
    pytest.skip("sockets of POSIX", allow_module_level=True)

from legsup.services.journal.journal import Journal
from tests.terminal.app_that_answers import an_app_that_answers
from tests.terminal.typist import typed

if TYPE_CHECKING:
    from pathlib import Path


def said(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    assert main(words) == status
    return capsys.readouterr().out


def test_a_plan_is_written_out_by_steps_with_its_words_and_signs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = said(capsys, "plan", "thread-the-needle", "--minutes", "4", "--home", str(tmp_path))
    head, *rest = text.splitlines()
    assert head.startswith("Thread the needle · 4 min · breath 4-6 · ")
    assert head.endswith(" in all")
    assert any("rest · right side" in line for line in rest)
    assert any("rest · left side" in line for line in rest)
    assert any(line.endswith("[switch sides]") for line in rest)
    assert any(line.endswith("until answered") for line in rest)
    assert "inhale" not in text, "nobody reads every breath"


def test_a_breath_of_one_s_own_and_a_session_number_are_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ("--home", str(tmp_path))
    assert "breathe as you like" in said(capsys, "plan", "seated-breath", "--pattern", "own", *home)
    first, later = (
        said(capsys, "plan", "legs-up-the-wall", "--session", number, *home) for number in ("1", "6")
    )
    assert first != later
    assert main(["plan", "seated-breath", "--session", "0", *home]) == 1
    assert "--session: 0 is out of range; expected 1 or more" in capsys.readouterr().err


def test_a_bedtime_that_is_not_offered_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "seated-breath", "--bedtime", "--home", str(tmp_path)]) == 1
    assert "--bedtime: Seated breath has no ending for falling asleep" in capsys.readouterr().err


def test_files_are_told_sound_or_by_their_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write_brief(tmp_path)
    assert said(capsys, "check", str(file), "assets/poses/legs-up.toml").splitlines() == [
        f"{file}: no fault (A brief seat)",
        "assets/poses/legs-up.toml: no fault (legs-up)",
    ]
    file.write_text(file.read_text("utf-8").replace("seconds = 4", "seconds = -4"), "utf-8")
    faults = said(capsys, "check", str(file), status=1)
    assert faults.startswith(f"{file}: steps[3].seconds: expected ")


def test_the_journal_is_forgotten_only_after_a_yes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ("--home", str(tmp_path))
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.put(record(1))
    journal.close()
    with typed("no\n"):
        assert "Nothing was deleted." in said(capsys, "journal", "forget", *home, status=1)
    with typed(""):
        assert "Nothing was deleted." in said(capsys, "journal", "forget", *home, status=1)
    assert "min held" in said(capsys, "journal", "list", *home)
    with typed("Yes\n"):
        assert said(capsys, "journal", "forget", *home).endswith("The journal is empty.\n")
    assert said(capsys, "journal", "list", *home) == "No practice yet.\n"


def test_a_damaged_journal_is_set_aside_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "journal.sqlite3").write_bytes(b"this was a database once" * 400)
    assert main(["journal", "list", "--home", str(tmp_path)]) == 0
    assert "The journal was damaged." in capsys.readouterr().err
    assert [file.name for file in tmp_path.glob("*damaged*")]


def test_what_the_running_app_does_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = {
        "status": "running",
        "sequence": "unwind",
        "step": "butterfly",
        "up_by": "2026-11-23T14:31:00+01:00",
    }
    with an_app_that_answers(tmp_path / "a", told) as questions:
        assert "unwind: butterfly (running), up by 14:31\n" in said(
            capsys, "status", "--home", str(tmp_path / "a")
        )
    assert questions == [{"verb": "status"}]
    with an_app_that_answers(tmp_path / "b", told):
        assert json.loads(said(capsys, "status", "--json", "--home", str(tmp_path / "b"))) == told
    with an_app_that_answers(tmp_path / "c", {"running": True, "status": None}):
        assert said(capsys, "status", "--home", str(tmp_path / "c")) == "Legs Up is running; no session is.\n"
    assert said(capsys, "status", "--home", str(tmp_path / "d"), status=3) == "Legs Up is not running.\n"


def test_what_the_running_app_refuses_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with an_app_that_answers(tmp_path / "a", {"running": True}) as questions:
        assert said(capsys, "add-minute", "--home", str(tmp_path / "a")) == ""
    assert questions == [{"verb": "add-minute"}]
    with an_app_that_answers(tmp_path / "b", {"error": "no session is running"}):
        assert main(["pause", "--home", str(tmp_path / "b")]) == 1
    assert capsys.readouterr().err == "legsup: pause: no session is running\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only there it is looked for")
class TestWhatStandsInTheWayOfAWindow:
    """Told before Qt would abort."""

    def test_no_screen(self) -> None:
        assert "There is no screen" in (obstacle({}) or "")
        assert "The screen :987 is not there" in (obstacle({"DISPLAY": ":987"}) or "")

    def test_missing_libraries_are_named_by_their_packages(self) -> None:
        remote = {"DISPLAY": "elsewhere:0"}
        told = obstacle(remote, lambda library: "cursor" not in library) or ""
        assert told.endswith("apt install libxcb-cursor0")
        assert obstacle(remote, lambda _library: True) is None
        asked: list[str] = []
        obstacle(remote, lambda library: bool(asked.append(library)))
        assert asked == list(QT | X11)

    def test_nothing_where_another_platform_shows_it(self) -> None:
        assert obstacle({"QT_QPA_PLATFORM": "offscreen"}) is None
        assert obstacle({}, platform="win32") is None
        assert obstacle({}, platform="darwin") is None
        assert obstacle({"WAYLAND_DISPLAY": "wayland-0"}, lambda _library: True) is None
        told = obstacle({"WAYLAND_DISPLAY": "wayland-0"}, lambda library: "cursor" not in library) or ""
        assert told.endswith("apt install libwayland-cursor0")


def test_reminders_are_switched_in_the_app_that_runs_or_in_its_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with an_app_that_answers(tmp_path / "a", {"running": True}) as questions:
        assert said(capsys, "reminders", "off", "--home", str(tmp_path / "a")) == "Reminders are off.\n"
    assert questions == [{"verb": "reminders", "on": False}]
    assert not (tmp_path / "a" / "config" / "settings.json").exists()
    home = ("--home", str(tmp_path / "b"))
    assert "Reminders are on" in said(capsys, "reminders", "on", *home)
    assert SettingsStore(in_folder(tmp_path / "b").settings).load().reminders
    said(capsys, "reminders", "off", *home)
    assert not SettingsStore(in_folder(tmp_path / "b").settings).load().reminders


def test_an_empty_journal_names_the_copy_of_an_earlier_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ("--home", str(tmp_path))
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.put(record(1))
    journal.close()
    copy = tmp_path / "journal.day-2026-11-23.jsonl"
    (tmp_path / "journal.jsonl").rename(copy)
    for file in tmp_path.glob("journal.sqlite3*"):
        file.unlink()
    assert f"legsup journal import {copy}" in said(capsys, "journal", "list", *home)
    assert "1" in said(capsys, "journal", "import", str(copy), *home)
    assert "min held" in said(capsys, "journal", "list", *home)
