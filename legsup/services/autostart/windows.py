"""Start at login on Windows: a value under the person's own Run key."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Under the current user.
KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
NAME = "Legs Up"


class RunKey(Protocol):
    """The values of the Run key."""

    def get(self, name: str) -> str | None:
        """Give a value."""
        ...

    def set(self, name: str, value: str) -> None:
        """Write a value."""
        ...

    def delete(self, name: str) -> None:
        """Take a value away."""
        ...


def value(command: Sequence[str]) -> str:
    """Write a command as Windows reads it back."""
    return subprocess.list2cmdline(command)


if sys.platform == "win32":
    import winreg

    class Registry:
        """The real one."""

        def get(self, name: str) -> str | None:
            """Give a value; None where there is none."""
            with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, KEY) as key:
                return str(winreg.QueryValueEx(key, name)[0])
            return None

        def set(self, name: str, value: str) -> None:
            """Write a value."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, KEY) as key:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)

        def delete(self, name: str) -> None:
            """Take a value away."""
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, KEY, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, name)
