"""What every package is built with: where things go, the age that all files get, and programs that have to succeed."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from legsup import __version__
from tools import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: The architectures by Debian's names.
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64", "AMD64": "amd64", "arm64": "arm64"}


class BuildError(Exception):
    """Why a package cannot be built, in words for the person who builds."""


class Build(NamedTuple):
    """One build: the checkout, what may be thrown away, and where the packages go."""

    root: Path = ROOT
    work: Path = ROOT / "build" / "packaging"
    packages: Path = ROOT / "build" / "packages"
    version: str = __version__
    machine: str = platform.machine()

    @property
    def bundle(self) -> Path:
        """The folder that PyInstaller makes."""
        return self.work / "bundle" / "legsup"

    @property
    def python(self) -> Path:
        """The Python of the environment that is bundled."""
        folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
        return self.work / "venv" / folder / name

    @property
    def architecture(self) -> str:
        """The machine by Debian's name.

        Raises:
            BuildError: no name is known.
        """
        known = ARCHITECTURES.get(self.machine)
        if known is None:
            raise BuildError(f"no package is made for {self.machine}; known are: {', '.join(ARCHITECTURES)}")
        return known

    def environment(self) -> dict[str, str]:
        """What programs find: the same clock and the same order of sets in every build of one commit."""
        return {**os.environ, "SOURCE_DATE_EPOCH": str(self.age()), "PYTHONHASHSEED": "1"}

    def age(self) -> int:
        """Seconds since 1970 at the last commit; without a history, as in a source archive, those of pyproject.toml."""
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],
            cwd=self.root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if asked.returncode == 0 and asked.stdout.strip():
            return int(asked.stdout)
        return int((self.root / "pyproject.toml").stat().st_mtime)

    def run(
        self, *command: str | Path, folder: Path | None = None, more: Mapping[str, str] | None = None
    ) -> str:
        """Run a program to its end and give what it printed.

        Raises:
            BuildError: it is missing or failed; its last words are in the message.
        """
        words = [str(each) for each in command]
        print("package:", " ".join(words).partition("\n")[0][:110], file=sys.stderr, flush=True)
        try:
            done = subprocess.run(
                words, cwd=folder or self.root, env={**self.environment(), **(more or {})},
                capture_output=True, text=True, errors="replace", check=False,
            )  # fmt: skip
        except FileNotFoundError as fault:
            raise BuildError(f"{words[0]} is not installed") from fault
        if done.returncode != 0:
            last = "\n".join((done.stdout + done.stderr).splitlines()[-12:])
            raise BuildError(f"{words[0]} failed ({done.returncode}):\n{last}")
        return done.stdout
