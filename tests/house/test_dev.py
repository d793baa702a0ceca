"""dev.py turns away what it cannot serve in one line, and hands everything else on."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.house.fakes import FakeExecute
from tools.dev import verbs
from tools.dev.project_venv import Venv
from tools.dev.system_packages import System

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[2]


@pytest.fixture
def system() -> System:
    return System(has=lambda _: True, execute=FakeExecute())


@pytest.fixture
def venv(tmp_path: Path) -> Venv:
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).touch()
    return Venv(tmp_path, FakeExecute())


def test_a_python_of_any_age_can_read_it_and_is_turned_away_first() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 0))
    assert [type(statement).__name__ for statement in tree.body[:4]] == ["Expr", "Import", "Import", "If"]


def test_it_needs_the_standard_library_alone() -> None:
    bare = (sys.executable, "-S", str(ROOT / "dev.py"), "--help")
    done = subprocess.run(bare, cwd=ROOT.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_verb_shows_them_all(system: System, venv: Venv, capsys: pytest.CaptureFixture[str]) -> None:
    assert verbs.main([], {}, system, venv) == 2
    assert verbs.main(["dance"], {}, system, venv) == 2
    assert verbs.main(["--help"], {}, system, venv) == 0
    shown = capsys.readouterr().out
    assert all(f"\n  {verb} " in shown for verb in verbs.VERBS)


def test_a_refusal_is_one_line_and_an_exit_status(venv: Venv, capsys: pytest.CaptureFixture[str]) -> None:
    bare = System(has=lambda sign: sign == "apt-get", rights=lambda _: None)
    assert verbs.main(["test"], {}, bare, venv) == 1
    said = capsys.readouterr().err
    assert said.startswith("dev.py: system packages are missing; install them with: sudo apt-get install ")
    assert said.count("\n") == 1


def test_an_interrupted_install_says_how_to_go_on(
    system: System, venv: Venv, capsys: pytest.CaptureFixture[str]
) -> None:
    stopped = Venv(venv.root, FakeExecute(pip_is_killed=True))
    assert verbs.main(["run"], {}, system, stopped) == 130
    assert "the same call goes on" in capsys.readouterr().err
    assert not stopped.holds("")


def stand_in(venv: Venv, script: str) -> None:
    """Put a script in the place of the environment's Python, as if everything were installed."""
    venv.prepare("test", {})
    python = Path(venv.program("python"))
    python.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    python.chmod(0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display, and no sh")
@pytest.mark.parametrize(
    ("words", "environment", "passed"),
    [
        ([], {}, "-m legsup session --terminal"),
        ([], {"DISPLAY": ":1"}, "-m legsup"),
        ([], {"WAYLAND_DISPLAY": "wayland-0"}, "-m legsup"),
        (["plan", "legs-up", "--json"], {}, "-m legsup plan legs-up --json"),
        (["start", "--minutes", "2"], {"DISPLAY": ":1"}, "-m legsup start --minutes 2"),
        (["start", "--minutes", "2"], {}, "-m legsup start --minutes 2"),
        (["--home", "X"], {"DISPLAY": ":1"}, "-m legsup --home X"),
        (["--home", "X"], {}, "-m legsup --home X session --terminal"),
        (["--home=X"], {}, "-m legsup --home=X session --terminal"),
        (["--home", "X", "doctor"], {}, "-m legsup --home X doctor"),
        (["--version"], {}, "-m legsup --version"),
    ],
)
def test_run_starts_the_app_or_a_session_in_the_terminal(
    words: Sequence[str],
    environment: Mapping[str, str],
    passed: str,
    system: System,
    venv: Venv,
    capfd: pytest.CaptureFixture[str],
) -> None:
    stand_in(venv, 'echo "$@"; exit 3')
    for dashes in ([], ["--"]):
        assert verbs.main(["run", *dashes, *words], environment, system, venv) == 3
        assert capfd.readouterr().out.strip() == passed


@pytest.mark.skipif(sys.platform != "linux", reason="uses sh")
def test_further_arguments_go_to_pytest_without_coverage(
    system: System, venv: Venv, capfd: pytest.CaptureFixture[str]
) -> None:
    stand_in(venv, 'echo "$@"')
    assert verbs.main(["test", "-k", "breath"], {}, system, venv) == 0
    assert capfd.readouterr().out.strip() == "-m pytest -q -k breath"


@pytest.mark.skipif(sys.platform != "linux", reason="uses sh")
def test_a_domain_that_is_not_wholly_covered_fails_the_test_run(
    system: System, venv: Venv, capfd: pytest.CaptureFixture[str]
) -> None:
    stand_in(venv, 'case "$3" in report) echo "breath.py 99%"; exit 2;; esac')
    assert verbs.main(["test"], {}, system, venv) == 2
    assert "breath.py 99%" in capfd.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="uses sh")
@pytest.mark.parametrize(("rest", "waiting", "status"), [(0, 0, 0), (1, 0, 1), (0, 5, 5)])
def test_all_tests_run_as_two_beside_one_another_and_either_s_fault_counts(
    system: System, venv: Venv, capfd: pytest.CaptureFixture[str], rest: int, waiting: int, status: int
) -> None:
    stand_in(
        venv,
        f'case "$*" in *" tests/app "*) echo waiting "$@"; exit {waiting};; *--ignore=*) echo rest "$@"; exit {rest};; esac',
    )
    assert verbs.main(["test"], {}, system, venv) == status
    told = capfd.readouterr().out.splitlines()
    assert [line.split()[0] for line in told] == ["rest", "waiting"], "each whole, one after the other"
    assert all(f"--ignore={each}" in told[0] for each in verbs.BESIDE)
    assert told[1].split()[-len(verbs.BESIDE) :] == list(verbs.BESIDE)


@pytest.mark.skipif(sys.platform != "linux", reason="signals and sh")
def test_a_program_that_was_killed_does_not_look_well() -> None:
    script = "import sys; from tools.dev.talk import started; sys.exit(started('sh', '-c', 'kill -9 $$', environment={}))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == 137


@pytest.mark.skipif(sys.platform != "linux", reason="uses sh")
@pytest.mark.parametrize(
    ("words", "started"),
    [
        ([], ["-m tools.gallery", "-m tools.gallery_screens"]),
        (["there"], ["-m tools.gallery there", "-m tools.gallery_screens there/screens"]),
        (["--golden"], ["-m tools.gallery --golden"]),
    ],
)
def test_the_gallery_is_of_figure_and_screens(
    words: Sequence[str], started: list[str], system: System, venv: Venv, capfd: pytest.CaptureFixture[str]
) -> None:
    stand_in(venv, 'echo "$@"')
    assert verbs.main(["gallery", *words], {}, system, venv) == 0
    assert capfd.readouterr().out.splitlines() == started
