"""Whole weeks of reminders, simulated look by look: a zone that can be travelled in, sleep, absence, calls."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from legsup.domain.reminder_look import Around, Verdict, look, next_look
from legsup.domain.reminding import Memory, reminders_of
from legsup.domain.settings import Settings, with_values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass
class Place:
    """The time of day in a named zone, which can change."""

    name: str = "Europe/Berlin"

    def local(self, at: float) -> datetime:
        """Give the time there, without a zone."""
        return datetime.fromtimestamp(at, ZoneInfo(self.name)).replace(tzinfo=None)

    def instant(self, local: datetime) -> float:
        """Give the instant of a time there."""
        return local.replace(tzinfo=ZoneInfo(self.name)).timestamp()


@dataclass
class Weeks:
    """Someone's computer; ``given`` notes each reminder by the time on the wall there, ``cleared`` each that cleared itself.

    ``around`` tells what goes on at an instant; while ``asleep`` says so nothing is looked at.
    """

    settings: Mapping[str, object] = field(default_factory=dict[str, object])
    place: Place = field(default_factory=Place)
    around: Callable[[float], Around] = lambda _at: Around()
    memory: Memory = field(default_factory=Memory)
    now: float = 0.0
    given: list[str] = field(default_factory=list[str])
    cleared: list[str] = field(default_factory=list[str])
    seated: int = 0
    looks: int = 0

    def at(self, text: str) -> float:
        """The instant of a time there, as ``2026-03-27 09:00``."""
        return self.place.instant(datetime.fromisoformat(text))

    def start(self, text: str) -> None:
        """Start the computer: what was before is done with."""
        self.now = self.at(text)
        self.memory = replace(self.memory, since=self.now)

    def to(self, text: str) -> None:
        """Let time pass, look by look."""
        self.to_instant(self.at(text))

    def to_instant(self, end: float) -> None:
        """Let time pass to an instant."""
        chosen = reminders_of(with_values(Settings(), {"reminders": True, **self.settings}))
        assert chosen is not None
        while (following := next_look(chosen, self.memory, self.now, self.place)) <= end:
            assert following > self.now, "a look that leads nowhere"
            self.now = following
            self.look()
        self.now = end

    def sleep(self, until: str) -> None:
        """Let the computer sleep, and look when it wakes."""
        slept = self.at(until) - self.now
        self.now += slept
        self.look(replace(self.around(self.now), slept=slept))

    def look(self, around: Around | None = None) -> Verdict:
        """Look once, now."""
        chosen = reminders_of(with_values(Settings(), {"reminders": True, **self.settings}))
        assert chosen is not None
        self.looks += 1
        told = around or self.around(self.now)
        self.memory, verdict = look(chosen, self.memory, told, self.now, self.place)
        wall = self.place.local(self.now).strftime("%a %H:%M")
        if verdict in {Verdict.GIVE, Verdict.GIVE_SEATED}:
            self.given.append(wall)
            self.seated += verdict is Verdict.GIVE_SEATED
        if verdict is Verdict.CLEAR:
            self.cleared.append(wall)
        return verdict
