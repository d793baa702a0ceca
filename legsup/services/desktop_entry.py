"""The entry in a Linux desktop's menu: written for one person, with the program's own place in it, and taken away whole."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from legsup import APPLICATION_ID
from legsup.exec_key import quoted
from legsup.private import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: The shipped entry; its Exec lines begin with the bare name of the program.
TEMPLATE = Path("desktop", f"{APPLICATION_ID}.desktop")
#: Of these the shipped icons are, in pixels.
SIZES = (16, 24, 32, 48, 64, 128, 256)


def own_command(arguments: Sequence[str] | None = None) -> list[str]:
    """The words that start this very program from anywhere: of a package, of a bundle, or of a checkout.

    Args:
        arguments: how it was started; ``sys.argv`` unless a test gives others.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable]
    started = Path((sys.argv if arguments is None else arguments)[0])
    if started.stem == "legsup" and started.is_file():
        return [str(started.absolute())]
    found = shutil.which(str(started)) if started.stem == "legsup" else None
    return [found] if found else [sys.executable, "-m", "legsup"]


def entry(template: str, command: Sequence[str]) -> str:
    """Give the entry for a program at its place; what its actions add to the program's name stays."""
    lines: list[str] = []
    for line in template.splitlines():
        key, _, value = line.partition("=")
        lines.append(f"{key}={quoted(command)}{value.removeprefix('legsup')}" if key == "Exec" else line)
    return "\n".join([*lines, ""])


def data_home(environment: Mapping[str, str]) -> Path:
    """The folder in which desktops look for this person's entries; a relative one in the environment counts for none."""
    named = Path(environment.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path(environment.get("HOME") or Path.home(), ".local", "share")


def files(data: Path) -> list[Path]:
    """Every file that an installed entry has: the entry, then its icons."""
    icons = data / "icons" / "hicolor"
    return [
        data / "applications" / TEMPLATE.name,
        icons / "scalable" / "apps" / f"{APPLICATION_ID}.svg",
        *(icons / f"{size}x{size}" / "apps" / f"{APPLICATION_ID}.png" for size in SIZES),
    ]


def install(assets: Path, data: Path, command: Sequence[str]) -> list[Path]:
    """Write the entry and its icons, over those of an earlier install; gives what was written.

    Args:
        assets: the shipped assets.
        data: the person's data folder, as ``data_home`` gives it.
        command: the words that start the program.

    Raises:
        OSError: a file cannot be written.
    """
    icons = assets / "icons"
    contents = [
        entry((assets / TEMPLATE).read_text("utf-8"), command).encode("utf-8", "surrogateescape"),
        (icons / "legsup.svg").read_bytes(),
        *((icons / f"legsup-{size}.png").read_bytes() for size in SIZES),
    ]
    written = files(data)
    for file, content in zip(written, contents, strict=True):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, content)
    return written


def remove(data: Path) -> list[Path]:
    """Take away what ``install`` wrote, and its folders where nothing else is in them; gives what was there.

    Raises:
        OSError: a file cannot be taken away.
    """
    gone = [file for file in files(data) if file.is_file() or file.is_symlink()]
    for file in gone:
        file.unlink()
        for folder in file.parents:
            if folder == data or any(folder.iterdir()):
                break
            folder.rmdir()
    return gone
