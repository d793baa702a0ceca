"""Ears: what is heard of a practice, and what stands on the screen where a line speaks of being heard and is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from legsup.domain.plan import Plan


class Ears(Protocol):
    """What is heard, at the moment of asking."""

    @property
    def hears(self) -> bool:
        """Whether anything of the practice is heard."""
        ...

    def says(self, text: str, /) -> bool:
        """Whether the voice says a line so that it is heard."""
        ...


@dataclass(frozen=True, slots=True)
class SameEars:
    """Hears everything, or nothing."""

    hears: bool

    def says(self, _text: str, /) -> bool:
        """Every line, or none."""
        return self.hears


ALL_EARS, NO_EARS = SameEars(hears=True), SameEars(hears=False)


def as_seen(text: str, plan: Plan, ears: Ears) -> str:
    """Give what stands on the screen for a line or a tip, so that it says nothing that is not so; perhaps nothing.

    What to do about a sound that is lost is of no use to one who knows that there is none.
    """
    if text in plan.phrases.unheard:
        return text if ears.says(text) else plan.phrases.unheard[text]
    lost = any(text == net.lost_sound for net in plan.net.values())
    return "" if lost and not ears.hears else text
