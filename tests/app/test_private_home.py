"""A home that the app makes is its owner's alone, with everything in it, though the umask takes no right away."""

from __future__ import annotations

import logging
import os
import stat
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from legsup.domain.sound import Clip
from legsup.places import in_folder
from legsup.practice.log import keep_log
from legsup.services.remote.instance import instance_lock
from legsup.services.remote.server import Server
from legsup.services.settings.store import SettingsStore
from legsup.services.voice.cache import Cache
from tests.ui.desk import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legsup.places import Places

pytestmark = [
    pytest.mark.usefixtures("qapp", "no_umask"),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights"),
]

MADE = {
    "settings.json",
    ".settings.lock",
    "settings.damaged-1.json",
    "journal.sqlite3",
    "journal.sqlite3-wal",
    "journal.sqlite3-shm",
    "state/window.ini",
    "state/legsup.log",
    "state/legsup.log.1",
    "state/run/session.lock",
    "state/run/app.lock",
    "state/run/app.socket",
}


@pytest.fixture
def no_umask() -> Iterator[None]:
    """No right is taken from new files: what is private is so by our own doing."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    """The app's logger, left as it was."""
    app = logging.getLogger("legsup")
    before, level = list(app.handlers), app.level
    yield app
    for handler in [each for each in app.handlers if each not in before]:
        app.removeHandler(handler)
        handler.close()
    app.setLevel(level)


def test_whatever_the_app_makes_is_its_owners_alone(tmp_path: Path, logger: logging.Logger) -> None:
    home = tmp_path / "new" / "home"
    places = in_folder(home)
    lock = instance_lock(places.runtime / "app.lock")
    desk = opened(home)
    server = Server(places.socket, lambda question: question, desk.app)
    desk.button("Begin").click()
    desk.to("up")
    desk.wait(2)
    desk.button("I'm up").click()
    what_seldom_comes(places, logger)
    found = everything_in(home)
    desk.app.front.window.close()
    found |= everything_in(home)
    server.close()
    desk.close()
    assert lock is not None
    lock.give_back()

    assert {name: oct(stat.S_IMODE(mode)) for name, mode in found.items() if stat.S_IMODE(mode) & 0o077} == {}
    assert {name for name in found if name.rpartition("/")[0] in {"", "state", "state/run"}} >= MADE
    assert [name for name in found if name.startswith("cache/voice/flite-1/")]
    assert [stat.S_IMODE(made.stat().st_mode) for made in (home, home.parent)] == [0o700, 0o700]


def everything_in(home: Path) -> dict[str, int]:
    """Give the kind and rights of all folders and files by their path in the home."""
    return {str(path.relative_to(home)): path.lstat().st_mode for path in home.rglob("*")}


def what_seldom_comes(places: Places, logger: logging.Logger) -> None:
    """A log that is full, a rendered line, and settings that somebody broke."""
    keep_log(places.state)
    for _ in range(3):
        logger.info("%150000d", 1)
    Cache(places.cache / "voice").put("flite", "Legs up", Clip(8000, np.zeros(80, np.float32).tobytes()))
    places.settings.write_text("{", encoding="utf-8")
    places.settings.chmod(0o600)
    SettingsStore(places.settings).change({"muted": True})
