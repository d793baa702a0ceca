"""The last minute of a bedtime practice in the terminal: the sea is let die away before the program ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from legsup.terminal.session.keys import Keys

#: Seconds between two looks, and how many looks there are at most: the sea fades over a minute.
LOOK, MOST_LOOKS = 0.5, 140


class Sounding(Protocol):
    """What may still be heard."""

    @property
    def is_over(self) -> bool:
        """Whether nothing sounds any more."""
        ...


def fade_away(sound: Sounding, keys: Keys) -> None:
    """Wait until nothing sounds any more, or a key is pressed."""
    for _ in range(MOST_LOOKS):
        if sound.is_over or keys.wait(LOOK) is not None:
            return
