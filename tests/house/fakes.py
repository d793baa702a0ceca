"""A system and a pip that only note what they are asked."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass
class FakeExecute:
    """Notes every command; makes a venv's folder when one is asked for, and answers pip as it is told to."""

    pip_fails: str = ""
    pip_is_killed: bool = False
    apt_fails: str = ""
    commands: list[str] = field(default_factory=list[str])

    def __call__(
        self,
        *command: str,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
        shown: bool = False,
    ) -> subprocess.CompletedProcess[str]:
        del environment, folder, shown
        line = " ".join(command)
        self.commands.append(line)
        complaint = ""
        if "-m venv" in line:
            (Path(command[-1]) / "bin").mkdir(parents=True)
        elif "-m pip" in line:
            if self.pip_is_killed:
                raise KeyboardInterrupt
            complaint = self.pip_fails
        elif "apt-get install" in line:
            complaint = self.apt_fails
        return subprocess.CompletedProcess(command, 1 if complaint else 0, "", complaint)

    def asked(self, words: str) -> list[str]:
        """The commands that hold these words."""
        return [line for line in self.commands if words in line]
