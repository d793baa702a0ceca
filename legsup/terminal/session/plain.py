"""A session as plain text, for pipes, logs, bare terminals and screen readers: a line a step, a line for what is said."""

from __future__ import annotations

from contextlib import suppress
from textwrap import fill
from typing import TYPE_CHECKING, TextIO

from legsup.domain.cues import CueKind
from legsup.domain.hearing import ALL_EARS, as_seen
from legsup.terminal import messages
from legsup.terminal.columns import columns

if TYPE_CHECKING:
    from legsup.domain.cues import Cue
    from legsup.domain.hearing import Ears
    from legsup.domain.session import Session

#: Columns of a line at most, and of the time before it.
WIDTH, MARGIN = 78, 7


class Plain:
    """Writes what happens, line by line, without any control codes; with ``breaths`` also each turn of the breath.

    A screen reader would speak over every breath: it is told steps and words alone. ``ears`` know what is heard.
    """

    every = 0.5

    def __init__(self, out: TextIO, *, breaths: bool = True, ears: Ears = ALL_EARS) -> None:
        self._out = out
        self._ears = ears
        self._breaths = breaths
        self._beat = -1
        self._paused = False
        self._note = ""

    def show(self, session: Session, cues: tuple[Cue, ...]) -> None:
        """Write what the time since the last call brought."""
        began = 0.0 if session.started is None else session.started.now
        for cue in cues:
            self._head(session, cue.beat, cue.at - began)
            text = _text(session, cue, self._ears)
            if text is not None and (self._breaths or cue.kind not in messages.PHASES):
                self._line("" if cue.kind is CueKind.SAY else as_clock(cue.at - began), text)
        if session.is_active:
            self._head(session, session.beat_index, session.seen - began)
        if session.pause is not None and not self._paused:
            self._line(as_clock(session.seen - began), messages.PAUSED[session.pause.by.value])
        self._paused = session.pause is not None

    def tell(self, note: str) -> None:
        """Write a note, once."""
        if note and note != self._note:
            self._line("", note)
        self._note = note

    def help(self) -> None:
        """Write the keys."""
        for key, does in messages.HELP:
            self._line("", f"{key:8}{does}")

    def _head(self, session: Session, beat: int, into: float) -> None:
        if beat != self._beat:
            self._beat = beat
            self._line("", "")
            self._line(as_clock(into), session.plan.beats[beat].text.title)

    def _line(self, time: str, text: str) -> None:
        # Whoever read may have gone; the session goes on.
        with suppress(OSError):
            self._out.write(_filled(time, text))
            self._out.flush()


def _filled(time: str, text: str) -> str:
    first = f"{time:>{MARGIN - 2}}  "
    return fill(text, columns(WIDTH), initial_indent=first, subsequent_indent=" " * MARGIN).rstrip() + "\n"


def _text(session: Session, cue: Cue, ears: Ears) -> str | None:
    """Word a cue; None for those that need no line of their own."""
    if cue.kind is CueKind.SAY:
        # The single words that go with the first breaths are there already.
        known = (session.plan.phrases.inhale, session.plan.phrases.exhale)
        return None if cue.text in known else as_seen(cue.text or "", session.plan, ears) or None
    return messages.PHASES.get(cue.kind) or messages.SIGNS.get(cue.kind)


def as_clock(seconds: float) -> str:
    """Write seconds as minutes and seconds."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
