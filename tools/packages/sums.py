"""The sums of the packages, by which whoever fetches one sees that it came whole."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def write_sums(folder: Path, files: Sequence[Path]) -> None:
    """Write the sums as ``sha256sum -c`` reads them."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in files]
    (folder / "SHA256SUMS").write_text("\n".join(lines) + "\n", "utf-8")
