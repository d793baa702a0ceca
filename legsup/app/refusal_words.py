"""How the window words a refusal: why a practice is not begun, and what can be done."""

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
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.practice.refusal import Refusal


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
            text = "\n".join(str(fault) for fault in faults)
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
            text = tr("This breath is no pattern: {reason}").format(reason=reason)
        case ListFirst():
            text = tr(
                "The window asks first who should not do this. Once that is answered the practice begins."
            )
        case Muted():
            text = tr("Sound is muted, and hands-free needs it. Begin here, or unmute in Settings.")
    return text
