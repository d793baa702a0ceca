"""What a pause says, and when it ends by itself: by who made it, and by whether one is down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.score import DOWN_CLOSES, SLEPT_CLOSES, WAITING_CLOSES, is_quiet, pause_stretch
from legsup.domain.sequence import Pace
from legsup.domain.session import PausedBy, Session

if TYPE_CHECKING:
    from legsup.domain.cues import Cue
    from legsup.domain.stretch import Stretch


def pause_of(session: Session, by: PausedBy, words: str | None, *, quiet: bool) -> Stretch:
    """Write a pause that begins at the last reading."""
    if by is PausedBy.SLEEP and session.plan.choices.pace is Pace.HANDS_FREE:
        closes = SLEPT_CLOSES
    else:
        closes = DOWN_CLOSES if session.went_down else WAITING_CLOSES
    return pause_stretch(session.plan, session.beat, session.seen, words, closes=closes, quiet=quiet)


def pause_words(session: Session, by: PausedBy) -> str | None:
    """Tell what is said about a pause that somebody, or the computer's sleep, made."""
    net = session.plan.net[session.beat.posture]
    match by:
        case PausedBy.PERSON:
            return None
        case PausedBy.TINGLING:
            return net.tingling
        case PausedBy.SLEEP:  # pragma: no branch - the type checker proves that nobody is missing
            return net.slept if session.went_down else session.plan.phrases.slept_early


def tingled(session: Session) -> Session:
    """Give the guidance for tingling legs in a pause, whose clock begins anew; the same session while it is being said."""
    pause = session.pause
    words = pause_words(session, PausedBy.TINGLING)
    if pause is None or words is None:
        return session
    if any(
        cue.text == words and session.seen < cue.at + (cue.seconds or 0.0) for cue in session.stretch.cues
    ):
        return session
    quiet = is_quiet(session.stretch, session.cursor, session.seen)
    stretch = pause_of(session, PausedBy.TINGLING, words, quiet=quiet)
    return replace(session, stretch=stretch, cursor=0, pause=replace(pause, by=PausedBy.TINGLING))


def asked_again(session: Session) -> Session:
    """Ask anew after the computer slept in a pause: one that sleep made, or any once one is down."""
    pause = session.pause
    if pause is None or not (pause.by is PausedBy.SLEEP or session.went_down):
        return session
    words = pause_words(session, PausedBy.SLEEP)
    return replace(session, stretch=pause_of(session, pause.by, words, quiet=True), cursor=0)


def said_once_more(given: frozenset[str], words: Cue | None) -> frozenset[str]:
    """Let a hold's line that was cut off be set once more, but never a third time."""
    if words is None or words.once is None:
        return given
    again = f"{words.once} again"
    return given if again in given else (given - {words.once}) | {again}
