"""The archive for any Linux: the bundle and a script that puts it into a person's own folders."""

from __future__ import annotations

import gzip
import io
import tarfile
from typing import TYPE_CHECKING

from tools.command_pages import MANUAL, SHELLS

if TYPE_CHECKING:
    from pathlib import Path

    from tools.packages.build import Build

#: The manual and what shells complete, by their places under share/, as install.sh takes them from there.
PAPERS = {
    f"man1/{MANUAL}": MANUAL,
    "completions/legsup": SHELLS["bash"],
    f"site-functions/{SHELLS['zsh']}": SHELLS["zsh"],
    f"vendor_completions.d/{SHELLS['fish']}": SHELLS["fish"],
}


def make_archive(build: Build) -> Path:
    """Write the archive and give its file: the same bytes for the same bundle."""
    name = f"legsup-{build.version}-linux-{build.machine}"
    file = build.packages / f"{name}.tar.gz"
    age = build.age()

    def calm(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        member.mtime = age
        return member

    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as tar:
        tar.add(build.root / "packaging/archive/install.sh", f"{name}/install.sh", filter=calm)
        for place, paper in PAPERS.items():
            tar.add(build.root / "packaging/linux" / paper, f"{name}/share/{place}", filter=calm)
        for path in [build.bundle, *sorted(build.bundle.rglob("*"))]:
            place = f"{name}/legsup/{path.relative_to(build.bundle).as_posix()}".rstrip("/.")
            tar.add(path, place, recursive=False, filter=calm)
    file.write_bytes(gzip.compress(content.getvalue(), 9, mtime=0))
    return file
