"""How a practice stands with a person today, as the views show it: the door's verdict, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.screening.door import AnswerFirst, AskFirst, Closed, EnoughToday, NoHolds, Open
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.screening.door import Verdict


@dataclass(frozen=True, slots=True)
class Standing:
    """A verdict with its lines; ``hidden`` keeps it out of sight for a day of one's own choice."""

    verdict: Verdict
    lines: tuple[str, ...] = ()
    hidden: bool = False

    @property
    def may_begin(self) -> bool:
        """Whether Begin leads on: into the practice, or to the first questions."""
        if self.hidden:
            return False
        match self.verdict:
            case Open():
                return True
            case AnswerFirst(again=again):
                return not again
            case AskFirst() | Closed() | EnoughToday() | NoHolds():  # pragma: no branch - none is missing
                return False

    @property
    def mark(self) -> str:
        """The word that a card bears; nothing where it can be begun."""
        match self.verdict:
            case Open() | AnswerFirst() | NoHolds():
                return ""
            case AskFirst():
                return tr("Ask first")
            case Closed():
                return tr("Closed for now")
            case EnoughToday():  # pragma: no branch - none is missing
                return tr("Done for today")
