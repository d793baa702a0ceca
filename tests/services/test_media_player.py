"""What the session bus asks of the media player that stands for a session, and what it is answered: no headset ends anything."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pytest
from PySide6.QtCore import QEvent, QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from legsup.bus import BusError
from legsup.domain.media_key import MediaKey
from legsup.services.media.player import (
    NAME,
    NO_PROPERTY,
    PLAYER,
    PROPERTIES,
    READ_ONLY,
    ROOT,
    UNKNOWN,
    MediaPlayer,
    Playing,
)
from tests.ui.desk import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.bus import Bus

pytestmark = pytest.mark.usefixtures("qapp")
WALL = Playing(plays=True, title="Legs up the wall", stage="Hold · up by 14:31", goes_next=False)


class Call(NamedTuple):
    """Something that came over the bus."""

    interface: str
    member: str
    body: tuple[Any, ...] = ()
    is_call: bool = True


class Session:
    """Stands for the session bus; ``answers`` are those that it got, a name alone where it was refused."""

    def __init__(self, *, is_free: bool | None = True) -> None:
        self._here, self._there = socket.socketpair()
        self._is_free = is_free
        self._calls: list[Call] = []
        self.owned = ""
        self.answers: list[Any] = []
        self.told: list[tuple[Any, ...]] = []
        self.is_lost = False

    @property
    def descriptor(self) -> int:
        """What is watched."""
        return self._here.fileno()

    @property
    def is_closed(self) -> bool:
        """Whether it was left."""
        return self.descriptor < 0

    def own(self, name: str) -> bool:
        """Give a name, unless another has it; None: the bus does not answer."""
        if self._is_free is None:
            raise BusError("no answer")
        self.owned = name
        return self._is_free

    def asks(self, interface: str, member: str, *body: object, is_call: bool = True) -> None:
        """Have somebody ask something."""
        self._calls.append(Call(interface, member, body, is_call))
        self._there.send(b".")

    def waiting(self) -> list[Call]:
        """Give what was asked."""
        if self.is_lost:
            raise BusError("gone")
        self._here.recv(99)
        calls, self._calls = self._calls, []
        return calls

    def answer(self, _call: Call, _kinds: str = "", body: tuple[Any, ...] = ()) -> None:
        """Take an answer."""
        self.answers.append(body)

    def refuse(self, _call: Call, error: str) -> None:
        """Take a refusal."""
        self.answers.append(error)

    def tell(self, _path: str, _interface: str, member: str, _kinds: str, body: tuple[Any, ...]) -> None:
        """Hear what changed."""
        self.told.append((member, *body))

    def close(self) -> None:
        """Leave."""
        self._here.close()
        self._there.close()


class Played:
    """A player at a bus, and what it was asked for."""

    def __init__(self, bus: Session) -> None:
        self.bus = bus
        self.parent = QObject()
        self.player = MediaPlayer(self.parent, lambda: cast("Bus", bus))
        self.pressed: list[MediaKey] = []
        self.raised: list[None] = []
        self.player.pressed.connect(self.pressed.append)
        self.player.raised.connect(lambda: self.raised.append(None))
        self.player.open(lambda: WALL)

    def answered(self, interface: str, member: str, *body: object) -> Any:  # noqa: ANN401 - an answer holds anything
        """Give what is answered to a question."""
        before = len(self.bus.answers)
        self.bus.asks(interface, member, *body)
        until(lambda: len(self.bus.answers) > before)
        assert len(self.bus.answers) == before + 1
        return self.bus.answers[-1]


@pytest.fixture
def played() -> Iterator[Played]:
    made = Played(Session())
    yield made
    made.player.close()
    made.parent.deleteLater()


@pytest.mark.parametrize("key", list(MediaKey))
def test_each_key_is_answered_and_told_once(played: Played, key: MediaKey) -> None:
    assert played.answered(PLAYER, key.value) == ()
    assert played.pressed == [key]
    assert played.raised == []


@pytest.mark.parametrize(
    ("interface", "member"),
    [(ROOT, "Quit"), (PLAYER, "Previous"), (PLAYER, "Seek"), (PLAYER, "SetPosition"), (PLAYER, "OpenUri")],
)
def test_what_it_does_not_offer_is_answered_and_does_nothing(
    played: Played, interface: str, member: str
) -> None:
    assert played.answered(interface, member) == ()
    assert (played.pressed, played.raised) == ([], [])
    assert not played.bus.is_closed


def test_a_client_may_bring_the_window_forward(played: Played) -> None:
    assert played.answered(ROOT, "Raise") == ()
    assert (played.pressed, len(played.raised)) == ([], 1)


def test_what_plays_is_told_to_whoever_asks(played: Played) -> None:
    (whole,) = played.answered(PROPERTIES, "GetAll", PLAYER)
    assert whole["PlaybackStatus"] == ("s", "Playing")
    assert whole["Metadata"][1]["xesam:title"] == ("s", "Legs up the wall")
    assert whole["Metadata"][1]["xesam:artist"] == ("as", ["Hold · up by 14:31"])
    assert "mpris:artUrl" not in whole["Metadata"][1], "it has no picture"
    offered = {name: whole[name][1] for name in ("CanGoNext", "CanGoPrevious", "CanPause", "CanSeek")}
    assert offered == {"CanGoNext": False, "CanGoPrevious": False, "CanPause": True, "CanSeek": False}
    (root,) = played.answered(PROPERTIES, "GetAll", ROOT)
    assert (root["Identity"], root["CanQuit"], root["CanRaise"]) == (
        ("s", "Legs Up"),
        ("b", False),
        ("b", True),
    )
    assert played.answered(PROPERTIES, "Get", PLAYER, "PlaybackStatus") == (("s", "Playing"),)


def test_what_is_not_there_is_refused_by_its_name(played: Played) -> None:
    assert played.answered(PROPERTIES, "Get", PLAYER, "Shuffle") == NO_PROPERTY
    assert played.answered(PROPERTIES, "GetAll", "org.example.Other") == NO_PROPERTY
    assert played.answered(PROPERTIES, "Set", PLAYER, "Rate", ("d", 2.0)) == READ_ONLY
    assert played.answered("org.example.Other", "Play") == UNKNOWN
    assert played.answered("org.freedesktop.DBus.Peer", "Ping") == ()
    (xml,) = played.answered("org.freedesktop.DBus.Introspectable", "Introspect")
    assert PLAYER in xml
    assert played.pressed == []


def test_a_signal_of_another_is_no_question(played: Played) -> None:
    played.bus.asks(PLAYER, "Stop", is_call=False)
    assert played.answered("org.freedesktop.DBus.Peer", "Ping") == ()
    assert played.pressed == []


def test_of_what_is_shown_anew_only_what_changed_is_told(played: Played) -> None:
    played.player.show(WALL)
    assert played.bus.told == []
    paused = Playing(plays=False, title=WALL.title, stage=WALL.stage, goes_next=False)
    played.player.show(paused)
    assert played.bus.told == [("PropertiesChanged", PLAYER, {"PlaybackStatus": ("s", "Paused")}, [])]
    assert played.answered(PROPERTIES, "Get", PLAYER, "PlaybackStatus") == (("s", "Paused"),)


def test_with_the_session_it_leaves_the_bus_and_comes_back_with_the_next() -> None:
    buses = [Session(), Session()]
    made = list(buses)
    parent = QObject()
    player = MediaPlayer(parent, lambda: cast("Bus", made.pop(0)))
    for bus in buses:
        player.open(lambda: WALL)
        assert (player.is_open, bus.owned, bus.is_closed) == (True, NAME, False)
        player.close()
        assert (player.is_open, bus.is_closed) == (False, True)
        assert not any(each.isEnabled() for each in player.findChildren(QSocketNotifier))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert player.findChildren(QSocketNotifier) == []
    player.close()
    player.show(WALL)
    assert buses[1].told == []
    parent.deleteLater()


@pytest.mark.parametrize("is_free", [False, None])
def test_where_the_name_is_not_to_be_had_the_line_is_let_go_and_nothing_painted(
    is_free: bool | None,  # noqa: FBT001 - a case
) -> None:
    bus, parent, asked = Session(is_free=is_free), QObject(), list[None]()
    player = MediaPlayer(parent, lambda: cast("Bus", bus))

    def playing() -> Playing:
        asked.append(None)
        return WALL

    player.open(playing)
    assert (player.is_open, bus.is_closed, asked) == (False, True, [])
    parent.deleteLater()


def test_a_bus_that_goes_is_left(played: Played) -> None:
    played.bus.is_lost = True
    played.bus.asks(PLAYER, "Play")
    until(lambda: played.bus.is_closed)
    assert not played.player.is_open
    assert played.pressed == []
