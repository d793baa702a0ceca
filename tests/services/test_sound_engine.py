"""The engine: a thread of its own that nobody waits for, and nothing left when it is closed."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.lines import lines_of
from legsup.domain.session import Reading
from legsup.domain.sound import Levels, Progress
from legsup.services.sound.engine import Sound
from legsup.services.sound.outputs.silent import SilentOutput
from tests.services.sounding import Humming, plan, started
from tests.small_practice import PHRASES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from legsup.services.sound.output import SoundFeed


class RealClock:
    """The computer's clock."""

    def read(self) -> Reading:
        return Reading(time.monotonic())


class Signals:
    """An output that tells when it is used, or breaks."""

    device = "Signals"
    reason = ""
    rate = 8000
    channels = 1
    ahead = 0.2
    gulp = 0.0
    has_ended = False

    def __init__(self, fault: Exception | None = None) -> None:
        self.started = threading.Event()
        self.closed = threading.Event()
        self.withdrawn = threading.Event()
        self._fault = fault

    def open(self) -> None:
        if self._fault is not None:
            raise self._fault

    def start(self, feed: SoundFeed) -> None:
        feed(1600, time.monotonic())
        self.started.set()

    def withdraw(self, ready: Callable[[], None]) -> None:
        ready()
        self.withdrawn.set()

    def stop(self) -> None:
        pass

    def close(self) -> None:
        self.closed.set()


class Voice(Humming):
    """A voice that tells what it was asked to prepare."""

    def __init__(self) -> None:
        super().__init__()
        self.prepared: list[str] = []
        self.closed = threading.Event()

    def prepare(self, texts: Iterable[str]) -> None:
        self.prepared = list(texts)

    def close(self) -> None:
        self.closed.set()


def threads() -> list[str]:
    """The names of the sound's threads."""
    return [thread.name for thread in threading.enumerate() if thread.name == "sound"]


def test_a_session_is_played_and_nothing_is_left() -> None:
    output, voice = Signals(), Voice()
    sound = Sound(output, Levels(), voice, RealClock())
    assert sound.health().progress is Progress.NOT_STARTED
    assert not output.started.is_set()
    sound.prepare(plan())
    assert output.started.wait(60)
    output.withdrawn.clear()
    sound.follow(started(at=time.monotonic()))
    assert output.withdrawn.wait(60)
    output.withdrawn.clear()
    assert sound.says("Feet down.") is sound.health().is_heard
    assert not sound.says("")
    sound.set_levels(Levels(mute=True))
    assert output.withdrawn.wait(60)
    sound.close()
    assert output.closed.is_set()
    assert voice.closed.is_set()
    assert threads() == []


def test_that_all_was_let_go_is_told_each_time() -> None:
    told: list[bool] = []
    for times in (1, 2):
        output, voice = Signals(), Voice()
        sound = Sound(
            output,
            Levels(),
            voice,
            RealClock(),
            lambda output=output, voice=voice: told.append(output.closed.is_set() and voice.closed.is_set()),
        )
        sound.prepare(plan())
        assert output.started.wait(60)
        sound.close()
        assert told == [True] * times


def test_the_words_of_a_plan_are_prepared_in_the_order_in_which_they_are_said() -> None:
    voice = Voice()
    sound = Sound(SilentOutput("none"), Levels(), voice, RealClock())
    sound.prepare(plan())
    said = ["Take off your shoes.", "Let your eyes close.", "In.", "Out."]
    assert [text for text in voice.prepared if text in said] == said
    assert voice.prepared == list(lines_of(plan()))
    assert len(set(voice.prepared)) == len(voice.prepared)
    assert PHRASES.resumed in voice.prepared
    sound.close()
    assert voice.closed.is_set()


def test_the_words_are_made_ready_again_for_another_session_of_the_same_plan() -> None:
    voice = Voice()
    sound = Sound(SilentOutput("none"), Levels(), voice, RealClock())
    made = plan()
    for _ in range(2):
        voice.prepared.clear()
        sound.prepare(made)
        assert voice.prepared == list(lines_of(made))
    sound.close()


def test_a_minute_more_is_named_in_the_closing_words_and_made_ready() -> None:
    output, voice = Signals(), Voice()
    sound = Sound(output, Levels(), voice, RealClock())
    sound.prepare(plan(minutes=2))
    assert output.started.wait(60)
    session = started(plan(minutes=2), at=time.monotonic())
    sound.follow(session)
    hold = session.plan.holds[0]
    longer = session.plan.with_seconds({hold.index: hold.nominal + 60.0})
    output.withdrawn.clear()
    sound.follow(replace(session, plan=longer, revision=session.revision + 1))
    assert output.withdrawn.wait(60)
    assert voice.prepared == list(lines_of(longer))
    sound.close()


def test_a_silent_output_needs_no_thread_and_tells_its_reason() -> None:
    sound = Sound(SilentOutput("nothing to play on"), Levels(), None, RealClock())
    sound.prepare(plan())
    sound.follow(started())
    assert threads() == []
    assert sound.health().progress is Progress.SILENT
    assert sound.health().reason == "nothing to play on"
    assert not sound.says("Feet down.")
    sound.close()


def test_whatever_breaks_in_the_sound_ends_the_sound_alone() -> None:
    output = Signals(ZeroDivisionError("a fault of ours"))
    sound = Sound(output, Levels(), None, RealClock())
    sound.prepare(plan())
    assert output.closed.wait(60)
    sound.follow(started())
    assert sound.health().progress is Progress.STUCK
    assert "log" in sound.health().reason
    sound.close()
