"""When a session needs the computer awake: while it runs, and for the first minutes in which it waits or is paused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.session import Status

if TYPE_CHECKING:
    from legsup.domain.session import Session

#: Seconds of a pause, or of an open beat, after which the computer may sleep: somebody went away.
PATIENCE = 300.0


def awake_until(session: Session | None) -> float | None:
    """Tell until when (on the readings' clock) the computer must not sleep; infinite while it runs, None without need."""
    if session is None:
        return None
    match session.status:
        case Status.RUNNING:
            return float("inf")
        case Status.WAITING | Status.PAUSED:
            return session.since + PATIENCE
        case (
            Status.READY | Status.ENDED
        ):  # pragma: no branch - the type checker proves that no status is missing
            return None
