"""Keep-awake: taken and given back once, on a thread that is gone afterwards, and never in anybody's way."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from legsup.services.keep_awake import Awake, KeepAwake

if TYPE_CHECKING:
    from collections.abc import Generator


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
    assert service.taken.acquire(timeout=5.0)
    keeps.want(Awake.SCREEN)
    assert service.taken.acquire(timeout=5.0)
    keeps.close()
    assert service.log == ["take computer", "give computer", "take screen", "give screen"]
    assert threads() == []


def test_it_can_be_wanted_again_after_it_was_given_back() -> None:
    service = Service()
    keeps = KeepAwake(service)
    for _ in range(2):
        keeps.want(Awake.COMPUTER)
        assert service.taken.acquire(timeout=5.0)
        keeps.want(Awake.NOTHING)
        assert service.given_back.acquire(timeout=5.0)
    keeps.close()
    assert service.log == ["take computer", "give computer"] * 2


def test_a_service_that_fails_is_asked_once_and_leaves_nothing() -> None:
    service = Service(broken=True)
    keeps = KeepAwake(service)
    keeps.want(Awake.COMPUTER)
    assert service.taken.acquire(timeout=5.0)
    keeps.close()
    assert service.log == ["take computer"]
    assert threads() == []
