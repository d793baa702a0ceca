"""The command line: what it prints for programs, its exit statuses, and what it does not load."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from legsup import __version__
from legsup.domain.settings import GUIDANCES
from legsup.practice.wanted import PACES
from legsup.terminal import command_line
from legsup.terminal.command_line import main
from tests.app.brief import quiet_home, write_brief

if TYPE_CHECKING:
    from pathlib import Path

SEQUENCE_KEYS = {"id", "title", "minutes", "source"}
PLAN_KEYS = {"sequence", "minutes", "pattern", "total_seconds", "beats", "cues", "samples"}
BEAT_KEYS = {"index", "stage", "step", "pose", "side", "legs_up", "start", "seconds"}
CUE_KEYS = {"at", "kind", "beat", "seconds", "text"}
SAMPLE_KEYS = {"at", "stage", "phase", "fraction", "awareness"}


def told(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> Any:  # noqa: ANN401 - whatever JSON holds
    assert main(words) == status
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def home(tmp_path: Path) -> str:
    return str(tmp_path / "home")


def test_sequences_are_listed_for_programs(capsys: pytest.CaptureFixture[str], home: str) -> None:
    rows = told(capsys, "--home", home, "sequences", "--json")
    assert {frozenset(row) for row in rows} == {frozenset(SEQUENCE_KEYS)}
    assert rows[0]["id"] == "legs-up-the-wall"
    assert rows[0]["minutes"] == {"default": 5, "shortest": 2, "longest": 20}
    assert {row["source"] for row in rows} == {"shipped"}


def test_a_plan_has_the_shape_of_the_contract(capsys: pytest.CaptureFixture[str], home: str) -> None:
    plan = told(
        capsys, "plan", "thread-the-needle", "--minutes", "4", "--sample", "0.5", "--json", "--home", home
    )
    assert set(plan) == PLAN_KEYS
    assert (plan["sequence"], plan["minutes"]) == ("thread-the-needle", 4.0)
    assert plan["pattern"] == {"inhale": 4, "hold_full": 0, "exhale": 6, "hold_empty": 0}
    assert all(set(beat) == BEAT_KEYS for beat in plan["beats"])
    assert all(set(cue) == CUE_KEYS for cue in plan["cues"])
    assert all(set(sample) == SAMPLE_KEYS for sample in plan["samples"])
    assert [beat["side"] for beat in plan["beats"] if beat["stage"] == "hold"] == ["right", "left"]
    *timed, up = plan["beats"]
    assert up["seconds"] is None
    assert plan["total_seconds"] == pytest.approx(sum(beat["seconds"] for beat in timed), abs=0.01)
    assert [cue["at"] for cue in plan["cues"] if cue["kind"] == "end"] == [plan["total_seconds"]]


def test_samples_breathe_in_holds_and_nowhere_else(capsys: pytest.CaptureFixture[str], home: str) -> None:
    plan = told(capsys, "plan", "seated-breath", "--sample", "1", "--json", "--home", home)
    for sample in plan["samples"]:
        assert (sample["phase"] is not None) == (sample["stage"] == "hold")
    assert {sample["phase"] for sample in plan["samples"]} == {None, "inhale", "exhale"}
    assert plan["samples"][-1]["at"] <= plan["total_seconds"] < plan["samples"][-1]["at"] + 1.0


def test_a_plan_eases_in_only_when_asked_and_breathes_unpaced_when_asked(
    capsys: pytest.CaptureFixture[str], home: str
) -> None:
    words = ("plan", "seated-breath", "--minutes", "2", "--json", "--home", home)
    plain, eased = told(capsys, *words), told(capsys, *words, "--ease-in")
    inhales = [[cue for cue in plan["cues"] if cue["kind"] == "inhale"] for plan in (plain, eased)]
    assert {cue["seconds"] for cue in inhales[0]} == {4.0}
    assert inhales[1][0]["seconds"] == 3.0
    own = told(capsys, *words, "--pattern", "own")
    assert own["pattern"] is None
    assert "inhale" not in {cue["kind"] for cue in own["cues"]}


def test_my_pace_leaves_the_steps_of_getting_ready_open(
    capsys: pytest.CaptureFixture[str], home: str
) -> None:
    plan = told(capsys, "plan", "legs-up-the-wall", "--pace", "my-pace", "--json", "--home", home)
    assert {beat["seconds"] for beat in plan["beats"] if beat["stage"] == "prepare"} == {None}


def test_a_file_serves_wherever_a_name_does(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, home: str
) -> None:
    file = write_brief(tmp_path)
    assert told(capsys, "check", str(file), "--json") == []
    plan = told(capsys, "plan", str(file), "--json", "--home", home)
    assert (plan["sequence"], plan["total_seconds"]) == ("brief", 66.0)


def test_every_fault_of_a_file_is_told_at_once(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = write_brief(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('"seated-chair"', '"headstand"', 1).replace("seconds = 4", "seconds = -4"),
        encoding="utf-8",
    )
    faults = told(capsys, "check", str(file), "--json", status=1)
    assert {frozenset(fault) for fault in faults} == {frozenset({"file", "path", "expected", "found"})}
    assert [fault["path"] for fault in faults] == ["steps[0].pose", "steps[3].seconds"]
    assert {fault["file"] for fault in faults} == {str(file)}


def test_check_tells_the_faults_of_a_pose_with_their_keys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bent.toml"
    file.write_text("[root]\nx = 0\n[both]\nknee_bend = 300\nknees = 1\n", encoding="utf-8")
    faults = told(capsys, "check", str(file), "--json", status=1)
    assert {fault["path"] for fault in faults} == {"view", "both.knee_bend", "both.knees"}
    assert told(capsys, "check", "assets/poses/legs-up.toml", "--json") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("plan", "headstand"), "There is no sequence 'headstand'"),
        (
            ("plan", "unwind", "--minutes", "2"),
            "--minutes: 2 minutes of Unwind are not offered; expected 8 to 20",
        ),
        (("plan", "unwind", "--minutes", "nan"), "expected 8 to 20"),
        (("plan", "unwind", "--pattern", "4"), "--pattern: '4' is not a breath pattern"),
        (("plan", "unwind", "--json", "--sample", "0"), "--sample: 0 is out of range"),
        (("plan", "unwind", "--json", "--sample", "inf"), "--sample: inf is out of range"),
        (("plan", "no/such/file.toml"), "no/such/file.toml"),
        (("journal", "import", "no/such/file.json"), "no/such/file.json cannot be read"),
        (("session", "--terminal", "--speed", "0"), "--speed: 0 is out of range; expected 1 to 1000"),
        (("start", "--speed", "2000"), "--speed: 2000 is out of range; expected 1 to 1000"),
    ],
)
def test_what_is_wrong_is_said_with_what_was_expected(
    capsys: pytest.CaptureFixture[str], home: str, words: tuple[str, ...], said: str
) -> None:
    assert main(["--home", home, *words]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err


@pytest.mark.parametrize("words", [("plan",), ("fly",), ("session",), ("plan", "unwind", "--pace", "fast")])
def test_wrong_usage_exits_with_two(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage: legsup" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("--version",), ("plan", "--version")])
def test_the_version_is_told_before_and_after_a_verb(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"Legs Up {__version__}\n"


def test_without_a_running_app_its_verbs_say_so(capsys: pytest.CaptureFixture[str], home: str) -> None:
    assert told(capsys, "status", "--json", "--home", home, status=3) == {"running": False}
    for verb in ("pause", "resume", "next", "back", "add-minute", "end", "stop"):
        assert main([verb, "--home", home]) == 3
        assert verb in capsys.readouterr().err


def test_a_bad_file_of_one_s_own_is_named_and_the_others_are_listed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = quiet_home(tmp_path) / "sequences"
    folder.mkdir()
    write_brief(folder)
    (folder / "bad.toml").write_text("minutes = 1", encoding="utf-8")
    assert main(["--home", str(tmp_path / "home"), "sequences"]) == 0
    printed = capsys.readouterr()
    assert "A brief seat" in printed.out
    assert "left out" in printed.err
    assert "bad.toml" in printed.err


@pytest.mark.parametrize(
    "words",
    [
        ("sequences", "--json"),
        ("plan", "unwind", "--json"),
        ("check", "assets/sequences/unwind.toml"),
        ("journal", "list", "--json"),
        ("journal", "export", "--format", "ics"),
        ("status", "--json"),
        ("stop",),
        ("session", "--terminal", "unwind"),
    ],
)
def test_a_verb_that_needs_no_window_loads_no_qt(tmp_path: Path, words: tuple[str, ...]) -> None:
    code = (
        "import sys\nfrom legsup.terminal.command_line import main\n"
        "main(sys.argv[1:])\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--home", str(quiet_home(tmp_path)), *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_status_loads_next_to_nothing(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom legsup.terminal.command_line import main\nmain(sys.argv[1:])\n"
        "print(*sorted({'cattrs', 'dataclasses', 'json', 'numpy', 'sqlite3', 'tomllib'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--home", str(tmp_path), "status"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[1:] == [""]


def test_a_reader_that_has_read_enough_is_no_fault(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "legsup",
            "--home",
            str(tmp_path),
            "plan",
            "unwind",
            "--json",
            "--sample",
            "0.01",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.readline()
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait() == 0


def test_the_command_line_offers_what_settings_and_practice_know() -> None:
    assert command_line.PACES == PACES
    assert command_line.GUIDANCES == GUIDANCES


def test_every_verb_leads_to_a_function_that_is_there() -> None:
    found: set[str] = set()
    pending = [command_line.build_parser()]
    while pending:
        parser = pending.pop()
        command = parser.get_default("command")
        if command is not None:
            found.add(command)
        for action in parser._actions:  # noqa: SLF001 - argparse has no public way to look into a parser
            if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - the same  # pyright: ignore[reportPrivateUsage]
                pending += action.choices.values()  # pyright: ignore[reportUnknownMemberType]
    assert len(found) >= 10
    for command in found:
        module, function = command.split(":")
        assert callable(getattr(import_module(f"legsup.terminal.{module}"), function)), command
