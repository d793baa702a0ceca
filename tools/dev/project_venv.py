"""The project's own Python in .venv: made, mended after whatever interrupted it, and filled by the pins."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tomllib
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tools.dev.talk import Execute, Refusal, complaint, output, say

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path


class Stamp(NamedTuple):
    """What an environment holds. It is written last and taken away first: no stamp, no trust."""

    #: The Python behind it and the place it is in: another of either makes it unusable.
    python: str
    #: A digest of the files that say what is to be installed.
    pins: str
    #: The extras that were installed, joined by commas.
    extras: str

    def holds(self, extra: str) -> bool:
        """Whether an extra was installed; the empty one always is."""
        return extra in {"", *self.extras.split(",")}


@contextmanager
def alone(path: Path) -> Generator[None]:
    """Let one call at a time work on the environment; a second one waits for it.

    Raises:
        Refusal: where the checkout cannot be written to.
    """
    try:
        lock = path.open("a+b")
    except OSError as fault:
        raise Refusal(f"this folder cannot be written to: {fault}") from fault
    with lock:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415 - there on Windows only

            locked = False
            while not locked:
                with suppress(OSError):  # each try waits for ten seconds; a first install takes longer
                    msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
                    locked = True
        else:
            import fcntl  # noqa: PLC0415 - there on all others only

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@dataclass(frozen=True)
class Venv:
    """The virtual environment of the checkout at ``root``."""

    root: Path
    execute: Execute = output
    lock: Callable[[Path], AbstractContextManager[None]] = alone

    @property
    def folder(self) -> Path:
        """Where it lives."""
        return self.root / ".venv"

    @property
    def stamp_file(self) -> Path:
        """Where its stamp lies."""
        return self.folder / "legsup-ready.json"

    def program(self, name: str) -> str:
        """The path of a program inside."""
        folder, ending = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
        return str(self.folder / folder / (name + ending))

    def stamp(self, extras: str) -> Stamp:
        """The stamp that fits this Python, this place and these pins."""
        return Stamp(f"{sys.version} {sys.base_prefix} {self.root}", self.pins(), extras)

    def pins(self) -> str:
        """A digest of what says what is to be installed; the settings of tools may change without it.

        Raises:
            Refusal: where pyproject.toml cannot be read.
        """
        try:
            project = tomllib.loads((self.root / "pyproject.toml").read_text("utf-8"))
        except ValueError as fault:
            raise Refusal(f"pyproject.toml cannot be read: {fault}") from fault
        hatch = project.get("tool", {}).get("hatch")
        wants = json.dumps([project.get("build-system"), project.get("project"), hatch], sort_keys=True)
        return hashlib.sha256(wants.encode() + (self.root / "constraints.txt").read_bytes()).hexdigest()

    def read_stamp(self) -> Stamp | None:
        """The stamp of an environment that this Python can use, else None."""
        try:
            stamp = Stamp(**json.loads(self.stamp_file.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return stamp if stamp.python == self.stamp("").python else None

    def holds(self, extra: str) -> bool:
        """Whether it is complete, with ``extra`` ("", "test" or "dev")."""
        stamp = self.read_stamp()
        return stamp is not None and stamp.pins == self.stamp("").pins and stamp.holds(extra)

    def prepare(self, extra: str, environment: Mapping[str, str]) -> None:
        """Make or mend the environment so that it holds the app and ``extra``.

        Raises:
            Refusal: where it cannot be made, or the packages cannot be had.
        """
        if self.holds(extra):
            return
        with self.lock(self.root / ".venv.lock"):
            if self.holds(extra):
                # Another call has done it meanwhile.
                return
            before = self.read_stamp()
            if before is None:
                self.make()
            extras = {extra, *(before.extras.split(",") if before else ())} - {""}
            self.install(",".join(sorted(extras)), before, environment)

    def make(self) -> None:
        """Put a new, empty environment in place of whatever is there."""
        say("making .venv")
        # Called from inside the old environment, sys.executable is about to be deleted: the Python behind it is not.
        python = str(getattr(sys, "_base_executable", "") or sys.executable)
        shutil.rmtree(self.folder, ignore_errors=True)
        made = self.execute(python, "-m", "venv", "--clear", str(self.folder))
        if made.returncode != 0:
            raise Refusal(f"could not make .venv. It said: {complaint(made.stderr or made.stdout)}")

    def install(self, extras: str, before: Stamp | None, environment: Mapping[str, str]) -> None:
        """Let pip install; a pip that is killed leaves no stamp, one that refuses leaves the one before."""
        self.stamp_file.unlink(missing_ok=True)
        say("installing packages; the first time this takes a minute")
        shown = sys.stdout.isatty()
        pip = (self.program("python"), "-m", "pip", "install", *(() if shown else ("-q",)))
        # Constraints by these names also reach the environment that the package is built in (newer pips want
        # the second); a plain file name, as pip takes a space in it for the start of another one.
        pins = {"PIP_CONSTRAINT": "constraints.txt", "PIP_BUILD_CONSTRAINT": "constraints.txt"}
        manner = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
        done = self.execute(
            *pip,
            "-e",
            f".[{extras}]" if extras else ".",
            environment={**environment, **pins, **manner},
            folder=self.root,
            shown=shown,
        )
        stamp = self.stamp(extras) if done.returncode == 0 else before
        if stamp is not None:
            self.stamp_file.write_text(json.dumps(stamp._asdict()), "utf-8")
        if done.returncode != 0:
            raise Refusal(
                f"could not install the packages; is there a network? pip said: {complaint(done.stderr)}"
            )
