"""How the terminal words a refusal: what was asked for that cannot be, and what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.practice.refusal import (
    FaultySequence,
    ListFirst,
    Muted,
    NoBedtime,
    NoPattern,
    NotOffered,
    Running,
    RunsElsewhere,
    UnknownSequence,
)
from legsup.terminal import messages

if TYPE_CHECKING:
    from legsup.practice.refusal import Refusal


def refusal_text(refusal: Refusal) -> str:
    """Word a refusal."""
    match refusal:
        case Running() | RunsElsewhere():
            text = messages.ONE_AT_A_TIME
        case UnknownSequence(name, known):
            text = messages.UNKNOWN_SEQUENCE.format(name=repr(name), known=", ".join(known))
        case FaultySequence(faults):
            text = "\n".join(str(fault) for fault in faults)
        case NotOffered(title, asked, offered):
            text = messages.NOT_OFFERED.format(
                title=title, asked=asked, shortest=offered.shortest, longest=offered.longest
            )
        case NoBedtime(title):
            text = messages.NO_BEDTIME.format(title=title)
        case NoPattern(reason):
            text = messages.NO_PATTERN.format(reason=reason)
        case ListFirst(title):
            text = messages.NOT_CLEARED.format(title=title)
        case Muted():
            text = messages.NOT_HEARD.format(reason=messages.MUTED)
    return text
