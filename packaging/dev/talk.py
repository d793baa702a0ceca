"""How dev.py speaks with the person and with the programs it starts; standard library alone."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Refusal(Exception):  # noqa: N818 - it is no fault of the program: something is missing, and this says what
    """Why the command cannot go on, in one line for the person."""


def output(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command and keep what it prints."""
    return subprocess.run(command, capture_output=True, text=True, check=False)


def say(line: str) -> None:
    """Tell the person what is being done, apart from what the started program prints."""
    print(f"dev.py: {line}", file=sys.stderr, flush=True)


def complaint(text: str) -> str:
    """The line of a program's output that says what is wrong: its last error, else its last line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()] or ["nothing"]
    return next((line for line in reversed(lines) if line.startswith(("ERROR", "Error"))), lines[-1])


def started(*command: str, environment: Mapping[str, str]) -> int:
    """Run a command of ours to its end and hand back its exit status."""
    return subprocess.run(command, env=dict(environment), check=False).returncode
