"""What is offered on the end screens of the first five sessions, a line at a time; never required, never again."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from legsup.domain.session import Outcome

if TYPE_CHECKING:
    from legsup.domain.session import Session


class Offer(StrEnum):
    """What can be chosen; the value is the name of the setting."""

    PACE = "hands_near"
    LOOK = "look"
    REMINDERS = "reminders"
    MINUTES = "minutes"
    WORDS = "guidance"


#: After which session each is offered; with reminders goes the start with the computer, without which none would come.
AFTER = {1: Offer.PACE, 2: Offer.LOOK, 3: Offer.REMINDERS, 4: Offer.MINUTES, 5: Offer.WORDS}
#: Minutes that are offered, of those in the articles (D01, D04, D05).
MINUTES = (2.0, 5.0, 10.0)
_FINISHED = frozenset({Outcome.COMPLETED, Outcome.CAME_OUT_EARLY})


def offer_after(session: Session) -> Offer | None:
    """Tell what is offered when a session has ended; nothing after one that did not reach its end."""
    return AFTER.get(session.plan.choices.session) if session.outcome in _FINISHED else None


def minutes_offered(most: float | None) -> tuple[float, ...]:
    """Give the minutes to offer, none above ``most``, which is what the screening allows (None: all)."""
    return tuple(each for each in MINUTES if most is None or each <= most)
