"""The running app, asked and told from outside."""

from __future__ import annotations

import json
import socket
import sys
import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtNetwork import QLocalSocket

from legsup.app.remote_answers import STATUS, answer
from legsup.services.remote.client import MOST_BYTES, ask
from legsup.services.remote.instance import instance_lock
from legsup.services.remote.server import MOST_ASKERS, Server
from tests.ui.desk import Desk, opened, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The app, idle."""
    made = opened(tmp_path_factory.mktemp("home"))
    yield made
    made.close()


def test_an_idle_app_tells_every_key_and_nothing_more(desk: Desk) -> None:
    told = answer(desk.app, {"verb": "status"})
    assert tuple(told) == STATUS
    assert told["running"] is True
    assert all(told[key] is None for key in STATUS[1:])


def test_open_brings_a_window_that_was_closed_to_the_front(desk: Desk) -> None:
    desk.app.front.window.hide()
    assert answer(desk.app, {"verb": "status"})["running"] is True
    assert not desk.app.front.window.isVisible(), "to look at it shows nothing"
    assert answer(desk.app, {"verb": "open"})["running"] is True
    assert desk.app.front.window.isVisible()


def test_a_session_is_begun_told_and_ended_from_outside(desk: Desk) -> None:
    begun = answer(desk.app, {"verb": "start", "options": {"pace": "my-pace", "minutes": 2.0}})
    assert (begun["status"], begun["minutes"]) == ("waiting", 2.0)
    assert "error" in answer(desk.app, {"verb": "start", "options": {}})
    assert answer(desk.app, {"verb": "next"})["step"] != begun["step"]
    desk.to("legs-up")
    desk.wait(1)
    told = answer(desk.app, {"verb": "status"})
    assert told["phase"] == "inhale"
    assert 0.0 < told["awareness"] < 1.0
    assert answer(desk.app, {"verb": "pause"})["status"] == "paused"
    assert answer(desk.app, {"verb": "resume"})["status"] == "running"
    assert answer(desk.app, {"verb": "end"})["stage"] == "come_out"
    assert answer(desk.app, {"verb": "stop"})["status"] is None
    assert "error" in answer(desk.app, {"verb": "next"})


def test_next_is_refused_until_the_seat_has_lasted_its_while(desk: Desk) -> None:
    answer(desk.app, {"verb": "start", "options": {"pace": "my-pace", "minutes": 2.0}})
    desk.to("seat")
    told = answer(desk.app, {"verb": "next"})
    assert told["error"].endswith("Rest here for 30 seconds first")
    desk.wait(31)
    assert answer(desk.app, {"verb": "next"})["step"] != "seat"
    assert answer(desk.app, {"verb": "stop"})["status"] is None


def test_reminders_are_switched_from_outside(desk: Desk) -> None:
    assert answer(desk.app, {"verb": "reminders", "on": True})["running"] is True
    assert desk.settings.reminders
    assert "error" not in answer(desk.app, {"verb": "reminders", "on": False})
    assert not desk.settings.reminders
    assert "expected true or false" in answer(desk.app, {"verb": "reminders", "on": "off"})["error"]


_ANYTHING = st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=5)


@given(st.dictionaries(st.sampled_from(["verb", "options"]) | st.text(), _ANYTHING))
def test_a_wrong_question_gets_an_error_and_changes_nothing(desk: Desk, question: dict[str, Any]) -> None:
    assert "error" in answer(desk.app, question)
    assert not desk.conductor.is_active


def test_whoever_comes_second_finds_the_lock_taken(tmp_path: Path) -> None:
    first = instance_lock(tmp_path / "app.lock")
    assert first is not None
    assert instance_lock(tmp_path / "app.lock") is None
    first.give_back()
    again = instance_lock(tmp_path / "app.lock")
    assert again is not None
    again.give_back()


def test_nobody_answers_where_no_app_runs(tmp_path: Path) -> None:
    assert ask(tmp_path / "app.socket", {"verb": "status"}) is None


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"3", b'"x"'])
def test_a_line_that_is_no_question_is_answered_with_what_was_expected(
    tmp_path: Path, desk: Desk, line: bytes
) -> None:
    server = Server(tmp_path / "s", lambda question: question, desk.app)
    assert server.listens
    assert "error" in server.answered(line)
    assert server.answered(json.dumps({"verb": "x"}).encode()) == {"verb": "x"}
    server.close()


def test_an_asker_that_went_away_before_its_answer_harms_nothing(tmp_path: Path, desk: Desk) -> None:
    answered: list[dict[str, Any]] = []
    client = QLocalSocket()

    def slowly(question: dict[str, Any]) -> dict[str, Any]:
        # As a dialog does: events are worked off while the answer is waited for, and the asker gives up.
        loop = QEventLoop()
        client.abort()
        QTimer.singleShot(100, loop.quit)
        loop.exec()
        answered.append(question)
        return {}

    server = Server(tmp_path / "s", slowly, desk.app)
    client.connectToServer(str(tmp_path / "s"))
    client.write(b'{"verb": "status"}\n')
    until(lambda: bool(answered))
    assert answered == [{"verb": "status"}]
    server.close()


def test_one_who_asks_nothing_is_let_go_after_a_while(desk: Desk, tmp_path: Path) -> None:
    server = Server(tmp_path / "s", lambda question: question, desk.app, patience=1)
    silent = QLocalSocket()
    silent.connectToServer(str(tmp_path / "s"))
    assert silent.state() is QLocalSocket.LocalSocketState.ConnectedState
    until(lambda: silent.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    server.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such sockets")
def test_an_answer_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    file, sent = tmp_path / "s", 0
    with closing(socket.socket(socket.AF_UNIX)) as listens:
        listens.bind(str(file))
        listens.listen()

        def pour() -> None:
            nonlocal sent
            line, _ = listens.accept()
            with closing(line), suppress(OSError):
                while sent < 40 * MOST_BYTES:
                    sent += line.send(b"x" * 4096)

        thread = threading.Thread(target=pour)
        thread.start()
        assert ask(file, {"verb": "status"}) is None
        thread.join()
    assert sent < 20 * MOST_BYTES


def test_of_too_many_that_ask_nothing_the_first_are_let_go(desk: Desk, tmp_path: Path) -> None:
    server = Server(tmp_path / "s", lambda question: question, desk.app)
    silent = [QLocalSocket() for _ in range(MOST_ASKERS + 2)]
    for each in silent:
        each.connectToServer(str(tmp_path / "s"))
    until(lambda: silent[1].state() is QLocalSocket.LocalSocketState.UnconnectedState)
    states = [each.state() is QLocalSocket.LocalSocketState.ConnectedState for each in silent]
    assert states == [False, False, *[True] * MOST_ASKERS]
    for each in silent:
        each.abort()
    server.close()


def test_a_question_without_end_is_not_read_to_its_end(desk: Desk, tmp_path: Path) -> None:
    answered: list[dict[str, Any]] = []

    def note(question: dict[str, Any]) -> dict[str, Any]:
        answered.append(question)
        return {}

    server = Server(tmp_path / "s", note, desk.app)
    client = QLocalSocket()
    client.connectToServer(str(tmp_path / "s"))
    client.write(b'{"verb": "' + b"x" * MOST_BYTES + b'"}\n')
    until(lambda: client.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert answered == []
    server.close()


def test_what_cannot_be_done_is_answered_with_why_and_logged(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_question: dict[str, Any]) -> dict[str, Any]:
        raise OSError("the disk is full")

    server = Server(tmp_path / "s", fail, desk.app)
    assert server.answered(b'{"verb": "start"}') == {"error": "it could not be done (the disk is full)"}
    assert "the disk is full" in caplog.text
    server.close()


def test_a_server_that_was_closed_lets_nobody_in_and_leaves_no_socket(desk: Desk, tmp_path: Path) -> None:
    server = Server(tmp_path / "s", lambda question: question, desk.app)
    client = QLocalSocket()
    client.connectToServer(str(tmp_path / "s"))
    assert client.state() is QLocalSocket.LocalSocketState.ConnectedState
    client.abort()
    server.close()
    client.connectToServer(str(tmp_path / "s"))
    assert client.state() is QLocalSocket.LocalSocketState.UnconnectedState
    if sys.platform != "win32":
        assert not (tmp_path / "s").exists()
