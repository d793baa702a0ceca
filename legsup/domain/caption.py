"""The caption: the words that stand on the screen at a moment of a session, and the tips beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from legsup.domain.cues import CueKind
from legsup.domain.hearing import ALL_EARS, as_seen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legsup.domain.cues import Cue
    from legsup.domain.hearing import Ears
    from legsup.domain.session import Pause, Session

#: Seconds after which other tips stand there, where no words are said and one may be looking.
TIPS_STAY = 12.0
#: Words are said now from so many seconds before they begin until so many after it.
SOON, JUST = 3.0, 2.0


def caption(session: Session, ears: Ears = ALL_EARS) -> str:
    """Give the line said last in the present beat; in a pause too, until it says its own. Before the first, the title.

    The single words that go with the first breaths are not shown: the light says the same. A line that speaks of being
    heard stands there as it is true to one with such ``ears``.
    """
    lines = (as_seen(cue.text or "", session.plan, ears) for cue in reversed(_said(session)))
    return next(filter(None, lines), session.beat.text.title)


def is_said_now(words: str, session: Session) -> bool:
    """Whether the present beat has words said now, or in a moment.

    A hold says its first line after up to a minute, as does a step of which bells alone tell; what was said before a pause
    is not said again.
    """
    now = session.seen
    return any(cue.text == words and -JUST <= cue.at - now <= SOON for cue in session.stretch.cues)


def is_recalled(session: Session) -> bool:
    """Whether a pause, or a step that waits, has been asked about."""
    return any(cue.kind is CueKind.RECALL for cue in session.stretch.cues[: session.cursor])


def heading(session: Session, ears: Ears = ALL_EARS) -> str:
    """Give what stands above the caption: the step's title, or the practice's where the caption says the step's itself.

    Nothing where it says both: no words stand there twice.
    """
    said = caption(session, ears)
    return next(
        (each for each in (session.beat.text.title, session.plan.title) if not is_said(each, said)), ""
    )


def is_said(words: str, said: str) -> bool:
    """Whether words say nothing that is not said: each of them, or a longer form of it, is there."""
    there = _words(said)
    return all(any(each.startswith(word) for each in there) for word in _words(words))


def stands_in(words: str, said: str) -> bool:
    """Whether words are said as they are, among others or alone."""
    return f" {' '.join(_words(words))} " in f" {' '.join(_words(said))} "


def tips_of(session: Session, ears: Ears = ALL_EARS) -> tuple[str, ...]:
    """Give every tip of the present beat that is of use to one with such ears."""
    return tuple(tip for tip in session.beat.text.tips if as_seen(tip, session.plan, ears))


def tips_now(session: Session, most: int, ears: Ears = ALL_EARS) -> tuple[str, ...]:
    """Give at most so many of the beat's tips; others come with every line that is said.

    Where one may be looking they also change every TIPS_STAY seconds, so that each is seen; in a hold, and later, only
    words change them. In a pause they stay, whatever it says. One that the caption says is left out.
    """
    tips = tips_of(session, ears)
    pages = max(1, -(-len(tips) // most))
    pause = session.pause
    begin, until = (
        (session.stretch.begin, session.seen) if pause is None else (pause.stretch.begin, pause.since)
    )
    lines = _said(session) if pause is None else _said_before(session, pause)
    times = [begin, *(cue.at for cue in lines)]
    turned = len(times) - 1
    if session.beat.stage.is_looked_at:
        turned += sum(
            max(0, int((end - start) // TIPS_STAY))
            for start, end in zip(times, (*times[1:], until), strict=True)
        )
    first = most * (turned % pages)
    said = caption(session, ears)
    return tuple(tip for tip in tips[first : first + most] if not stands_in(tip, said))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w']+", text.casefold())


def _said(session: Session) -> list[Cue]:
    before = [] if session.pause is None else _said_before(session, session.pause)
    return [*before, *_lines(session, session.stretch.cues[: session.cursor])]


def _said_before(session: Session, pause: Pause) -> list[Cue]:
    return _lines(session, pause.stretch.cues[: pause.cursor])


def _lines(session: Session, given: Iterable[Cue]) -> list[Cue]:
    phrases = session.plan.phrases
    unseen = {phrases.inhale, phrases.exhale}
    return [cue for cue in given if cue.kind is CueKind.SAY and cue.text not in unseen]
