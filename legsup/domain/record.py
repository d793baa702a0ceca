"""The record of a session: what the journal keeps of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.breath import OWN_PACE

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from legsup.domain.session import Outcome, Session

#: A session is recorded once this many seconds were practised, or a hold began.
LEAST_PRACTISED = 10.0
#: The most letters of a note: a few sentences.
MOST_NOTE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One session in the journal; seconds throughout, ``started`` with its offset from UTC.

    ``outcome`` None means that it is still running; ``answered`` False that nobody answered at the end.
    ``before`` and ``after`` are the tension on the scale of 0 (none) to 4 (very much), where the person said; ``legs`` is
    that of the legs at the end, on the same scale, and ``note`` what the person wrote (at most ``MOST_NOTE`` letters).
    """

    uuid: UUID
    started: datetime
    sequence: str
    minutes: float
    pattern: str
    outcome: Outcome | None
    elapsed: float
    practised: float
    held: float
    breaths: int
    pauses: int = 0
    answered: bool = True
    before: int | None = None
    after: int | None = None
    legs: int | None = None
    note: str = ""

    @property
    def day(self) -> date:
        """The day on which it began, as it was where the person practised, wherever it is looked at."""
        return self.started.date()

    @property
    def hour(self) -> int:
        """The hour in which it began, 0 to 23, by the same rule."""
        return self.started.hour


def is_due(session: Session) -> bool:
    """Whether a session is to be recorded: 10 s were practised, or a hold began."""
    return session.practised >= LEAST_PRACTISED or session.hold_began


def record_of(session: Session, uuid: UUID, started: datetime) -> Record:
    """Make the record of a session as it stands, begun at a wall-clock time."""
    pattern = session.plan.choices.pattern
    return Record(
        uuid=uuid,
        started=started,
        sequence=session.plan.sequence,
        minutes=session.plan.minutes,
        pattern=OWN_PACE if pattern is None else str(pattern),
        outcome=session.outcome,
        elapsed=session.elapsed,
        practised=session.practised,
        held=session.held,
        breaths=session.breaths,
        pauses=session.tally.pauses,
        answered=session.answered,
    )
