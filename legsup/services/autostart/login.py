"""Whether the app starts with the person's login, and turning that on and off; the entry itself is the only truth."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from legsup.foreign import BY_HAND, ForeignFileError, read_bytes
from legsup.private import write_whole
from legsup.services.autostart import linux, macos, windows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from legsup.services.autostart.windows import RunKey

#: Programs of Windows that open a console, each with the one that opens none: Python's, and the packaged app's.
_QUIET = {"python.exe": "pythonw.exe", "legsup.exe": "legsup-gui.exe"}


class Login(Protocol):
    """One system's way."""

    def is_on(self) -> bool:
        """Whether the app starts at login."""
        ...

    def turn_on(self, command: Sequence[str]) -> None:
        """Have a command started at login."""
        ...

    def turn_off(self) -> None:
        """Take the entry away."""
        ...


class LoginFile:
    """An entry that is a file (Linux, macOS); ``write`` makes it of a command, ``judge`` says whether one is on."""

    def __init__(
        self, file: Path, write: Callable[[Sequence[str]], bytes], judge: Callable[[bytes], bool]
    ) -> None:
        self._file = file
        self._write = write
        self._judge = judge

    def is_on(self) -> bool:
        """Whether the app starts at login."""
        try:
            return self._judge(read_bytes(self._file, BY_HAND))
        except (OSError, ForeignFileError):
            return False

    def turn_on(self, command: Sequence[str]) -> None:
        """Have a command started at login.

        Raises:
            OSError: the entry cannot be written; the former one stands as it was.
        """
        write_whole(self._file, self._write(command))

    def turn_off(self) -> None:
        """Take the entry away.

        Raises:
            OSError: it cannot be taken away.
        """
        self._file.unlink(missing_ok=True)


class LoginKey:
    """An entry that is a value of a key (Windows)."""

    def __init__(self, key: RunKey) -> None:
        self._key = key

    def is_on(self) -> bool:
        """Whether the app starts at login."""
        return self._key.get(windows.NAME) is not None

    def turn_on(self, command: Sequence[str]) -> None:
        """Have a command started at login."""
        self._key.set(windows.NAME, windows.value(command))

    def turn_off(self) -> None:
        """Take the entry away."""
        if self.is_on():
            self._key.delete(windows.NAME)


def in_folder_linux(folder: Path) -> LoginFile:
    """Give the entry in an autostart folder."""
    return LoginFile(
        folder / linux.NAME,
        lambda command: linux.entry(command).encode("utf-8", "surrogateescape"),
        lambda content: linux.is_on(content.decode("utf-8", "replace")),
    )


def in_folder_macos(folder: Path) -> LoginFile:
    """Give the agent in a folder of launch agents."""
    return LoginFile(folder / macos.NAME, macos.entry, macos.is_on)


def of_system() -> Login | None:
    """Give this system's way; None where none is known."""
    if sys.platform == "win32":
        return LoginKey(windows.Registry())
    if sys.platform == "darwin":
        return in_folder_macos(Path.home() / "Library" / "LaunchAgents")
    if sys.platform == "linux":
        config = os.environ.get("XDG_CONFIG_HOME")
        return in_folder_linux((Path(config) if config else Path.home() / ".config") / "autostart")
    return None


def command(home: Path | None, python: str = sys.executable, *, frozen: bool = False) -> list[str]:
    """Give the command that starts this app hidden in its tray; ``home`` is a folder of one's own, where one was named."""
    program = _without_console(python)
    head = [program] if frozen else [program, "-m", "legsup"]
    return [*head, *(["--home", str(home)] if home else []), "--background"]


def _without_console(program: str) -> str:
    """Give the program of Windows that opens no console, where it is beside the other."""
    quiet = _QUIET.get(Path(program).name.lower())
    beside = None if quiet is None else Path(program).with_name(quiet)
    return str(beside) if beside is not None and beside.exists() else program
