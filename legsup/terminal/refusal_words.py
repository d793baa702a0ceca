"""How the terminal words a refusal: what was asked for that cannot be, and what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.screening.telling import Teller
from legsup.practice.refusal import (
    FaultySequence,
    Muted,
    NoBedtime,
    NoPattern,
    NotOffered,
    NotOpen,
    QuestionsFirst,
    Running,
    RunsElsewhere,
    UnknownSequence,
    Unreadable,
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
        case QuestionsFirst() | NotOpen() | Unreadable():
            text = _of_the_screening(refusal)
        case Muted():
            text = messages.NOT_HEARD.format(reason=messages.MUTED)
    return text


def _of_the_screening(refusal: QuestionsFirst | NotOpen | Unreadable) -> str:
    match refusal:
        case QuestionsFirst(title):
            return messages.NOT_ANSWERED.format(title=title)
        case NotOpen(title, verdict, outcome, screening, reasons):
            teller = Teller(screening=screening, written=messages.day_text, reasons=reasons)
            return "\n".join(teller.lines(verdict, title, outcome))
        case Unreadable(faults=faults):  # pragma: no branch - the type checker proves that none is missing
            return "\n".join((messages.UNREADABLE, *(str(fault) for fault in faults)))
