"""The caption: the words that stand on the screen at a moment of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.cues import CueKind

if TYPE_CHECKING:
    from legsup.domain.session import Session


def caption(session: Session) -> str:
    """Give the line said last in the present beat or pause; before the first, the beat's title.

    The single words that go with the first breaths are not shown: the light says the same.
    """
    phrases = session.plan.phrases
    unseen = {phrases.inhale, phrases.exhale}
    for cue in reversed(session.stretch.cues[: session.cursor]):
        if cue.kind is CueKind.SAY and cue.text not in unseen:
            return cue.text or ""
    return session.beat.text.title
