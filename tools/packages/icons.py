"""Icons as Windows and macOS take them: containers around the pictures that Linux takes one by one."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: What macOS calls a PNG of so many pixels.
_KINDS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08"}


def pictures(folder: Path) -> dict[int, bytes]:
    """Read the shipped pictures by their pixels."""
    return {
        int(file.stem.rpartition("-")[2]): file.read_bytes() for file in sorted(folder.glob("legsup-*.png"))
    }


def ico(images: Mapping[int, bytes]) -> bytes:
    """Give a Windows icon of PNG pictures, by pixels (up to 256)."""
    head = struct.pack("<HHH", 0, 1, len(images))
    at = len(head) + 16 * len(images)
    entries, bodies = b"", b""
    for size, image in sorted(images.items()):
        # 256 is written as 0.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), at + len(bodies))
        bodies += image
    return head + entries + bodies


def icns(images: Mapping[int, bytes]) -> bytes:
    """Give a macOS icon of PNG pictures; those of sizes that it does not know are left out."""
    body = b"".join(
        _KINDS[size] + struct.pack(">I", len(image) + 8) + image
        for size, image in sorted(images.items())
        if size in _KINDS
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body
