"""Who made what Legs Up stands on, and under which terms: as a package tells of itself, or as the bundle lists it."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

#: What is installed beside the app. PySide6 is Qt itself and its bridge to Python.
PACKAGES = (
    "PySide6-Essentials", "shiboken6", "cattrs", "attrs", "jeepney", "numpy", "platformdirs", "sounddevice", "soundfile",
    "wakepy",
)  # fmt: skip
#: The list in the bundle's folder of licences, under a few lines of its own.
LIST = "BUNDLED.txt"


def bundle_folder() -> Path | None:
    """The folder with the texts of everything in the bundle; None where the app is no bundle."""
    return Path(sys.executable).parent / "licences" if getattr(sys, "frozen", False) else None


def notices(folder: Path | None = None) -> tuple[str, ...]:
    """List what the app stands on, a line each with version and terms.

    Args:
        folder: that of ``bundle_folder``; without one, or where its list cannot be read, the installed packages are asked.
    """
    if folder is not None:
        try:
            listed = (folder / LIST).read_text("utf-8").partition("\n\n")[2].split("\n")
        except (OSError, ValueError):
            listed = []
        if any(listed):
            return tuple(line for line in listed if line)
    return tuple(filter(None, map(_notice, PACKAGES)))


def _notice(name: str) -> str:
    """One package's line; nothing where it is not installed, as jeepney elsewhere than on Linux."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    # What a package does not tell is an error in newer Pythons where it is asked for.
    given = [told[each] for each in ("License-Expression", "License") if each in told]
    terms = next(filter(None, given), "").partition("\n")[0]
    return f"{name} {told['Version']}: {terms}".rstrip(": ")
