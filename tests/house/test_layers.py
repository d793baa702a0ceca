"""The arrows between the rooms, as import-linter's contracts in pyproject.toml draw them."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
QT_FREE = ("library", "journal", "settings")
#: What lies below the services.
GROUND = {f"legsup.{file.stem}" for file in (ROOT / "legsup").glob("*.py") if not file.stem.startswith("_")}


def test_every_import_keeps_the_layers() -> None:
    linter = "from importlinter.cli import lint_imports_command as main; main()"
    done = subprocess.run(
        [sys.executable, "-c", linter], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_that_must_not_know_qt_is_under_that_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    listed = {
        module
        for contract in contracts
        if "know no Qt" in contract["name"]
        for module in contract["source_modules"]
    }
    services = ROOT / "legsup" / "services"
    there = {f"legsup.services.{path.stem}" for path in services.iterdir() if path.stem.startswith(QT_FREE)}
    assert listed == there | GROUND
