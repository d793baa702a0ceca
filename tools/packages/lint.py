"""What Debian's checker of packages says of ours: every error and warning is mended, or answered in packaging/deb."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tools.packages.build import Build


def lint(build: Build, package: Path) -> str:
    """Ask lintian and tell what it came to; where it is not installed that is told.

    Raises:
        BuildError: it found an error or a warning that nobody answered; they are in the message.
    """
    if shutil.which("lintian") is None:
        return f"{package.name}: not checked, lintian is not installed"
    build.run("lintian", "--fail-on", "error,warning", "--tag-display-limit", "0", package)
    return f"{package.name}: lintian finds no error and no warning"
