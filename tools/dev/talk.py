"""How dev.py speaks with the person and with the programs it starts; standard library alone."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


class Refusal(Exception):  # noqa: N818 - it is no fault of the program: something is missing, and this says what
    """Why the command cannot go on, in one line for the person."""


def say(line: str) -> None:
    """Tell the person what is being done, apart from what the started program prints."""
    print(f"dev.py: {line}", file=sys.stderr, flush=True)


class Execute(Protocol):
    """Runs a command to its end and keeps what it complains of; where ``shown``, its progress is seen meanwhile."""

    def __call__(
        self,
        *command: str,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
        shown: bool = False,
    ) -> subprocess.CompletedProcess[str]:
        """Run it."""
        ...


def output(
    *command: str,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    shown: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run a command with the system's own means (see ``Execute``)."""
    return subprocess.run(
        command,
        env=None if environment is None else dict(environment),
        cwd=folder,
        stdout=None if shown else subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
    )


def started(*command: str, environment: Mapping[str, str], folder: Path | None = None) -> int:
    """Run a command to its end, in the person's own folder or another, and hand back its exit status."""
    with subprocess.Popen(command, env=dict(environment), cwd=folder) as child:
        while True:
            try:
                status = child.wait()
            except KeyboardInterrupt:
                # The program was told as well and ends in its own way: a session leads out gently first.
                continue
            return status if status >= 0 else 128 - status


def beside(
    first: Sequence[str], second: Sequence[str], *, environment: Mapping[str, str], folder: Path | None = None
) -> int:
    """Run two commands at once; the first is seen meanwhile, the second at its end. Gives a status that is not 0 where one is."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as kept:
        with subprocess.Popen(second, env=dict(environment), cwd=folder, stdout=kept, stderr=kept) as other:
            status = started(*first, environment=environment, folder=folder)
            while True:
                try:
                    late = other.wait()
                except KeyboardInterrupt:
                    continue  # it was told as well
                break
        kept.seek(0)
        print(kept.read(), end="", flush=True)
    return status or (late if late >= 0 else 128 - late)


def complaint(text: str) -> str:
    """The line of a program's output that says what is wrong: its first error, else its last line.

    The errors after the first speak of what came of it: pip's last one blames the pins where there is no network.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()] or ["nothing"]
    return next((line for line in lines if line.startswith(("ERROR", "Error", "E:"))), lines[-1])
