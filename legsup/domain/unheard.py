"""What waits while nothing is heard: nobody is led toward the floor in silence, whichever face they press on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.session import Event, Status

if TYPE_CHECKING:
    from legsup.domain.session import Session

#: What would go on, as if it were heard. Leaving, help and the way out for a dizzy head are open at any moment.
GOING_ON = frozenset({Event.RESUME, Event.NEXT, Event.BACK})


def waits_for_sound(event: Event, session: Session) -> bool:
    """Tell whether an event is not to happen to a session that stands still because nothing is heard."""
    return session.status is Status.PAUSED and event in GOING_ON
