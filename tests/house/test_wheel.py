"""What is built holds what the app needs: a wheel without assets would install without a word."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with wheel and sdist, built as any installer builds them."""
    folder = tmp_path_factory.mktemp("dist")
    build = (sys.executable, "-m", "hatchling", "build", "-d", str(folder))
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def shipped() -> set[str]:
    """The assets of the checkout that are of use to a person."""
    files = (ROOT / "assets").rglob("*")
    return {
        path.relative_to(ROOT).as_posix()
        for path in files
        if path.is_file() and not path.name.startswith(".")
    }


def test_the_wheel_holds_every_asset(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(ZipFile(wheel).namelist())
    assert {f"legsup/{name}" for name in shipped()} <= names
    assert not [name for name in names if name.startswith(("tests/", "tools/", "packaging/"))]


def test_the_source_archive_can_be_built_and_tested_from(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
    assert (
        shipped() | {"dev.py", "constraints.txt", "tools/dev/verbs.py", "tests/conftest.py", "LICENSE"}
        <= names
    )


def test_the_wheel_leads_a_practice(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    place = tmp_path / "installed"
    # What it leans on is here already; the wheel itself comes from nowhere else.
    pip = (sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(place))
    done = subprocess.run([*pip, str(wheel)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    led = subprocess.run(
        [
            sys.executable,
            "-m",
            "legsup",
            "--home",
            str(tmp_path / "home"),
            "session",
            "--terminal",
            "--speed",
            "60",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(place)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert led.returncode == 0, led.stderr
    assert "completed" in led.stdout
    where = subprocess.run(
        [sys.executable, "-c", "from legsup.places import assets; print(assets())"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(place)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert where.stdout.strip() == str(place / "legsup" / "assets")
    assert (place / "share" / "man" / "man1" / "legsup.1").is_file()
