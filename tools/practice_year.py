# ruff: noqa: PLR2004 - a life has numbers of its own
"""A year of practice of a plausible person, simulated: for looking at the journal as it is after a while.

``python -m tools.practice_year HOME [LAST-DAY]`` adds it to the journal of a home folder. The person lives in Berlin, works
from Monday to Friday, was ill for a while in February, travelled to Tokyo in April, and began with two minutes.
"""

from __future__ import annotations

import random
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from legsup.domain.record import Record
from legsup.domain.session import Outcome
from legsup.places import in_folder
from legsup.services.journal.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DAYS = 365
AT_HOME, AWAY = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
#: Days from the beginning: ill, and away.
ILL, TRAVELS = range(95, 107), range(150, 162)
NOTES = (
    "Slept badly, calves tight.",
    "Long call before; shoulders let go late.",
    "Feet cold at first, warm at the end.",
    "On the hotel bed.",
    "The neighbour's drill, and yet.",
    "Quiet.",
)


class Habit(NamedTuple):
    """A practice that the person likes: its name, hours, minutes, and how often of a hundred times."""

    sequence: str
    hours: Sequence[int]
    minutes: Sequence[float]
    weight: int


HABITS = (
    Habit("legs-up-the-wall", (11, 15, 16, 16, 17), (2.0, 5.0, 5.0, 10.0), 55),
    Habit("calves-on-a-chair", (11, 14, 16), (5.0,), 14),
    Habit("in-bed", (22, 22, 23), (5.0, 10.0), 12),
    Habit("butterfly", (18, 19), (5.0, 10.0), 8),
    Habit("unwind", (18, 20), (10.0, 15.0), 5),
    Habit("seated-breath", (9, 13), (2.0, 5.0), 6),
)


def year(last: date, seed: int = 7) -> Iterator[Record]:
    """Give the records of a year that ends with a day, the oldest first."""
    chance = random.Random(seed)  # noqa: S311 - a life, not secrets
    for number in range(DAYS):
        day = last - timedelta(days=DAYS - 1 - number)
        likely = 0.0 if number in ILL else 0.78 if day.weekday() < 5 else 0.35
        sessions = (chance.random() < likely) + (chance.random() < likely * 0.22)
        for part in range(sessions):
            yield _session(chance, day, part, number)


def _session(chance: random.Random, day: date, part: int, number: int) -> Record:
    habit = chance.choices(HABITS, [each.weight for each in HABITS])[0]
    hour = chance.choice(habit.hours)
    zone = AWAY if number in TRAVELS else AT_HOME
    started = datetime(day.year, day.month, day.day, hour, chance.randrange(60), tzinfo=zone)
    minutes = min(chance.choice(habit.minutes), 2.0 + number // 12)
    share = 1.0 if chance.random() < 0.88 else chance.uniform(0.2, 0.9)
    held = 60.0 * minutes * share
    before, after = _tension(chance)
    pattern = "4-6" if number > 30 or chance.random() < 0.5 else "4-4"
    if habit.sequence == "in-bed" and chance.random() < 0.5:
        pattern = "own"
    breaths = 0 if pattern == "own" else round(held / sum(int(part) for part in pattern.split("-")))
    return Record(
        uuid=UUID(int=chance.getrandbits(128), version=4),
        started=started.replace(tzinfo=started.tzinfo, fold=part % 2),
        sequence=habit.sequence,
        minutes=max(minutes, 2.0),
        pattern=pattern,
        outcome=Outcome.COMPLETED if share == 1.0 else Outcome.CAME_OUT_EARLY,
        elapsed=held + chance.uniform(190.0, 260.0),
        practised=held + 180.0,
        held=held,
        breaths=breaths,
        pauses=chance.choices((0, 1, 2), (90, 8, 2))[0],
        before=before,
        after=after,
        legs=chance.choice((0, 1, 1, 2)) if chance.random() < 0.1 else None,
        note=chance.choice(NOTES) if chance.random() < 0.07 else "",
    )


def _tension(chance: random.Random) -> tuple[int | None, int | None]:
    """Half of the time nothing is said; else it is a little less after, as often as not."""
    before = chance.choices((0, 1, 2, 3, 4), (6, 22, 38, 26, 8))[0]
    after = min(4, max(0, before - chance.choices((-1, 0, 1, 2), (6, 34, 44, 16))[0]))
    said = chance.random()
    return (before if said < 0.55 else None), (after if said < 0.5 or said > 0.95 else None)


def fill(home: Path, last: date) -> int:
    """Add a year to the journal of a home; gives how many sessions."""
    journal = Journal(in_folder(home).journal)
    try:
        return journal.merge(year(last))
    finally:
        journal.close()


if __name__ == "__main__":
    until = date.fromisoformat(sys.argv[2]) if len(sys.argv) > 2 else date.today()  # noqa: DTZ011 - the person's day
    print(f"{fill(Path(sys.argv[1]), until)} sessions in {sys.argv[1]}")
