"""What a headset or a lock screen is told: of its key for the next step, and nothing where none is reached."""

from __future__ import annotations

import shutil
import socket
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtGui import QImage

from legsup.app.media_keys import ART, MediaKeys
from legsup.bus import BusError
from legsup.domain.media_key import MediaKey
from legsup.domain.session import Status
from legsup.services.media.player import MediaPlayer
from tests.ui.desk import Desk, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.bus import Bus

pytestmark = pytest.mark.usefixtures("qapp")


class ABus:
    """Stands for a session bus; ``told`` is what it was told of the key."""

    def __init__(self) -> None:
        self._here, self._there = socket.socketpair()
        self.told: list[bool] = []
        self.art: list[str] = []

    @property
    def descriptor(self) -> int:
        """Something to watch, from which nothing comes."""
        return self._here.fileno()

    def own(self, _name: str) -> bool:
        """Give the name."""
        return True

    def tell(self, _path: str, _interface: str, _member: str, _kinds: str, body: tuple[Any, ...]) -> None:
        """Hear what has changed."""
        if "CanGoNext" in body[1]:
            self.told.append(body[1]["CanGoNext"][1])
        if "Metadata" in body[1]:
            self.art.append(body[1]["Metadata"][1].get("mpris:artUrl", ("s", ""))[1])

    @property
    def is_closed(self) -> bool:
        """Whether it was let go."""
        return self._here.fileno() < 0

    def waiting(self) -> list[Any]:
        """Nobody calls."""
        return []

    def close(self) -> None:
        """Let it go."""
        self._here.close()
        self._there.close()


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The app."""
    made = opened(tmp_path_factory.mktemp("home"))
    yield made
    made.close()


def test_the_key_for_next_is_off_until_the_seat_has_lasted_its_while(desk: Desk) -> None:
    bus = ABus()
    keys = MediaKeys(desk.app.basis, MediaPlayer(desk.app, lambda: cast("Bus", bus)), desk.app)
    desk.button("Begin").click()
    desk.to("legs-up")
    assert bus.told == []
    desk.to("seat")
    assert bus.told == [False]
    desk.wait(29)
    assert bus.told == [False]
    desk.wait(2)
    assert bus.told == [False, True]
    keys.close()


def test_a_headset_leads_through_a_practice_and_goes_with_it(desk: Desk) -> None:
    buses: list[ABus] = []

    def bus() -> Bus:
        buses.append(ABus())
        return cast("Bus", buses[-1])

    player = MediaPlayer(desk.app, bus)
    keys = MediaKeys(desk.app.basis, player, desk.app)
    player.pressed.emit(MediaKey.PLAY)
    assert (desk.conductor.session, buses) == (None, []), "nothing runs"
    for number in (0, 1):
        desk.button("Begin").click()
        assert [each.is_closed for each in buses] == [True] * number + [False]
        player.pressed.emit(MediaKey.NEXT)
        assert desk.session.beat_index == 1
        desk.to("legs-up")
        player.pressed.emit(MediaKey.PLAY_PAUSE)
        assert desk.session.status is Status.PAUSED
        player.pressed.emit(MediaKey.PLAY)
        assert desk.session.status is Status.RUNNING
        player.pressed.emit(MediaKey.STOP)
        assert desk.session.is_coming_out, "nobody gets up with a start because a headset was put away"
        assert desk.session.is_active
        desk.actions.stop.trigger()
        assert [each.is_closed for each in buses] == [True] * (number + 1)
        desk.button("Done").click()
    keys.close()


def test_where_no_bus_is_no_picture_is_painted(desk: Desk) -> None:
    tries: list[None] = []

    def none() -> Bus:
        tries.append(None)
        raise BusError("no bus")

    art = desk.app.basis.places.cache / "art"
    desk.button("Begin").click()
    shutil.rmtree(art, ignore_errors=True)  # what the app's own player has painted where it has a bus
    keys = MediaKeys(desk.app.basis, MediaPlayer(desk.app, none), desk.app)
    keys.show(desk.session)
    keys.show(desk.session)
    assert not art.exists()
    assert len(tries) == 1, "a bus that is not there is looked for once a practice"
    keys.close()


def test_a_picture_that_cannot_be_written_is_left_out(desk: Desk) -> None:
    art, bus = desk.app.basis.places.cache / "art", ABus()
    desk.button("Begin").click()
    shutil.rmtree(art, ignore_errors=True)
    art.parent.mkdir(parents=True, exist_ok=True)
    art.touch()
    keys = MediaKeys(desk.app.basis, MediaPlayer(desk.app, lambda: cast("Bus", bus)), desk.app)
    desk.to("legs-up")
    assert desk.session.is_active
    assert set(bus.art) == {""}
    keys.close()
    art.unlink()


def test_each_step_is_shown_with_a_picture_of_its_pose(desk: Desk) -> None:
    bus = ABus()
    keys = MediaKeys(desk.app.basis, MediaPlayer(desk.app, lambda: cast("Bus", bus)), desk.app)
    desk.button("Begin").click()
    desk.to("legs-up")
    file = desk.app.basis.places.cache / "art" / f"{desk.session.beat.step.pose}.png"
    assert bus.art[-1] == file.as_uri()
    assert (QImage(str(file)).width(), QImage(str(file)).height()) == (ART.width(), ART.height())
    desk.app.basis.kept.change(wall_side="left" if desk.settings.wall_side == "right" else "right")
    keys.show(desk.session)
    art = file.parent.glob(f"{file.stem}*.png")
    assert len({each.read_bytes() for each in art}) == 2, "its wall is where one's own is"
    keys.close()
