"""The sequences and poses that the app ships, read once for all tests that only use them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from legsup.places import assets
from legsup.practice.practices import Practices


@cache
def _shipped() -> Practices:
    return Practices(assets(), Path("/nowhere"))


def share(practices: Practices) -> None:
    """Give practices what was read before: nobody can change it. Where there are sequences of one's own all are read."""
    shipped = _shipped()
    practices.parts, practices.poses = shipped.parts, shipped.poses
    if not practices.own.exists():
        practices.sequences = shipped.sequences
