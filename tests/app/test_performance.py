"""A session in the terminal, led by a clock and keys that are set by hand."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from legsup.domain.awake import PATIENCE
from legsup.domain.cues import CueKind
from legsup.domain.outlook import walk
from legsup.domain.sequence import Pace, Stage
from legsup.domain.session import Event, Outcome, Status
from legsup.domain.wish import Wish
from legsup.places import in_folder
from legsup.practice.kept_settings import KeptSettings
from legsup.practice.practice_sound import PracticeSound
from legsup.practice.record_keeper import RecordKeeper
from legsup.practice.wakefulness import Wakefulness
from legsup.services.fast_clock import FastClock
from legsup.services.journal.journal import Journal
from legsup.services.keep_awake import Awake, KeepAwake
from legsup.services.settings.store import SettingsStore
from legsup.terminal.session.fading import fade_away
from legsup.terminal.session.interrupts import Interrupted
from legsup.terminal.session.keyboard import NoKeyboard
from legsup.terminal.session.keys import wishes_of
from legsup.terminal.session.performance import Performance
from tests.domain.run import begun
from tests.small_practice import wall_plan
from tools.hand_clock import HandClock

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from legsup.domain.cues import Cue
    from legsup.domain.record import Record
    from legsup.domain.session import Session


@dataclass
class HandKeys:
    """Keys pressed at given seconds of the clock, which moves when it is waited for."""

    clock: HandClock
    pressed: list[tuple[float, Wish]] = field(default_factory=list[tuple[float, Wish]])
    waits: list[float] = field(default_factory=list[float])

    def wait(self, seconds: float) -> Wish | None:
        self.waits.append(seconds)
        until = self.clock.now + seconds
        if self.pressed and 100.0 + self.pressed[0][0] <= until:
            at, wish = self.pressed.pop(0)
            self.clock.now = max(self.clock.now, 100.0 + at)
            return wish
        self.clock.now = until
        return None


@dataclass
class Sea:
    """What may still be heard, for so many seconds of the clock."""

    clock: HandClock
    seconds: float

    @property
    def is_over(self) -> bool:
        return self.clock.now >= 100.0 + self.seconds


def test_after_a_bedtime_practice_the_sea_is_let_die_away_or_a_key_ends_it() -> None:
    for seconds, pressed, waited in ((60.0, [], 60.0), (60.0, [(10.0, Wish.UP)], 10.0), (1e9, [], 70.0)):
        clock = HandClock()
        clock.now = 100.0
        fade_away(Sea(clock, seconds), HandKeys(clock, list(pressed)))
        assert clock.now - 100.0 == pytest.approx(waited, abs=0.6)


@dataclass
class Watcher:
    """Notes what it is shown."""

    every: float = 0.5
    sessions: list[Session] = field(default_factory=list["Session"])
    cues: list[Cue] = field(default_factory=list["Cue"])
    helped: int = 0
    notes: list[str] = field(default_factory=list[str])

    def show(self, session: Session, cues: tuple[Cue, ...]) -> None:
        self.sessions.append(session)
        self.cues += cues

    def help(self) -> None:
        self.helped += 1

    def tell(self, note: str) -> None:
        self.notes.append(note)

    def follow(self, session: Session) -> None:
        self.sessions.append(session)


class Counting(Journal):
    """A journal that notes how far a session had come at each write."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.at: list[float] = []

    def put(self, record: Record) -> None:
        self.at.append(record.elapsed)
        super().put(record)


def led(
    *pressed: tuple[float, Wish], alone: bool = False, **choices: object
) -> tuple[Session, Watcher, HandKeys]:
    clock = HandClock()
    keys = HandKeys(clock, list(pressed))
    watcher = Watcher()
    session = Performance(clock, keys, watcher, (Watcher(),), alone=alone).run(wall_plan(None, **choices))
    return session, watcher, keys


