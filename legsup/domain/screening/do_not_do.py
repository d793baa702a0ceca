"""Who should not do this pose: the list that is shown before the first practice, and what it opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legsup.domain.sequence import Sequence


@dataclass(frozen=True, slots=True)
class DoNotDoList:
    """The list in one language: its heading, its rows, what to answer, and what the app is not."""

    heading: str
    rows: tuple[str, ...]
    question: str
    yes: str
    no: str
    instead: str
    note: str


def needs_clearing(sequence: Sequence, cleared: str | None) -> bool:
    """Whether the list must be answered before this sequence may begin, by whatever door."""
    return sequence.inverted and cleared is None
