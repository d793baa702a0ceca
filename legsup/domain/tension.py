"""Asking for the tension before and after: when it is folded away, and when a day's practices are noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legsup.domain.record import Record

#: What a person can say, from none to very much, as 0 to 4.
TENSIONS = range(5)
#: Sessions in a row whose question nobody answered, after which it is folded to a line.
FOLDED_AFTER = 5
#: Which practice of a day is noted: the one source that names a number says once or twice a day (W01).
NOTED = 3


def is_folded(latest: Sequence[Record]) -> bool:
    """Whether the question is folded to a line, by the latest sessions, the newest first: one answer opens it again."""
    ended = [record for record in latest if record.outcome is not None][:FOLDED_AFTER]
    unanswered = [record for record in ended if record.before is None and record.after is None]
    return len(unanswered) == FOLDED_AFTER


def is_noted(before_today: int) -> bool:
    """Whether a practice is noted, where so many were held before it on the same day."""
    return before_today + 1 == NOTED
