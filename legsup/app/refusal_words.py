"""How the window words a refusal: why a practice is not begun, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.screening.telling import Teller
from legsup.foreign import shown
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
from legsup.ui.words import day_text, tr

if TYPE_CHECKING:
    from legsup.practice.refusal import Refusal

#: Faults of one file that are told over a page; `legsup check` tells all.
MOST_FAULTS = 5


def refusal_text(refusal: Refusal) -> str:
    """Word a refusal."""
    match refusal:
        case Running():
            text = tr("A session is running. One at a time.")
        case RunsElsewhere():
            text = tr("A session is running in another window or terminal. One at a time.")
        case UnknownSequence(name, known):
            text = tr(
                "There is no practice {name}. There are: {known}; or a file that ends in .toml."
            ).format(name=repr(name), known=", ".join(known))
        case FaultySequence(faults):
            told = [shown(str(fault)) for fault in faults[:MOST_FAULTS]]
            more = len(faults) - len(told)
            text = "\n".join([*told, tr("And {count} more.").format(count=more)] if more else told)
        case NotOffered(title, asked, offered):
            text = tr("{title} takes {shortest} to {longest} minutes, not {asked}.").format(
                title=title,
                shortest=f"{offered.shortest:g}",
                longest=f"{offered.longest:g}",
                asked=f"{asked:g}",
            )
        case NoBedtime(title):
            text = tr("{title} has no ending for falling asleep.").format(title=title)
        case NoPattern(reason):
            text = tr("That is not a breath pattern: {reason}").format(reason=reason)
        case QuestionsFirst() | NotOpen() | Unreadable():
            text = _of_the_screening(refusal)
        case Muted():
            text = tr("Sound is muted, and hands-free needs it. Begin here, or unmute in Settings.")
    return text


def _of_the_screening(refusal: QuestionsFirst | NotOpen | Unreadable) -> str:
    match refusal:
        case QuestionsFirst(screening=screening, again=again):
            words = screening.words
            return words.still_true if again else words.answer_first
        case NotOpen(title, verdict, outcome, screening, reasons):
            teller = Teller(screening=screening, written=day_text, reasons=reasons)
            return "\n".join(teller.lines(verdict, title, outcome))
        case Unreadable(faults=faults):  # pragma: no branch - the type checker proves that none is missing
            told = tr(
                "The questions about your health cannot be read, so Seated breath alone is open. {fault}"
            )
            return told.format(fault=faults[0])
