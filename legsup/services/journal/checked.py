"""A record made of what a file holds, whatever that is: a record, or the word that it is none."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from legsup.domain.record import MOST_NOTE, Record
from legsup.domain.session import Outcome
from legsup.domain.tension import TENSIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The highest tension that a person can name.
MOST_TENSION = TENSIONS[-1]
#: What may stand for a tension; None where nothing was said.
SAID: frozenset[object] = frozenset((None, *TENSIONS))
#: Seconds, minutes or numbers above which something is no session: as seconds some thirty years.
MOST_AMOUNT = 1e9
_TENSION_TYPES, _TEXT_TYPES = frozenset((int, type(None))), frozenset((str,))
#: A pair, for a union is made anew each time that something is asked of it.
_NUMBERS = (int, float)


def checked(values: Mapping[str, Any]) -> Record:
    """Make a record of values by the names of its fields.

    Raises:
        ValueError: one is missing, or is nothing that a record holds.
    """
    try:
        return Record(
            uuid=UUID(_text(values["uuid"])),
            started=_moment(values["started"]),
            sequence=_text(values["sequence"]),
            minutes=_amount(values["minutes"]),
            pattern=_text(values["pattern"]),
            outcome=None if values["outcome"] is None else Outcome(_text(values["outcome"])),
            elapsed=_amount(values["elapsed"]),
            practised=_amount(values["practised"]),
            held=_amount(values["held"]),
            breaths=_count(values["breaths"]),
            pauses=_count(values.get("pauses", 0)),
            answered=bool(_count(values.get("answered", 1))),
            before=_tension(values.get("before")),
            after=_tension(values.get("after")),
            legs=_tension(values.get("legs")),
            note=_note(values.get("note")),
        )
    except (KeyError, OverflowError, UnicodeError) as error:
        raise ValueError(str(error)) from error


def is_plain(record: Record) -> bool:
    """Whether a record's values are to the letter what ``checked`` makes of them again, so that nobody has to.

    What is not so may still be a record: as one with a name in another writing, or in the first year of the calendar.
    """
    minutes, elapsed, practised, held = record.minutes, record.elapsed, record.practised, record.held
    tensions = (record.before, record.after, record.legs)
    texts = (record.sequence, record.pattern, record.note)
    return (
        type(record.uuid) is UUID
        and type(record.started) is datetime
        and record.started.tzinfo is not None
        and MINYEAR < record.started.year < MAXYEAR
        and (record.outcome is None or type(record.outcome) is Outcome)
        and type(minutes) is type(elapsed) is type(practised) is type(held) is float
        and 0 <= minutes < MOST_AMOUNT
        and 0 <= elapsed < MOST_AMOUNT
        and 0 <= practised < MOST_AMOUNT
        and 0 <= held < MOST_AMOUNT
        and type(record.breaths) is type(record.pauses) is int
        and 0 <= record.breaths < MOST_AMOUNT
        and 0 <= record.pauses < MOST_AMOUNT
        and type(record.answered) is bool
        and not {*map(type, tensions)} - _TENSION_TYPES
        and not {*tensions} - SAID
        and not {*map(type, texts)} - _TEXT_TYPES
        and record.sequence != ""
        and record.pattern != ""
        and "".join(texts).isascii()
        and len(record.note) <= MOST_NOTE
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(value)
    value.encode()
    return value


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError(value)
    _ = moment.astimezone(UTC)  # the ends of the calendar have no such moment
    return moment


def _amount(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, _NUMBERS) or not 0 <= value < MOST_AMOUNT:
        raise ValueError(value)
    return float(value)


def _count(value: object) -> int:
    number = _amount(value)
    if number != int(number):
        raise ValueError(value)
    return int(number)


def _tension(value: object) -> int | None:
    if value is None:
        return None
    tension = _count(value)
    if tension > MOST_TENSION:
        raise ValueError(value)
    return tension


def _note(value: object) -> str:
    if value is None or value == "":
        return ""
    note = _text(value)
    if len(note) > MOST_NOTE:
        raise ValueError(value)
    return note
