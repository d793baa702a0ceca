"""dev.py turns away what it cannot serve in one line, and hands everything else on."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from project_venv import Venv
from system_packages import System

import dev
from tests.house.fakes import FakeExecute

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(dev.__file__).parent


@pytest.fixture
def system() -> System:
    return System(has=lambda _: True, execute=FakeExecute())


@pytest.fixture
def venv(tmp_path: Path) -> Venv:
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).touch()
    return Venv(tmp_path, FakeExecute())


def test_an_old_python_can_read_it_far_enough_to_be_turned_away() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 7))
    statements = tree.body
    asked = next(index for index, statement in enumerate(statements) if isinstance(statement, ast.If))
    before = [
        name.name
        for statement in statements[:asked]
        if isinstance(statement, ast.Import)
        for name in statement.names
    ]
    assert before == ["sys"], "nothing else is imported before the version is asked"


def test_no_verb_shows_them_all(system: System, venv: Venv, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([], {}, system, venv) == 2
    assert dev.main(["dance"], {}, system, venv) == 2
    assert dev.main(["--help"], {}, system, venv) == 0
    shown = capsys.readouterr().out
    assert all(f"\n  {verb} " in shown for verb in dev.VERBS)


def test_a_refusal_is_one_line_and_an_exit_status(venv: Venv, capsys: pytest.CaptureFixture[str]) -> None:
    bare = System(has=lambda sign: sign == "apt-get", rights=lambda _: None)
    assert dev.main(["test"], {}, bare, venv) == 1
    said = capsys.readouterr().err
    assert said.startswith("dev.py: system packages are missing; install them with: sudo apt-get install ")
    assert said.count("\n") == 1


def test_an_interrupted_install_says_how_to_go_on(
    system: System, venv: Venv, capsys: pytest.CaptureFixture[str]
) -> None:
    stopped = Venv(venv.root, FakeExecute(pip_is_killed=True))
    assert dev.main(["run"], {}, system, stopped) == 130
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
    assert dev.main(["run", *words], environment, system, venv) == 3
    assert capfd.readouterr().out.strip() == passed


@pytest.mark.skipif(sys.platform != "linux", reason="uses sh")
def test_further_arguments_go_to_pytest_without_coverage(
    system: System, venv: Venv, capfd: pytest.CaptureFixture[str]
) -> None:
    stand_in(venv, 'echo "$@"')
    assert dev.main(["test", "-k", "breath"], {}, system, venv) == 0
    assert capfd.readouterr().out.strip() == "-m pytest -q -k breath"


@pytest.mark.skipif(sys.platform != "linux", reason="uses sh")
def test_a_domain_that_is_not_wholly_covered_fails_the_test_run(
    system: System, venv: Venv, capfd: pytest.CaptureFixture[str]
) -> None:
    stand_in(venv, 'case "$3" in report) echo "breath.py 99%"; exit 2;; esac')
    assert dev.main(["test"], {}, system, venv) == 2
    assert "breath.py 99%" in capfd.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="signals and sh")
def test_a_program_that_was_killed_does_not_look_well() -> None:
    script = (
        "import sys; from talk import started; sys.exit(started('sh', '-c', 'kill -9 $$', environment={}))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT / "packaging" / "dev", check=False)
    assert done.returncode == 137
