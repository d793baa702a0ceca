"""Keep-awake: taken and given back once, on a thread that is gone afterwards, and never in anybody's way."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import pytest

from legsup.services.keep_awake import Awake, KeepAwake
from tests.ui.desk import until

if TYPE_CHECKING:
    from collections.abc import Generator


pytestmark = pytest.mark.usefixtures("qapp")


class Service:
    """A system's service that notes what it was asked for."""

    def __init__(self, *, broken: bool = False) -> None:
        self.broken = broken
        self.log: list[str] = []
        self.taken = threading.Semaphore(0)
        self.given_back = threading.Semaphore(0)

    @contextmanager
    def __call__(self, wanted: Awake) -> Generator[None]:
        self.log.append(f"take {wanted.value}")
        self.taken.release()
        if self.broken:
            raise OSError("no such service")
        yield
        self.log.append(f"give {wanted.value}")
        self.given_back.release()


def threads() -> list[str]:
    return [each.name for each in threading.enumerate() if each.name == "keep-awake"]


def test_what_is_wanted_is_taken_once_changed_and_given_back() -> None:
    service = Service()
    keeps = KeepAwake(service)
    keeps.want(Awake.NOTHING)
    assert threads() == []
    keeps.want(Awake.COMPUTER)
    keeps.want(Awake.COMPUTER)
    assert service.taken.acquire(timeout=60)
    keeps.want(Awake.SCREEN)
    assert service.taken.acquire(timeout=60)
    keeps.close()
    assert service.log == ["take computer", "give computer", "take screen", "give screen"]
    assert threads() == []


def test_it_can_be_wanted_again_after_it_was_given_back() -> None:
    service = Service()
    keeps = KeepAwake(service)
    for _ in range(2):
        keeps.want(Awake.COMPUTER)
        assert service.taken.acquire(timeout=60)
        keeps.want(Awake.NOTHING)
        assert service.given_back.acquire(timeout=60)
    keeps.close()
    assert service.log == ["take computer", "give computer"] * 2


def test_a_service_that_fails_is_asked_once_and_leaves_nothing() -> None:
    service = Service(broken=True)
    keeps = KeepAwake(service)
    keeps.want(Awake.COMPUTER)
    assert service.taken.acquire(timeout=60)
    keeps.close()
    assert service.log == ["take computer"]
    assert threads() == []


class Mode(NamedTuple):
    """What a service gives: whether it does what it was asked for."""

    active: bool


def test_it_is_told_whether_the_computer_is_kept_awake_and_of_what_is_wanted_now_alone() -> None:
    seen: list[bool | None] = []
    asked, answers = threading.Semaphore(0), threading.Semaphore(0)

    @contextmanager
    def slowly(wanted: Awake) -> Generator[Mode]:
        asked.release()
        assert answers.acquire(timeout=60)
        yield Mode(active=wanted is Awake.COMPUTER)
        seen.append(keeps.kept)

    keeps = KeepAwake(slowly)
    assert keeps.kept is None
    keeps.want(Awake.COMPUTER)
    assert asked.acquire(timeout=60)
    keeps.want(Awake.SCREEN)
    answers.release()
    assert asked.acquire(timeout=60)
    assert keeps.kept is None, "what was wanted before is kept, and nobody asks for that any more"
    answers.release()
    keeps.close()
    assert seen == [None, None]

    keeps = KeepAwake(slowly)
    for wanted, kept in ((Awake.COMPUTER, True), (Awake.SCREEN, False)):
        keeps.want(wanted)
        assert asked.acquire(timeout=60)
        answers.release()
        until(lambda kept=kept: keeps.kept is kept)
    keeps.close()
