"""The project's own Python in .venv: made, mended after whatever interrupted it, and filled by the pins."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from system_packages import lacks_venv, provide
from talk import Refusal, complaint, output, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Venv:
    """The project's own Python in .venv, with a stamp that is written last: no stamp, no trust."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where it lives."""
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        """Says what was installed for whom; missing while pip is at work."""
        return self.folder / "legsup-ready.json"

    def program(self, name: str) -> str:
        """The path of a program inside."""
        folder, ending = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
        return str(self.folder / folder / (name + ending))

    def python_key(self) -> str:
        """What makes an environment unusable when it changes: the Python behind it and the place it is in."""
        return f"{sys.version} {sys.base_prefix} {self.root}"

    def wants(self) -> str:
        """A digest of what is to be installed."""
        digest = hashlib.sha256()
        for name in ("pyproject.toml", "constraints.txt"):
            digest.update((self.root / name).read_bytes())
        return digest.hexdigest()

    def read_stamp(self) -> dict[str, str]:
        """What the stamp says; nothing where there is none, or no readable one."""
        try:
            stamp = json.loads(self.stamp.read_text("utf-8"))
            return (
                stamp
                if stamp["python"] == self.python_key() and Path(self.program("python")).exists()
                else {}
            )
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def prepare(self, extra: str, environment: Mapping[str, str]) -> None:
        """Make or mend the environment so that it holds the app and ``extra`` ("", "test" or "dev").

        Raises:
            Refusal: where it cannot be made, or the packages cannot be had.
        """
        stamp = self.read_stamp()
        extras = set(stamp.get("extras", "").split(",")) - {""}
        if stamp and stamp.get("wants") == self.wants() and (not extra or extra in extras):
            return
        if not stamp:
            self.make()
        extras |= {extra} - {""}
        self.install(sorted(extras), stamp, environment)

    def make(self) -> None:
        """A new, empty environment in place of whatever is there."""
        if lacks_venv():
            provide([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"])
        say("making .venv")
        # Called from inside the old environment, this Python is about to be deleted: its base is not.
        python = getattr(sys, "_base_executable", "") or sys.executable
        try:
            shutil.rmtree(self.folder, ignore_errors=True)
            made = output(python, "-m", "venv", "--clear", str(self.folder))
        except OSError as fault:
            raise Refusal(f"could not make .venv: {fault}") from fault
        if made.returncode != 0:
            raise Refusal(f"could not make .venv: {complaint(made.stderr or made.stdout)}")

    def install(
        self, extras: Sequence[str], before: Mapping[str, str], environment: Mapping[str, str]
    ) -> None:
        """Let pip install; a pip that is killed leaves no stamp, one that refuses leaves the one before."""
        self.stamp.unlink(missing_ok=True)
        what = "." + (f"[{','.join(extras)}]" if extras else "")
        say("installing packages (the first time this takes a minute)")
        done = subprocess.run(
            [self.program("python"), "-m", "pip", "install", "-q", "-c", "constraints.txt", "-e", what],
            env={
                **environment,
                "PIP_DISABLE_PIP_VERSION_CHECK": "1",
                "PIP_NO_INPUT": "1",
                # Reaches the build's own environment too: by the first name in older pips, the second in newer.
                "PIP_CONSTRAINT": "constraints.txt",
                "PIP_BUILD_CONSTRAINT": "constraints.txt",
            },
            cwd=self.root,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            stamp = {"python": self.python_key(), "wants": self.wants(), "extras": ",".join(extras)}
        else:
            stamp = dict(before)
        if stamp:
            self.stamp.write_text(json.dumps(stamp), "utf-8")
        if done.returncode != 0:
            raise Refusal(
                f"pip could not install the packages; is there a network? It said: {complaint(done.stderr)}"
            )
