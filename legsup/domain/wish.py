"""Wishes: what a person asks for with a key, a click or a button, and the one event that it means now.

Window, floor view, tray and terminal all ask here, so that a key means the same wherever it is pressed.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from legsup.domain.session import Event, Status

if TYPE_CHECKING:
    from legsup.domain.session import Session

#: Seconds after which Esc, once it has led into the way out, ends the practice when it is pressed again.
AGAIN = 1.0


class Wish(Enum):
    """What a person asks for."""

    ANSWER = auto()
    NEXT = auto()
    BACK = auto()
    MINUTE = auto()
    OUT = auto()
    DIZZY = auto()
    TINGLE = auto()
    UP = auto()
    HELP = auto()
    #: A key that means nothing else.
    ANY = auto()
    #: A terminal's Enter: the next step, but where any key is asked for it is any key.
    ENTER = auto()


#: The wishes that mean the same at any moment.
_EVENTS = {
    Wish.NEXT: Event.NEXT,
    Wish.BACK: Event.BACK,
    Wish.MINUTE: Event.ADD_MINUTE,
    Wish.DIZZY: Event.DIZZY,
    Wish.TINGLE: Event.TINGLE,
    Wish.UP: Event.STOP,
    Wish.HELP: Event.HELP,
}


def event_of(wish: Wish, session: Session, now: float) -> Event | None:
    """Tell what a wish means to a session at ``now`` (on the readings' clock); None where it means no event."""
    if wish is Wish.ANSWER:
        return answer(session)
    if wish is Wish.OUT:
        return way_out(session, now)
    if wish in {Wish.ANY, Wish.ENTER} and asks_any_key(session):
        return answer(session)
    return Event.NEXT if wish is Wish.ENTER else _EVENTS.get(wish)


def asks_any_key(session: Session) -> bool:
    """Whether the voice has asked for any key, in this pause or at this open step; at "I'm up" any key is asked for at once.

    Whoever lies there with closed eyes presses what comes to hand.
    """
    if session.status is Status.WAITING and session.beat.up:
        return True
    if session.status not in {Status.WAITING, Status.PAUSED}:
        return False
    net = session.plan.net[session.beat.posture]
    asking = {net.tingling, net.slept, net.paused, net.waiting, session.plan.phrases.slept_early}
    return any(cue.text in asking for cue in session.stretch.cues[: session.cursor])


def answer(session: Session) -> Event:
    """Space: the answer to what waits; else pause, or go on."""
    return Event.NEXT if session.status is Status.WAITING else pause_or_go_on(session)


def pause_or_go_on(session: Session) -> Event:
    """Go on from a pause, pause whatever else."""
    return Event.RESUME if session.status is Status.PAUSED else Event.PAUSE


def way_out(session: Session, now: float) -> Event | None:
    """Esc: come out; from a pause in the way out, go on there.

    In the way out and the rest it means nothing, so that nobody ends a practice by a second touch; but where one's own
    Esc led there, pressed again after a second it ends.
    """
    if not session.is_coming_out or session.status is Status.PAUSED:
        return Event.COME_OUT
    if session.led_out is not None and now - session.led_out >= AGAIN:
        return Event.STOP
    return None


def may_lead_out(session: Session) -> bool:
    """Whether Esc means anything to a session, now or in a moment."""
    return session.is_active and way_out(session, float("inf")) is not None