def test_unanswered_it_gives_every_cue_of_the_plan_in_order_and_ends_completed() -> None:
    session, watcher, keys = led(minutes=2.0)
    assert session.outcome is Outcome.COMPLETED
    assert not session.answered
    planned = [(cue.kind, round(cue.at, 6)) for cue in walk(wall_plan(minutes=2.0)).cues]
    assert [(cue.kind, round(cue.at - 100.0, 6)) for cue in watcher.cues] == planned
    assert max(keys.waits) <= watcher.every


def test_alone_the_end_is_answered_once_its_words_are_over() -> None:
    session, watcher, _ = led(minutes=2.0, alone=True)
    assert (session.outcome, session.answered) == (Outcome.COMPLETED, True)
    assert watcher.cues[-1].kind is CueKind.SAY
    assert session.seen >= watcher.cues[-1].at + (watcher.cues[-1].seconds or 0.0)
    assert CueKind.RECALL not in {cue.kind for cue in watcher.cues}


def test_coming_out_once_leads_through_the_way_out_and_a_second_time_ends_it() -> None:
    session, watcher, _ = led((150.0, Wish.OUT))
    assert session.outcome is Outcome.CAME_OUT_EARLY
    assert {"down", "side", "seat"} <= {each.beat.step.id for each in watcher.sessions}
    session, _, _ = led((150.0, Wish.OUT), (152.0, Wish.OUT))
    assert session.outcome is Outcome.STOPPED
    assert session.beat.stage is Stage.COME_OUT


def test_asking_to_come_out_does_not_end_a_way_out_that_came_by_itself() -> None:
    session, _, _ = led((128.0 + 121.0, Wish.OUT), minutes=2.0)
    assert session.outcome is Outcome.COMPLETED


def test_one_key_pauses_goes_on_and_answers() -> None:
    session, watcher, _ = led((150.0, Wish.ANSWER), (170.0, Wish.ANSWER), minutes=2.0)
    assert Status.PAUSED in {each.status for each in watcher.sessions}
    assert session.outcome is Outcome.COMPLETED
    session, _, _ = led((5.0, Wish.ANSWER), minutes=0.5, pace=Pace.MY_PACE)
    assert session.held > 0


@pytest.mark.parametrize(
    ("wish", "pose_step"), [(Wish.DIZZY, "dizzy-side"), (Wish.NEXT, "down"), (Wish.UP, "hold")]
)
def test_each_key_does_its_part_in_a_hold(wish: Wish, pose_step: str) -> None:
    _, watcher, _ = led((150.0, wish))
    assert pose_step in {each.beat.step.id for each in watcher.sessions}


def test_a_minute_more_and_tingling_and_back() -> None:
    longer, _, _ = led((150.0, Wish.MINUTE), minutes=2.0)
    assert longer.held == pytest.approx(180.0, abs=10.0)
    _, watcher, _ = led((150.0, Wish.TINGLE), (151.0, Wish.BACK), (160.0, Wish.UP))
    assert {each.status for each in watcher.sessions[-40:]} >= {Status.PAUSED, Status.RUNNING}


def test_help_is_shown_and_the_session_goes_on() -> None:
    session, watcher, _ = led((10.0, Wish.HELP), minutes=2.0)
    assert watcher.helped == 1
    assert session.outcome is Outcome.COMPLETED
    said = [cue.text for each in watcher.sessions for cue in each.stretch.cues]
    assert session.plan.phrases.help in said


def test_a_terminal_that_closes_ends_the_session_in_order() -> None:
    session, _, _ = led((150.0, Wish.UP))
    assert session.outcome is Outcome.STOPPED


@pytest.mark.parametrize(
    ("read", "wishes"),
    [
        (" ", [Wish.ANSWER]),
        ("\r", [Wish.ENTER]),
        ("\x1b", [Wish.OUT]),
        ("Ee", [Wish.OUT, Wish.OUT]),
        ("\x1b[A", [Wish.ANY]),
        ("\x1b[1;5C\x1bOPd", [Wish.ANY, Wish.ANY, Wish.DIZZY]),
        ("xü", [Wish.ANY, Wish.ANY]),
    ],
)
def test_what_a_keyboard_sends_is_understood_and_an_arrow_is_no_escape(read: str, wishes: list[Wish]) -> None:
    assert wishes_of(read) == wishes


