"""The repository's own rules: short files, and no word of any one machine or package registry.

``python -m tools.repository`` prints every fault and exits with 1 where there is one.
"""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

from tools import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_LINES = 300
TEXT = {
    "",
    ".cfg",
    ".desktop",
    ".in",
    ".json",
    ".md",
    ".py",
    ".sh",
    ".spec",
    ".toml",
    ".txt",
    ".xml",
    ".yaml",
}
#: What would tie the project to one machine; written so that this file does not find itself.
FOREIGN = {
    "a folder of one machine": re.compile(r"/(?:home/[a-z]|root[/]|Users/[A-Z]|work[/]|farm[/])"),
    "a package registry or mirror": re.compile(
        r"p[y]pi\.org|python[h]osted|registry\.[n]pm|\.debian[.]org|archive\.[u]buntu", re.IGNORECASE
    ),
    "a note left behind": re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b"),
}


def tracked(root: Path) -> list[Path]:
    """The files that belong to the repository: known to git or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for path in (root / line for line in listed.stdout.splitlines()) if path.is_file()]


def faults_of(path: Path, name: str) -> Iterator[str]:
    """Every rule that one file breaks, as ``name:line: what``."""
    lines = path.read_text("utf-8").splitlines()
    if path.suffix == ".py" and len(lines) > MOST_LINES:
        yield f"{name}: {len(lines)} lines, at most {MOST_LINES}"
    for number, line in enumerate(lines, 1):
        for what, pattern in FOREIGN.items():
            if found := pattern.search(line):
                yield f"{name}:{number}: {what}: {found[0]}"


def faults(root: Path) -> list[str]:
    """Every rule that any file of the repository breaks."""
    return [
        fault
        for path in tracked(root)
        if path.suffix in TEXT
        for fault in faults_of(path, path.relative_to(root).as_posix())
    ]


def main() -> int:
    """Print what is wrong."""
    found = faults(ROOT)
    print("\n".join(found) or "The repository keeps its rules.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
