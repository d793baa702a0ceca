"""Why a practice is not begun, as values: each face words them for the person in front of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legsup.domain.fault import Fault
    from legsup.domain.screening.catalogue import Screening
    from legsup.domain.screening.door import AskFirst, Closed, EnoughToday, NoHolds
    from legsup.domain.screening.outcome import ScreeningOutcome
    from legsup.domain.screening.reasons import Reason
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
class QuestionsFirst:
    """The questions about the body come before; ``again``: they were answered, six months ago or more."""

    title: str
    screening: Screening
    again: bool


@dataclass(frozen=True, slots=True, repr=False)
class NotOpen:
    """What the questions came to stands against it; ``reasons`` are those of answers that are still in memory."""

    title: str
    verdict: AskFirst | Closed | EnoughToday | NoHolds
    outcome: ScreeningOutcome
    screening: Screening
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The questions about the body are damaged: Seated breath alone is open."""

    title: str
    faults: tuple[Fault, ...]


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
    | QuestionsFirst
    | NotOpen
    | Unreadable
    | Muted
)
