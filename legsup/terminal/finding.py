"""One line of the doctor's."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """What was looked at, what is there, and what to do where it is not well; empty where it is."""

    name: str
    found: str
    advice: str = ""
