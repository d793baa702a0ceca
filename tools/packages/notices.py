"""The licences of everything in the bundle: a folder with the texts, a list of it all, and the same list for programs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tools.packages.build import Build

#: What serves the building and is not in the bundle.
TOOLS = frozenset(
    {
        "altgraph",
        "legsup",
        "packaging",
        "pip",
        "pyinstaller",
        "pyinstaller-hooks-contrib",
        "setuptools",
        "wheel",
    }
)
#: Asks the bundle's Python for its packages, with the files that hold their licences.
ASK = """
import importlib.metadata, json
found = []
for each in importlib.metadata.distributions():
    data = each.metadata
    texts = [str(each.locate_file(file)) for file in each.files or () if "licen" in str(file).lower() or "copying" in str(file).lower()]
    found.append([data["Name"], data["Version"], data["License-Expression"] or data["License"] or "", [t for t in texts if ".dist-info" in t]])
print(json.dumps(found))
"""
#: Qt's wheels bring no text; these are the ones of its terms.
QT = ("LGPL-3.0.txt", "GPL-3.0.txt")


class Bundled(NamedTuple):
    """One thing in the bundle that somebody else wrote."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def packages(build: Build) -> list[Bundled]:
    """Python's packages in the bundle, by name.

    Raises:
        BuildError: the environment of the bundle cannot be asked.
    """
    found = [
        Bundled(name, version, _short(licence), tuple(Path(text) for text in texts))
        for name, version, licence, texts in json.loads(build.run(build.python, "-c", ASK))
        if name.lower().replace("_", "-") not in TOOLS
    ]
    terms = tuple(build.root / "packaging" / "licences" / name for name in QT)
    return sorted(
        (each._replace(texts=terms) if each.name.lower().startswith(("pyside6", "shiboken6")) else each for each in found),
        key=lambda each: each.name.lower(),
    )  # fmt: skip


def libraries(build: Build) -> list[Bundled]:
    """The system's libraries in the bundle, by the Debian package that they are from; empty on other systems."""
    if shutil.which("dpkg-query") is None:
        return []
    found: dict[str, Bundled] = {}
    for file in sorted((build.bundle / "_internal").glob("*.so*")):
        # Python's own library and those of its packages stand among the packages.
        ours = file.is_symlink() or file.name.startswith(("_", "libpython"))
        owner = None if ours else _owner(file.name)
        if owner is not None:
            found.setdefault(owner.name, owner)
    return list(found.values())


def _owner(library: str) -> Bundled | None:
    """The package that a library of the system is from."""
    asked = subprocess.run(
        ["dpkg-query", "-S", f"*/{library}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if asked.returncode != 0:
        return None
    name = asked.stdout.partition(":")[0].split(",")[0]
    version = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}\n", name],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    text = Path("/usr/share/doc", name, "copyright")
    return Bundled(name, version.stdout.split("\n")[0], "see the text", (text,) if text.is_file() else ())


def _short(licence: str) -> str:
    """The first line of what a package says of its terms; some put the whole text there."""
    return licence.strip().partition("\n")[0][:60] or "see the text"


def python_itself() -> Bundled:
    """The language that the bundle runs on."""
    text = Path(sys.base_prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}", "LICENSE.txt")
    return Bundled("Python", sys.version.split()[0], "PSF-2.0", (text,) if text.is_file() else ())


def inside_qt(build: Build) -> list[Bundled]:
    """What Qt's wheel brings as libraries of their own under other terms: ICU, where Qt does not ask the system instead."""
    found = sorted((build.bundle / "_internal/PySide6/Qt/lib").glob("libicudata.so.*"))
    text = build.root / "packaging" / "licences" / "ICU.txt"
    return [Bundled("ICU", file.name.rpartition(".")[2], "Unicode-DFS-2016", (text,)) for file in found]


def write_licences(build: Build, folder: Path) -> None:
    """Write every text into a folder, with a list of what is bundled.

    Raises:
        BuildError: the environment of the bundle cannot be asked.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    rows: list[str] = []
    for each in [python_itself(), *packages(build), *inside_qt(build), *libraries(build)]:
        for number, text in enumerate(each.texts):
            place = folder / f"{each.name}{'-' + str(number + 1) if len(each.texts) > 1 else ''}.txt"
            shutil.copyfile(text, place)
        rows.append(f"{each.name} {each.version}: {each.licence}")
    shutil.copyfile(build.root / "LICENSE", folder / "Legs Up.txt")
    voice = build.root / "assets" / "sounds" / "voice" / "en" / "LICENCE.txt"
    shutil.copyfile(voice, folder / "the spoken clips.txt")
    (folder / "BUNDLED.txt").write_text(_list(rows), "utf-8")


def _list(rows: list[str]) -> str:
    head = (
        "What is in this folder besides Legs Up itself (MIT, see Legs Up.txt). Qt and PySide are used under the LGPL, version 3:\n"
        "they are libraries of their own under _internal/PySide6, and you may put others in their place. Their source is had\n"
        "under the same version number from the Qt project. numpy is built without linear algebra (BLAS, LAPACK); of ICU's data\n"
        "stays what Qt asks for.\n\n"
    )
    return head + "\n".join(rows) + "\n"
