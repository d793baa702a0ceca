"""Why a practice is not begun, as values: each face words them for the person in front of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legsup.domain.fault import Fault
    from legsup.domain.screening import DoNotDoList
    from legsup.domain.sequence import Minutes


@dataclass(frozen=True, slots=True)
class Running:
    """A session runs here already."""


@dataclass(frozen=True, slots=True)
class RunsElsewhere:
    """A session runs in another window or terminal of this home."""


@dataclass(frozen=True, slots=True)
class UnknownSequence:
    """There is no sequence of that name; ``known`` names those there are."""

    name: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FaultySequence:
    """The sequence's file is faulty."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class NotOffered:
    """The sequence does not offer these minutes."""

    title: str
    asked: float
    offered: Minutes


@dataclass(frozen=True, slots=True)
class NoBedtime:
    """The sequence has no ending for falling asleep."""

    title: str


@dataclass(frozen=True, slots=True)
class NoPattern:
    """The breath asked for is no pattern; ``reason`` says what was expected."""

    reason: str


@dataclass(frozen=True, slots=True)
class ListFirst:
    """The list of who should not do this comes before."""

    title: str
    do_not_do: DoNotDoList


@dataclass(frozen=True, slots=True)
class Muted:
    """Sound is muted, and hands-free needs it."""


Refusal = (
    Running
    | RunsElsewhere
    | UnknownSequence
    | FaultySequence
    | NotOffered
    | NoBedtime
    | NoPattern
    | ListFirst
    | Muted
)
