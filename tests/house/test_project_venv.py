"""The project's environment is made once, mended after whatever interrupted it, and never trusted half done."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.house.fakes import FakeExecute
from tools.dev.project_venv import Venv
from tools.dev.talk import Refusal

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@pytest.fixture
def execute() -> FakeExecute:
    return FakeExecute()


@pytest.fixture
def venv(tmp_path: Path, execute: FakeExecute) -> Venv:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "legs"\n', "utf-8")
    (tmp_path / "constraints.txt").write_text("one", "utf-8")
    return Venv(tmp_path, execute)


def test_a_first_call_makes_and_fills_it(venv: Venv, execute: FakeExecute) -> None:
    venv.prepare("test", {})
    assert [" -m venv " in execute.commands[0], execute.commands[1].endswith("-e .[test]")] == [True, True]
    assert venv.holds("test")


def test_the_app_alone_is_asked_for_in_a_way_that_every_pip_reads(venv: Venv, execute: FakeExecute) -> None:
    venv.prepare("", {})
    assert execute.commands[-1].endswith(" -e .")


def test_a_second_call_does_nothing(venv: Venv, execute: FakeExecute) -> None:
    venv.prepare("test", {})
    execute.commands.clear()
    venv.prepare("test", {})
    venv.prepare("", {})
    assert execute.commands == []


def test_another_extra_is_added_to_those_that_are_there(venv: Venv, execute: FakeExecute) -> None:
    for extra in ("", "test", "dev"):
        venv.prepare(extra, {})
    assert len(execute.asked("-m venv")) == 1
    assert execute.commands[-1].endswith("-e .[dev,test]")
    assert all(venv.holds(extra) for extra in ("", "test", "dev"))


def test_new_pins_are_installed_into_it(venv: Venv, execute: FakeExecute) -> None:
    venv.prepare("test", {})
    (venv.root / "constraints.txt").write_text("two", "utf-8")
    assert not venv.holds("test")
    venv.prepare("", {})
    assert len(execute.asked("-m venv")) == 1
    assert venv.holds("test")


def test_a_tool_may_be_set_differently_without_any_network(venv: Venv) -> None:
    venv.prepare("test", {})
    with (venv.root / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("[tool.ruff]\nline-length = 110\n")
    assert venv.holds("test")


def test_a_project_that_cannot_be_read_is_named(venv: Venv) -> None:
    (venv.root / "pyproject.toml").write_text("<<<<<<< mine\n", "utf-8")
    with pytest.raises(Refusal, match=r"pyproject\.toml cannot be read"):
        venv.prepare("", {})


def test_what_a_killed_pip_left_is_thrown_away(venv: Venv, execute: FakeExecute) -> None:
    venv.prepare("", {})
    execute.pip_is_killed = True
    with pytest.raises(KeyboardInterrupt):
        venv.prepare("test", {})
    (venv.folder / "half-written").touch()
    execute.pip_is_killed = False
    venv.prepare("test", {})
    assert len(execute.asked("-m venv")) == 2
    assert not (venv.folder / "half-written").exists()
    assert venv.holds("test")


def test_without_network_it_says_so_and_keeps_what_was_there(venv: Venv, execute: FakeExecute) -> None:
    venv.prepare("", {})
    execute.pip_fails = "ERROR: No matching distribution found for pytest\nERROR: conflict\nhint: see above\n"
    with pytest.raises(Refusal, match=r"is there a network.* No matching distribution found for pytest$"):
        venv.prepare("test", {})
    assert venv.holds("")
    assert not venv.holds("test")


def test_one_of_another_python_or_place_is_made_anew(venv: Venv, execute: FakeExecute) -> None:
    venv.prepare("", {})
    stamp = venv.stamp_file.read_text("utf-8")
    venv.stamp_file.write_text(stamp.replace(str(venv.root), "elsewhere"), "utf-8")
    assert not venv.holds("")
    venv.prepare("", {})
    assert len(execute.asked("-m venv")) == 2


@pytest.mark.parametrize(
    "stamp", ["", "[]", "{}", '{"python": 1}', '{"python": "", "pins": "", "extras": "", "x": ""}']
)
def test_a_damaged_stamp_is_no_stamp(venv: Venv, stamp: str) -> None:
    venv.prepare("", {})
    venv.stamp_file.write_text(stamp, "utf-8")
    assert venv.read_stamp() is None


def test_a_call_that_waited_for_another_finds_it_done(venv: Venv, execute: FakeExecute) -> None:
    @contextmanager
    def lock_that_another_held(path: Path) -> Generator[None]:
        Venv(path.parent, FakeExecute()).prepare("", {})
        yield

    Venv(venv.root, execute, lock_that_another_held).prepare("", {})
    assert execute.commands == []


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path, execute: FakeExecute) -> None:
    venv = Venv(tmp_path, execute)
    # Root may write everywhere; a folder in the lock's place stops root as well.
    (tmp_path / ".venv.lock").mkdir()
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).touch()
    with pytest.raises(Refusal, match="cannot be written to"):
        venv.prepare("", {})
