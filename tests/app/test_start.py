"""A start of the app from the command line to its end, and a second start that hands over to the first."""

from __future__ import annotations

from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from legsup.app.launch import Launch
from legsup.app.main import run
from legsup.places import in_folder
from legsup.practice.wanted import Wanted
from legsup.services.remote.client import ask
from legsup.services.remote.instance import instance_lock
from legsup.services.session_lock import SessionLock
from legsup.services.settings.store import SettingsStore
from legsup.terminal.command_line import main
from tests.screened import keep_outcome
from tests.terminal.app_that_answers import an_app_that_answers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


class Asker(Thread):
    """Somebody outside: waits until the app at a socket answers, and asks."""

    def __init__(self, home: Path, *questions: dict[str, Any]) -> None:
        super().__init__()
        self.answers: list[dict[str, Any] | None] = []
        self._socket = in_folder(home).socket
        self._questions = questions

    def run(self) -> None:
        """Ask everything in turn."""
        self.answers = [ask(self._socket, question) for question in self._questions]


class Waiting(Asker):
    """Asks how a practice stands until half a minute of it is over, or a minute of ours; then the questions."""

    elapsed = 0.0

    def run(self) -> None:
        """Ask."""
        until = monotonic() + 60.0
        while self.elapsed < 30.0 and monotonic() < until:
            self.elapsed = (ask(self._socket, {"verb": "status"}) or {}).get("elapsed") or 0.0
        super().run()


