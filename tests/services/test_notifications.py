"""A notification that stands: what it says, which button was pressed, and that it goes when it is over."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from legsup.bus import BusError
from legsup.services.notifications.desktop import Note, Posted, Standing, post
from tests.ui.desk import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.bus import Bus

pytestmark = pytest.mark.usefixtures("qapp")
NOTE = Note(
    "Legs up?", "5 < 6 & up by 16:10.", {"start": "Start", "later": "In 15 min"}, Path("/icons/legsup.png")
)


class Said(NamedTuple):
    """What the service told."""

    member: str
    body: tuple[Any, ...]


class Service:
    """Stands for the line to a desktop's notification service; ``stand`` are the numbers of those that are shown."""

    def __init__(self, *capabilities: str) -> None:
        self._here, self._there = socket.socketpair()
        self._capabilities = list(capabilities)
        self._told: list[Said] = []
        self.heard: set[str] = set()
        self.shown: tuple[Any, ...] = ()
        self.stand: list[int] = []
        self.is_lost = False

    @property
    def descriptor(self) -> int:
        """What is watched."""
        return self._here.fileno()

    @property
    def is_closed(self) -> bool:
        """Whether the line was let go."""
        return self.descriptor < 0

    def hear(self, _place: object, member: str) -> None:
        """Tell it from now on."""
        self.heard.add(member)

    def call(
        self, _place: object, member: str, _kinds: str = "", body: tuple[Any, ...] = (), **_how: object
    ) -> tuple[Any, ...]:
        """Do what is asked."""
        match member:
            case "GetCapabilities":
                return (self._capabilities,)
            case "Notify":
                self.shown = body
                self.stand.append(7)
                return (7,)
            case _:
                self.stand.remove(body[0])
                return ()

    def tell(self, member: str, *body: object, wakes: bool = True) -> None:
        """Tell something; what came before anybody watched ``wakes`` nobody."""
        self._told.append(Said(member, body))
        if wakes:
            self._there.send(b".")

    def waiting(self) -> list[Said]:
        """Give what was told."""
        if self.is_lost:
            raise BusError("gone")
        self._here.setblocking(False)
        with suppress(BlockingIOError):
            self._here.recv(99)
        told, self._told = self._told, []
        return told

    def close(self) -> None:
        """Let it go."""
        self._here.close()
        self._there.close()


class Shown:
    """A notification that stands, and the keys of the buttons that were pressed."""

    def __init__(self, parent: QObject, service: Service) -> None:
        posted = post(NOTE, lambda: cast("Bus", service))
        assert isinstance(posted, Posted)
        self.standing = Standing(posted, parent)
        self.pressed: list[str] = []
        self.standing.pressed.connect(self.pressed.append)


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service("body", "actions")
    yield made
    made.close()


@pytest.fixture
def shown(service: Service) -> Iterator[Shown]:
    parent = QObject()
    yield Shown(parent, service)
    parent.deleteLater()


def test_it_says_what_it_is_to_say_with_its_buttons_and_wakes_nobody(service: Service) -> None:
    posted = post(NOTE, lambda: cast("Bus", service))
    assert posted is not None
    assert posted.number == 7
    name, replaced, icon, title, body, actions, hints, milliseconds = service.shown
    assert (name, replaced, icon, title) == ("Legs Up", 0, "/icons/legsup.png", "Legs up?")
    assert body == "5 &lt; 6 &amp; up by 16:10.", "services read it as markup"
    assert actions == ["start", "Start", "later", "In 15 min"]
    assert hints["urgency"] == ("y", 1), "it is not urgent: over no film, with no alarm"
    assert milliseconds == 60_000
    assert service.heard == {"ActionInvoked", "NotificationClosed"}


def test_a_desktop_without_buttons_is_asked_for_none_and_its_line_let_go() -> None:
    plain = Service("body")
    assert post(NOTE, lambda: cast("Bus", plain)) is None
    assert (plain.shown, plain.is_closed) == ((), True)


def test_a_button_is_told_once_and_the_notification_goes(service: Service, shown: Shown) -> None:
    service.tell("ActionInvoked", 7, "later")
    service.tell("ActionInvoked", 7, "start")
    until(lambda: bool(shown.pressed))
    QApplication.processEvents()
    assert shown.pressed == ["later"]
    assert (service.stand, service.is_closed) == ([], True)


def test_what_is_said_to_another_s_notification_is_none_of_ours(service: Service, shown: Shown) -> None:
    service.tell("ActionInvoked", 8, "start")
    service.tell("NotificationClosed", 8, 2)
    service.tell("ActionInvoked", 7, "later")
    until(lambda: bool(shown.pressed))
    assert shown.pressed == ["later"]


def test_one_that_the_person_took_away_presses_nothing_and_is_not_taken_away_again(
    service: Service, shown: Shown
) -> None:
    service.tell("NotificationClosed", 7, 2)
    until(lambda: service.is_closed)
    shown.standing.withdraw()
    assert shown.pressed == []
    assert service.stand == [7], "nobody asked for it to be closed"


def test_a_button_pressed_before_anybody_listened_counts(service: Service) -> None:
    service.tell("ActionInvoked", 7, "start", wakes=False)
    parent = QObject()
    shown = Shown(parent, service)
    until(lambda: bool(shown.pressed))
    assert shown.pressed == ["start"]
    parent.deleteLater()


def test_one_that_is_withdrawn_goes_with_its_line(service: Service, shown: Shown) -> None:
    shown.standing.withdraw()
    assert (service.stand, service.is_closed) == ([], True)
    shown.standing.withdraw()
    assert shown.pressed == []


def test_a_bus_that_goes_takes_the_notification_with_it(service: Service, shown: Shown) -> None:
    service.is_lost = True
    service.tell("ActionInvoked", 7, "start")
    until(lambda: service.is_closed)
    assert shown.pressed == []
