"""Builds what people install: ``python3 dev.py package [--try]``.

Wheel, source archive, Debian package, archive for any Linux, the list of what is bundled (CycloneDX) and the sums of it all
go to build/packages. With ``--try`` the Debian package is shown to lintian, and each is installed in bare
systems and leads a practice there (packaging/smoke.sh).
"""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from tools.packages.archive import make_archive
from tools.packages.bill import make_bill
from tools.packages.build import Build, BuildError
from tools.packages.bundle import make_bundle
from tools.packages.deb import make_deb
from tools.packages.lint import lint
from tools.packages.sums import write_sums
from tools.packages.wheel import make_wheel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

#: The bare systems in which the packages are tried.
SUITES = ("bookworm", "trixie")
MEGA = 1e6


def main(words: Sequence[str]) -> int:
    """Build; gives the exit status."""
    if not set(words) <= {"--try"}:
        print(__doc__, file=sys.stderr)
        return 2
    build = Build()
    try:
        shutil.rmtree(build.packages, ignore_errors=True)
        build.packages.mkdir(parents=True)
        made = packages(build)
        write_sums(build.packages, made)
        for file in made:
            print(f"{file.stat().st_size / MEGA:7.1f} MB  {file.relative_to(build.root)}")
        if "--try" in words:
            for file in made:
                tried(build, file)
    except BuildError as fault:
        print(f"package: {fault}", file=sys.stderr)
        return 1
    return 0


def packages(build: Build) -> list[Path]:
    """Build all that this system can build.

    Raises:
        BuildError: something fails.
    """
    wheel, source = make_wheel(build)
    bundle = make_bundle(build, wheel)
    size = sum(file.stat().st_size for file in bundle.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{size / MEGA:7.1f} MB  {bundle.relative_to(build.root)}/ (the bundle, unpacked)")
    made = [wheel, source, make_bill(build)]
    if sys.platform == "linux":
        made += [make_deb(build), make_archive(build)]
    return made


def tried(build: Build, file: Path) -> None:
    """Check a package, install it in each bare system and lead a practice there.

    Raises:
        BuildError: something fails; the transcript's last lines are in the message.
    """
    if file.suffix not in {".deb", ".whl", ".gz"} or file.name == f"legsup-{build.version}.tar.gz":
        return
    if file.suffix == ".deb":
        print(lint(build, file))
    for suite in SUITES:
        print(build.run("bash", build.root / "packaging" / "smoke.sh", file, suite))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
