"""Media keys: what a headset's button, a keyboard's key or a phone asks of a session, and the one event that it means."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from legsup.domain.session import Event, Status
from legsup.domain.wish import answer

if TYPE_CHECKING:
    from legsup.domain.session import Session


class MediaKey(StrEnum):
    """The keys, by the names that media players give them."""

    PLAY_PAUSE = "PlayPause"
    PLAY = "Play"
    PAUSE = "Pause"
    NEXT = "Next"
    STOP = "Stop"


def event_of_key(key: MediaKey, session: Session) -> Event | None:
    """Tell what a key means to a session; None where it means nothing.

    Stop is the slow way out and never the end at once: nobody gets up with a start because a headset was put away.
    """
    match key:
        case MediaKey.PLAY_PAUSE:
            event = answer(session)
        case MediaKey.PLAY:
            event = None if session.status is Status.RUNNING else answer(session)
        case MediaKey.PAUSE:
            event = Event.PAUSE if session.status is Status.RUNNING else None
        case MediaKey.NEXT:
            event = Event.NEXT
        case MediaKey.STOP:  # pragma: no branch - the type checker proves that no key is missing
            leads_out = not session.is_coming_out or session.status is Status.PAUSED
            event = Event.COME_OUT if leads_out else None
    return event if session.is_active else None
