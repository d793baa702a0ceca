"""A start of the app from the command line to its end, and a second start that hands over to the first."""

from __future__ import annotations

from threading import Thread
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
from legsup.terminal.command_line import main
from tests.screened import keep_outcome
from tests.terminal.app_that_answers import an_app_that_answers

if TYPE_CHECKING:
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


def once_it_is_there(home: Path, *questions: dict[str, Any]) -> Asker:
    """Ask as soon as the app listens, then close its window: without a tray that ends the app."""
    asker = Asker(home, *questions)

    def look() -> None:
        if asker.ident is None and in_folder(home).socket.exists():
            asker.start()
        if asker.ident is None or asker.is_alive():
            QTimer.singleShot(10, look)
            return
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QMainWindow) and window.isVisible():
                window.close()

    QTimer.singleShot(0, look)
    return asker


def test_the_app_opens_answers_and_ends_with_its_window_and_leaves_its_locks_free(tmp_path: Path) -> None:
    asker = once_it_is_there(tmp_path, {"verb": "status"}, {"verb": "open"})
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
    asker = once_it_is_there(tmp_path, {"verb": "status"}, {"verb": "stop"})
    words = ["start", "seated-breath", "--minutes", "2", "--pattern", "4-4", "--speed", "200", "--no-desk"]
    assert main(["--home", str(tmp_path), *words]) == 0
    begun, _ = asker.answers
    assert begun is not None
    assert (begun["sequence"], begun["minutes"]) == ("seated-breath", 2.0)
    assert main(["--home", str(tmp_path), "journal", "list"]) == 0
    assert capsys.readouterr().out == "No practice yet.\n"


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
    assert main(["--home", str(tmp_path / "file")]) == 1
    assert capsys.readouterr().err.startswith("legsup: the app's folder cannot be used (")