def close_windows() -> None:
    """Close what can be seen of the app: without a tray that ends it."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMainWindow) and window.isVisible():
            window.close()


def once_it_is_there(
    asker: Asker,
    home: Path,
    *,
    before: Callable[[], None] = lambda: None,
    end: Callable[[], None] = close_windows,
) -> None:
    """Once the app listens, do something ``before`` it is asked; when all is answered, ``end`` it."""

    def look() -> None:
        if asker.ident is None and in_folder(home).socket.exists():
            before()
            asker.start()
        if asker.ident is None or asker.is_alive():
            QTimer.singleShot(10, look)
        else:
            end()

    QTimer.singleShot(0, look)


def test_the_app_opens_answers_and_ends_with_its_window_and_leaves_its_locks_free(tmp_path: Path) -> None:
    asker = Asker(tmp_path, {"verb": "status"}, {"verb": "open"})
    once_it_is_there(asker, tmp_path)
    assert main(["--home", str(tmp_path)]) == 0
    assert [answer and answer["running"] for answer in asker.answers] == [True, True]
    lock = instance_lock(in_folder(tmp_path).runtime / "app.lock")
    assert lock is not None
    lock.give_back()
    assert ask(in_folder(tmp_path).socket, {"verb": "status"}) is None


def test_a_trial_from_the_command_line_runs_fast_and_keeps_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_outcome(tmp_path)
    asker = Waiting(tmp_path, {"verb": "status"}, {"verb": "stop"})
    once_it_is_there(asker, tmp_path)
    words = ["start", "seated-breath", "--minutes", "2", "--pattern", "4-4", "--speed", "200", "--no-desk"]
    assert main(["--home", str(tmp_path), *words]) == 0
    begun, _ = asker.answers
    assert asker.elapsed >= 30.0
    assert begun is not None
    assert (begun["sequence"], begun["minutes"]) == ("seated-breath", 2.0)
    assert main(["--home", str(tmp_path), "journal", "list"]) == 0
    assert capsys.readouterr().out == "No practice yet.\n"


def test_with_reminders_the_app_goes_on_though_its_window_was_closed(tmp_path: Path) -> None:
    chosen = {"reminders": True, "without_tray": "stay", "welcomed": True}
    SettingsStore(in_folder(tmp_path).settings).change(chosen)
    asker = Asker(tmp_path, {"verb": "status"}, {"verb": "status"})
    once_it_is_there(asker, tmp_path, before=close_windows, end=QApplication.quit)
    assert main(["--home", str(tmp_path)]) == 0
    assert [answer and answer["running"] for answer in asker.answers] == [True, True]


def test_an_end_that_nobody_asked_the_app_for_lets_the_next_practice_in(
    qapp: QApplication, tmp_path: Path
) -> None:
    """As at a logout, where Qt ends it."""
    keep_outcome(tmp_path)
    SettingsStore(in_folder(tmp_path).settings).change({"muted": True})
    asker = Asker(tmp_path, {"verb": "status"})
    lock = SessionLock(in_folder(tmp_path).runtime / "session.lock")
    is_free: list[bool] = []

    def look() -> None:
        is_free.append(lock.take())
        lock.give_back()

    def look_at_the_end() -> None:
        qapp.aboutToQuit.connect(look)

    once_it_is_there(asker, tmp_path, before=look_at_the_end, end=QApplication.exit)
    assert main(["--home", str(tmp_path), "start", "seated-breath", "--no-desk", "--pace", "my-pace"]) == 0
    assert [answer and answer["sequence"] for answer in asker.answers] == ["seated-breath"]
    qapp.aboutToQuit.disconnect(look)
    assert is_free == [True], (
        "it has ended in order when Qt says that it quits: Windows ends the process then"
    )
    assert lock.take()
    lock.give_back()
    for window in QApplication.topLevelWidgets():
        window.hide()


def test_one_of_which_nothing_is_seen_yet_answers_too(tmp_path: Path) -> None:
    """As hidden at login, before there is a panel."""
    asker = Asker(tmp_path, {"verb": "status"})
    seen: list[bool] = []

    def look() -> None:
        seen.extend(each.isVisible() for each in QApplication.topLevelWidgets())

    once_it_is_there(asker, tmp_path, before=look, end=QApplication.exit)
    assert run(in_folder(tmp_path), Launch(hidden=True), unseen=20) == 0
    assert [answer and answer["running"] for answer in asker.answers] == [True]
    assert not any(seen)


@pytest.mark.parametrize(
    ("launch", "question"),
    [
        (Launch(), {"verb": "open"}),
        (Launch(wanted=Wanted(minutes=4.0)), {"verb": "start", "options": {"minutes": 4.0}}),
    ],
)
def test_a_second_start_hands_over_to_the_first(
    tmp_path: Path, launch: Launch, question: dict[str, Any]
) -> None:
    lock = instance_lock(in_folder(tmp_path).runtime / "app.lock")
    assert lock is not None
    with an_app_that_answers(tmp_path, {"running": True}) as questions:
        assert run(in_folder(tmp_path), launch) == 0
    lock.give_back()
    (asked,) = questions
    assert asked["verb"] == question["verb"]
    assert question.get("options", {}).items() <= asked.get("options", {}).items()


def test_all_that_a_start_asks_for_is_handed_on(tmp_path: Path) -> None:
    words = "in-bed --minutes 4 --pattern 5-7 --pace my-pace --guidance short --bedtime --floor --no-desk"
    wanted = Wanted(
        sequence="in-bed",
        minutes=4.0,
        pattern="5-7",
        pace="my-pace",
        guidance="short",
        bedtime=True,
        floor=True,
        desk=False,
    )
    with an_app_that_answers(tmp_path, {"running": True}) as questions:
        assert main(["--home", str(tmp_path), "start", *words.split()]) == 0
    (asked,) = questions
    assert asked["options"] == wanted._asdict()


def test_a_second_start_tells_why_the_first_would_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = instance_lock(in_folder(tmp_path).runtime / "app.lock")
    assert lock is not None
    with an_app_that_answers(tmp_path, {"error": "A session is running. One at a time."}):
        assert run(in_folder(tmp_path), Launch(wanted=Wanted())) == 1
    assert capsys.readouterr().err == "legsup: A session is running. One at a time.\n"
    in_folder(tmp_path).socket.unlink()
    assert run(in_folder(tmp_path), Launch(), patience=0.3) == 1
    assert capsys.readouterr().err == "legsup: it runs, but does not answer\n"
    lock.give_back()


def test_a_home_that_cannot_be_used_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    shown: list[str] = []
    assert run(in_folder(tmp_path / "file"), Launch(), shows=lambda _, why: shown.append(why)) == 1
    told = capsys.readouterr().err
    assert told.startswith("legsup: the app's folder cannot be used (")
    assert len(shown) == 1
    assert shown[0] in told
    assert run(in_folder(tmp_path / "file"), Launch(hidden=True), shows=lambda _, why: shown.append(why)) == 1
    assert len(shown) == 1, "at login nobody wanted a window"
