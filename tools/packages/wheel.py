"""The wheel and the source archive."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tools.packages.build import Build


def make_wheel(build: Build) -> list[Path]:
    """Build both; gives the wheel, then the source archive.

    Raises:
        BuildError: they cannot be built.
    """
    build.run(sys.executable, "-m", "hatchling", "build", "-d", build.packages)
    return [
        build.packages / f"legsup-{build.version}-py3-none-any.whl",
        build.packages / f"legsup-{build.version}.tar.gz",
    ]