def test_a_session_is_one_record_with_a_checkpoint_every_few_seconds(tmp_path: Path) -> None:
    clock, journal = HandClock(), Counting(tmp_path / "journal.sqlite3")
    keeper = RecordKeeper(lambda: journal, lambda: datetime(2026, 11, 23, 16, 0, tzinfo=UTC))
    keys = HandKeys(clock, [(150.0, Wish.OUT)])
    session = Performance(clock, keys, Watcher(), (keeper,)).run(wall_plan())
    journal.close()
    (kept,) = journal.records()
    assert keeper.kept
    assert (kept.outcome, kept.breaths, kept.held) == (Outcome.CAME_OUT_EARLY, 2, session.held)
    assert kept.practised <= kept.elapsed == session.elapsed
    assert max(later - before for before, later in pairwise(journal.at)) <= 5.0


def test_too_short_a_session_leaves_no_record(tmp_path: Path) -> None:
    clock, journal = HandClock(), Counting(tmp_path / "journal.sqlite3")
    keeper = RecordKeeper(lambda: journal, lambda: datetime(2026, 11, 23, 16, 0, tzinfo=UTC))
    Performance(clock, HandKeys(clock, [(8.0, Wish.UP)]), Watcher(), (keeper,)).run(wall_plan())
    journal.close()
    assert journal.records() == []
    assert not keeper.kept


def test_where_nothing_is_heard_it_waits_on_its_feet_says_why_and_goes_on_by_eye(tmp_path: Path) -> None:
    kept = KeptSettings(SettingsStore(tmp_path / "settings.json"))
    kept.change(muted=True)
    clock = HandClock()
    ear = PracticeSound(kept, in_folder(tmp_path), clock)
    plan = wall_plan(minutes=2.0)
    ear.prepare(plan)
    watcher = Watcher()
    keys = HandKeys(clock, [(10.0, Wish.NEXT), (12.0, Wish.BACK), (20.0, Wish.ANSWER)])
    session = Performance(clock, keys, watcher, (), ear).run(plan)
    ear.close()
    assert {each.beat_index for each in watcher.sessions if each.seen < 120.0} == {0}, "no other key goes on"
    assert Status.PAUSED in {each.status for each in watcher.sessions}
    assert any("sound is muted. Space goes on" in note for note in watcher.notes)
    assert watcher.notes[-1] == ""
    assert session.outcome is Outcome.COMPLETED


def test_what_the_system_asks_for_comes_before_the_keys() -> None:
    clock = HandClock()
    keys = Interrupted(HandKeys(clock, [(0.05, Wish.DIZZY)]))
    keys.ask(Wish.OUT)
    assert [keys.wait(5.0) for _ in range(3)] == [Wish.OUT, Wish.DIZZY, None]
    assert clock.now < 100.5


def test_without_a_keyboard_nothing_is_asked_for() -> None:
    assert NoKeyboard().wait(0.0) is None


def test_a_fast_clock_runs_ahead_but_never_leaps() -> None:
    clock = HandClock(10.0)
    fast = FastClock(clock, 5.0)
    clock.now = 10.1
    assert fast.read().now == pytest.approx(10.5)
    clock.now = 20.0
    assert fast.read().now == pytest.approx(11.5)


def test_the_computer_is_kept_awake_while_it_runs_and_let_go_when_somebody_went_away() -> None:
    wanted: list[Awake] = []
    taken, left = threading.Event(), threading.Event()

    @contextmanager
    def inhibitor(held: Awake) -> Generator[None]:
        wanted.append(held)
        taken.set()
        yield
        left.set()

    run = begun(wall_plan())
    wakefulness = Wakefulness(KeepAwake(inhibitor))
    wakefulness.follow(run.session)
    assert taken.wait(5.0)
    run.wait(10.0)
    run.send(Event.PAUSE)
    wakefulness.follow(run.session)
    assert not left.is_set()
    run.wait(PATIENCE + 1.0)
    wakefulness.follow(run.session)
    assert left.wait(5.0)
    wakefulness.close()
    assert wanted == [Awake.COMPUTER]
