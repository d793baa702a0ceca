"""The computer's sleep is held up until the sound has faded, and the next one as well."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING, NamedTuple, cast

import pytest
from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from legsup.bus import BusError
from legsup.services.sleep_watch import SleepWatch
from tests.ui.desk import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.bus import Bus

pytestmark = pytest.mark.usefixtures("qapp")


class Said(NamedTuple):
    """What a service told."""

    member: str
    body: tuple[bool, ...]


class Delay(NamedTuple):
    """What is handed over: while it is open the computer waits."""

    number: int

    def to_raw_fd(self) -> int:
        """Give it."""
        return self.number


class Logind:
    """Stands for the system bus; ``held`` counts what keeps the computer from sleeping."""

    def __init__(self) -> None:
        self._here, self._there = socket.socketpair()
        self._told: list[Said] = []
        self._handed: list[int] = []

    @property
    def descriptor(self) -> int:
        """What is watched."""
        return self._here.fileno()

    def hear(self, _place: object, _member: str) -> None:
        """Tell it from now on."""

    def call(self, *_words: object, **_how: object) -> tuple[Delay]:
        """Hand over a delay."""
        self._handed.append(os.open(os.devnull, os.O_RDONLY))
        return (Delay(self._handed[-1]),)

    def tell(self, *, sleeps: bool) -> None:
        """Tell that the computer is about to sleep, or has woken."""
        self._told.append(Said("PrepareForSleep", (sleeps,)))
        self._there.send(b".")

    def waiting(self) -> list[Said]:
        """Give what was told."""
        self._here.recv(99)
        told, self._told = self._told, []
        return told

    @property
    def held(self) -> int:
        """How many delays are open."""
        return sum(_is_open(each) for each in set(self._handed))

    @property
    def is_closed(self) -> bool:
        """Whether it was let go."""
        return self._here.fileno() < 0

    def close(self) -> None:
        """Let it go."""
        self._here.close()
        self._there.close()


class Lost(Logind):
    """A bus that goes away when something is told."""

    def waiting(self) -> list[Said]:
        """Give nothing any more."""
        raise BusError("gone")


class Deaf(Logind):
    """A bus at which nothing can be heard."""

    def hear(self, _place: object, _member: str) -> None:
        """Refuse."""
        raise BusError("not allowed")


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


@pytest.fixture
def logind() -> Iterator[Logind]:
    made = Logind()
    yield made
    made.close()


def test_a_sleep_is_held_up_until_the_sound_has_faded_and_the_next_one_too(logind: Logind) -> None:
    parent = QObject()
    watch = SleepWatch(parent, lambda: cast("Bus", logind))
    (fade,) = (each for each in watch.children() if isinstance(each, QTimer))
    told: list[str] = []
    watch.going.connect(lambda: told.append("going"))
    watch.woke.connect(lambda: told.append("woke"))
    watch.open()
    assert logind.held == 1
    logind.tell(sleeps=True)
    until(lambda: told == ["going"])
    assert (fade.isActive(), logind.held) == (True, 1), "the sound fades first"
    logind.tell(sleeps=False)
    until(lambda: told == ["going", "woke"])
    assert (fade.isActive(), logind.held) == (False, 1), (
        "a sleep that came to nothing: the next waits as well"
    )
    logind.tell(sleeps=True)
    until(lambda: len(told) == 3)
    fade.setInterval(0)
    fade.start()
    until(lambda: logind.held == 0)
    logind.tell(sleeps=False)
    until(lambda: len(told) == 4)
    assert logind.held == 1
    watch.close()
    assert (logind.held, watch.is_open) == (0, False)
    parent.deleteLater()


def test_who_watches_no_more_holds_up_no_sleep_and_may_begin_again() -> None:
    parent, made = QObject(), [Logind(), Logind()]
    left = list(made)
    watch = SleepWatch(parent, lambda: cast("Bus", left.pop(0)))
    (fade,) = (each for each in watch.children() if isinstance(each, QTimer))
    told: list[str] = []
    watch.going.connect(lambda: told.append("going"))
    watch.open()
    made[0].tell(sleeps=True)
    until(lambda: told == ["going"])
    watch.close()
    assert (fade.isActive(), made[0].held, made[0].is_closed) == (False, 0, True)
    assert [each.isEnabled() for each in watch.findChildren(QSocketNotifier)] == [False]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert watch.findChildren(QSocketNotifier) == []
    watch.close()
    watch.open()
    assert (watch.is_open, made[1].held, made[1].is_closed) == (True, 1, False)
    made[1].tell(sleeps=True)
    until(lambda: len(told) == 2)
    watch.close()
    parent.deleteLater()


def test_a_bus_that_is_lost_is_let_go() -> None:
    parent, logind = QObject(), Lost()
    watch = SleepWatch(parent, lambda: cast("Bus", logind))
    watch.open()
    logind.tell(sleeps=True)
    until(lambda: not watch.is_open)
    assert (logind.held, logind.is_closed) == (0, True)
    parent.deleteLater()


def test_a_bus_that_tells_of_no_sleep_is_let_go() -> None:
    parent, logind = QObject(), Deaf()
    watch = SleepWatch(parent, lambda: cast("Bus", logind))
    watch.open()
    assert (watch.is_open, logind.is_closed) == (False, True)
    parent.deleteLater()


def test_where_nothing_announces_sleep_nothing_is_watched() -> None:
    def none() -> Bus:
        raise BusError("no bus")

    parent = QObject()
    watch = SleepWatch(parent, none)
    watch.open()
    assert not watch.is_open
    watch.close()
    parent.deleteLater()
