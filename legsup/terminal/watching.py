"""``legsup status --watch``: a line whenever what the app does has changed, for bars and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Told = dict[str, Any] | None

#: Seconds between two looks.
LOOK = 1.0
#: Seconds by which "up by" must have moved, into another minute, to be told anew: it is reckoned to the second, and trembles.
MOVED = 30.0
#: A time as the programs' form has it, to its minute.
_MINUTE = slice(16)
#: What makes a change.
_KEYS = ("status", "stage", "step", "pose", "sequence", "minutes")


def watch(ask: Callable[[], Told], tell: Callable[[Told], object], wait: Callable[[float], object]) -> None:
    """Ask again and again, and tell what has changed; ends with an error of one of the three alone."""
    before = ask()
    tell(before)
    while True:
        wait(LOOK)
        now = ask()
        if is_change(before, now):
            tell(now)
            before = now


def is_change(before: Told, now: Told) -> bool:
    """Whether what is told now is worth a line after what was told before."""
    if before is None or now is None:
        return before is not now
    return any(before.get(key) != now.get(key) for key in _KEYS) or _moved(before, now)


def _moved(before: dict[str, Any], now: dict[str, Any]) -> bool:
    from datetime import datetime  # noqa: PLC0415 - in a session alone

    first, second = before.get("up_by"), now.get("up_by")
    if first is None or second is None:
        return first is not second
    gap = datetime.fromisoformat(second) - datetime.fromisoformat(first)
    return abs(gap.total_seconds()) >= MOVED and first[_MINUTE] != second[_MINUTE]
