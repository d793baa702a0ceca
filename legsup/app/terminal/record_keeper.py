"""Keeps the record of a session in the terminal: its beginning, a checkpoint every few seconds, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from legsup.domain.record import is_due, record_of

if TYPE_CHECKING:
    from datetime import datetime

    from legsup.domain.session import Session
    from legsup.services.journal.journal import Journal

#: Seconds between two checkpoints; the contract asks for five at most.
CHECKPOINT = 4.0


class RecordKeeper:
    """Writes one session, begun at ``started`` on the wall clock, into a journal (None: nothing is kept)."""

    def __init__(self, journal: Journal | None, started: datetime) -> None:
        self._journal = journal
        self._started = started
        self._uuid = uuid4()
        self._last: float | None = None

    @property
    def kept(self) -> bool:
        """Whether anything was given to the journal."""
        return self._last is not None

    def follow(self, session: Session) -> None:
        """Take up the session as it stands; write when it is time to."""
        if self._journal is None or not is_due(session):
            return
        if session.is_active and self._last is not None and session.seen - self._last < CHECKPOINT:
            return
        self._last = session.seen
        self._journal.put(record_of(session, self._uuid, self._started))
