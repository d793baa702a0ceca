"""The file in which reminders remember what was asked of them, so that quiet is quiet after a restart too."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, cast

from legsup.domain.reminding import Memory
from legsup.foreign import BY_HAND, ForeignFileError, read_text
from legsup.private import write_whole

if TYPE_CHECKING:
    from pathlib import Path

#: Seconds since the epoch that no clock shows: what is beyond is damage, and no calendar knows it.
LATEST = 32_503_680_000
_NEVER_NONE = frozenset({"since", "practised"})


class ReminderStore:
    """Reads and writes the memory; what cannot be read is forgotten, for nothing of it is worth a word."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> Memory:
        """Read it; an empty one where there is none."""
        try:
            found: object = json.loads(read_text(self._file, BY_HAND))
        except (OSError, ForeignFileError, RecursionError, ValueError):
            return Memory()
        table = cast("dict[str, object]", found) if isinstance(found, dict) else {}
        names = {each.name for each in fields(Memory)}
        good = {name: value for name, value in table.items() if name in names and _is_instant(name, value)}
        return Memory(**good)  # pyright: ignore[reportArgumentType] - each was looked at

    def save(self, memory: Memory) -> None:
        """Write it in place of what was there.

        Raises:
            OSError: it cannot be written; the old one stands.
        """
        write_whole(self._file, (json.dumps(asdict(memory)) + "\n").encode(), lasting=False)


def _is_instant(name: str, value: object) -> bool:
    if value is None:
        return name not in _NEVER_NONE
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < LATEST
