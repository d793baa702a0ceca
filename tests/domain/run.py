"""Running a session in a test: by ticks, to a step, to its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from legsup.domain.machine import ready, step
from legsup.domain.session import Event, Reading, Session

if TYPE_CHECKING:
    from legsup.domain.cues import Cue, CueKind
    from legsup.domain.plan import Plan


@dataclass
class Run:
    """One session under a test's hand: what it is, when it is, and every cue that it gave."""

    session: Session
    now: float = 0.0
    slept: float = 0.0
    cues: list[Cue] = field(default_factory=list)

    def send(self, event: Event) -> Session:
        """Let an event happen now, and a tick after it, as the conductor does."""
        self.happen(event)
        return self.happen(Event.TICK)

    def happen(self, event: Event) -> Session:
        """Let an event alone happen now."""
        self.session, cues = step(self.session, event, Reading(self.now, self.slept))
        self.cues += cues
        return self.session

    def wait(self, seconds: float, tick: float = 1.0) -> Session:
        """Let time pass tick by tick."""
        end = self.now + seconds
        while self.now < end:
            self.now = min(end, self.now + tick)
            self.happen(Event.TICK)
        return self.session

    def to(self, name: str, limit: float = 7200.0) -> Session:
        """Let time pass until a step begins."""
        end = self.now + limit
        while self.session.beat.step.id != name:
            assert self.session.is_active, f"{name} never came"
            assert self.now < end, f"{name} never came"
            self.wait(0.5)
        return self.session

    def to_end(self) -> Session:
        """Let time pass until the session has ended."""
        while self.session.is_active:
            assert self.now < 20_000, "it never ends"
            self.wait(2.0, 2.0)
        return self.session

    def kinds(self) -> list[CueKind]:
        """The kinds of cues given so far."""
        return [cue.kind for cue in self.cues]

    def times(self, kind: CueKind) -> list[float]:
        """When cues of a kind were given."""
        return [cue.at for cue in self.cues if cue.kind is kind]

    def said(self) -> list[str]:
        """What was said so far."""
        return [cue.text for cue in self.cues if cue.text is not None]


def begun(plan: Plan) -> Run:
    """Start a session at 0 s."""
    run = Run(ready(plan))
    run.send(Event.START)
    return run
