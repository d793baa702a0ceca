"""Today's state: what speaks against a practice today, looked at once at every start, with whom to call."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Urgency(StrEnum):
    """How urgent a sign is: call now, a doctor today, wait, sit instead, or one's own choice."""

    EMERGENCY = "emergency"
    TODAY = "today"
    WAIT = "wait"
    SEATED = "seated"
    CHOICE = "choice"


#: The signs to which "Not today" shows whom to call.
CALLS = frozenset({Urgency.EMERGENCY, Urgency.TODAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyState:
    """One state of the body, and what to do then; ``says`` are the facts behind it."""

    urgency: Urgency
    state: str
    act: str
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayState:
    """All of it, the most urgent first. ``rest_now`` is what "Not today" says, beside the calls."""

    heading: str
    not_today: str
    rest_now: str
    something_changed: str
    heavy_day: str
    signs: tuple[BodyState, ...]

    @property
    def calls(self) -> tuple[BodyState, ...]:
        """Give the signs for which somebody is called."""
        return tuple(sign for sign in self.signs if sign.urgency in CALLS)
