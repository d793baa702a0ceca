"""Why something cannot be done just now: a few words that stand beside what is grey; empty where it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.machine import applies
from legsup.domain.moves import growing, kept_by_a_floor, step_before
from legsup.domain.session import Event, Status
from legsup.domain.wish import may_lead_out
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.session import Session


def not_answered(*, complete: bool) -> str:
    """Going on from questions."""
    return "" if complete else tr("answer first")


def not_chosen(*, any_chosen: bool) -> str:
    """Going on from a choice of as many as one likes."""
    return "" if any_chosen else tr("choose first")


def not_ended(*, ended: bool) -> str:
    """Changing what stands in the journal of a session."""
    return "" if ended else tr("it is running")


def not_heard() -> str:
    """What would go on, while the session stands still because nothing is heard."""
    return tr("no sound yet")


def not_paused(session: Session) -> str:
    """Pausing, or going on."""
    return tr("it waits for you") if session.status is Status.WAITING else ""


def not_next(session: Session) -> str:
    """Going to the next step."""
    return tr("rest here first") if kept_by_a_floor(session) else ""


def not_back(session: Session) -> str:
    """Going to the step before."""
    if applies(Event.BACK, session):
        return ""
    before = step_before(session)
    if before is None:
        return tr("the first step")
    if before.stage.part is not session.beat.stage.part:
        return tr("a new part begins here")
    return tr("you were there long enough")


def not_longer(session: Session) -> str:
    """Adding a minute."""
    if applies(Event.ADD_MINUTE, session):
        return ""
    if session.is_coming_out:
        return _on_the_way_out()
    if not session.beat.is_hold:
        return _once_you_rest()
    return tr("at its longest") if growing(session) else tr("as long as the first side")


def not_tingling(session: Session) -> str:
    """Easing legs that tingle."""
    return "" if session.went_down else _once_you_rest()


def not_out(session: Session) -> str:
    """Coming out."""
    return "" if may_lead_out(session) else _on_the_way_out()


def _once_you_rest() -> str:
    return tr("once you rest")


def _on_the_way_out() -> str:
    return tr("you are on the way")
