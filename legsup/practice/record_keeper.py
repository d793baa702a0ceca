"""Keeps the record of a session: its beginning, a checkpoint every few seconds, its end, and what was said of tension."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from legsup.domain.record import MOST_NOTE, is_due, record_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.session import Session
    from legsup.services.journal.journal import Journal

#: Seconds between two checkpoints; the contract asks for five at most.
CHECKPOINT = 4.0


class Answers(NamedTuple):
    """What a person said of a session, each None or empty where they did not."""

    before: int | None
    after: int | None
    legs: int | None
    note: str


def _wall_clock() -> datetime:
    return datetime.now().astimezone()


class RecordKeeper:
    """Writes one session after another into the journal that is open (None: nothing is kept)."""

    def __init__(
        self, journal: Callable[[], Journal | None], wall_clock: Callable[[], datetime] = _wall_clock
    ) -> None:
        self._journal = journal
        self._wall_clock = wall_clock
        self.begin()

    def begin(self) -> None:
        """Begin the record of a new session, as of now."""
        self._uuid = uuid4()
        self._started = self._wall_clock()
        self._before: int | None = None
        self._after: int | None = None
        self._legs: int | None = None
        self._note = ""
        self._session: Session | None = None
        self._last: float | None = None

    @property
    def kept(self) -> bool:
        """Whether anything of this session was given to the journal."""
        return self._last is not None

    @property
    def is_due(self) -> bool:
        """Whether this session is one to be recorded."""
        return self._session is not None and is_due(self._session)

    def follow(self, session: Session) -> None:
        """Take up the session as it stands; write when it is time to."""
        self._session = session
        if session.is_active and self._last is not None and session.seen - self._last < CHECKPOINT:
            return
        self._write(session)

    def keep(self) -> None:
        """Write a checkpoint now, of a session that runs, however short ago the last one was."""
        if self._session is not None and self._session.is_active:
            self._write(self._session)

    def note_before(self, tension: int) -> None:
        """Keep the tension said before, 0 (none) to 4 (very much); it is written with the next checkpoint."""
        self._before = tension

    def note_after(self, tension: int) -> None:
        """Keep the tension said after the end, 0 (none) to 4 (very much)."""
        self._after = tension
        if self._session is not None:
            self._write(self._session)

    def note_legs(self, tension: int) -> None:
        """Keep the tension of the legs said after the end, 0 (none) to 4 (very much)."""
        self._legs = tension
        if self._session is not None:
            self._write(self._session)

    def note_words(self, words: str) -> None:
        """Keep what the person wrote after the end; beyond ``MOST_NOTE`` letters it is cut."""
        self._note = words.strip()[:MOST_NOTE]
        if self._session is not None:
            self._write(self._session, anew=True)

    @property
    def answers(self) -> Answers:
        """What was said of this session so far."""
        return Answers(self._before, self._after, self._legs, self._note)

    def _write(self, session: Session, *, anew: bool = False) -> None:
        journal = self._journal()
        if journal is None or not is_due(session):
            return
        self._last = session.seen
        record = replace(record_of(session, self._uuid, self._started), **self.answers._asdict())
        if anew and not session.is_active:
            journal.revise(record)
        else:
            journal.put(record)
