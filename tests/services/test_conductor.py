"""The conductor: one session, time comes to it, and each thing is told once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer

from legsup.domain.cues import CueKind
from legsup.domain.session import Event, Session, Status
from legsup.services.conductor import Conductor
from tests.small_practice import wall_plan
from tools.hand_clock import HandClock

#: A timer needs an application, though no test waits for one to fire.
pytestmark = pytest.mark.usefixtures("qapp")


class Listener:
    """Keeps what a conductor tells."""

    def __init__(self, conductor: Conductor) -> None:
        self.changes: list[Session] = []
        self.cued: list[Session] = []
        self.ticks: list[Session] = []
        conductor.changed.connect(self.changes.append)
        conductor.cued.connect(self.cued.append)
        conductor.ticked.connect(self.ticks.append)

    @property
    def cues(self) -> list[CueKind]:
        """The kinds of cues given last in the present beat."""
        session = self.cued[-1]
        return [cue.kind for cue in session.stretch.cues[: session.cursor]]


def conducted() -> tuple[HandClock, Conductor, Listener]:
    clock = HandClock()
    conductor = Conductor(clock)
    return clock, conductor, Listener(conductor)


def test_before_the_first_start_there_is_no_session() -> None:
    _, conductor, heard = conducted()
    conductor.tick()
    conductor.send(Event.NEXT)
    assert conductor.session is None
    assert heard.changes == []


def test_a_start_is_told_and_a_second_one_while_it_runs_is_not_taken() -> None:
    _, conductor, heard = conducted()
    conductor.start(wall_plan())
    first = conductor.session
    conductor.start(wall_plan())
    assert conductor.session is first
    assert [session.status for session in heard.changes] == [Status.RUNNING]


def test_time_alone_brings_the_cues_and_only_a_new_beat_is_a_change() -> None:
    clock, conductor, heard = conducted()
    conductor.start(wall_plan())
    clock.now += 4.0
    conductor.tick()
    assert heard.cues == [CueKind.BEGIN, CueKind.SAY]
    assert len(heard.changes) == 1
    for _ in range(7):
        clock.now += 4.0
        conductor.tick()
    assert [session.beat.step.id for session in heard.changes] == ["ready", "sit"]


def test_what_an_event_brings_is_told_at_once() -> None:
    _, conductor, heard = conducted()
    conductor.start(wall_plan())
    conductor.send(Event.NEXT)
    assert heard.cues == [CueKind.STEP]


def test_an_end_is_told_once_and_the_clock_is_left_alone_after_it() -> None:
    clock, conductor, heard = conducted()
    conductor.start(wall_plan())
    conductor.send(Event.STOP)
    clock.now += 1.0
    conductor.tick()
    assert [session.is_active for session in heard.ticks].count(False) == 1
    assert not heard.ticks[-1].is_active
    assert not conductor.is_active
    conductor.start(wall_plan())
    assert conductor.is_active


def test_nothing_ticks_before_and_after_a_session() -> None:
    _, conductor, _ = conducted()
    (timer,) = conductor.findChildren(QTimer)
    assert not timer.isActive()
    conductor.start(wall_plan())
    assert timer.isActive()
    conductor.send(Event.STOP)
    assert not timer.isActive(), "an idle app costs nothing"
