"""Where Windows has named pipes in place of sockets: how one is named for a home, and how it is talked over.

A terminal of its own stands for the pipe here: it is opened as a file, and read and written at both ends.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

import pytest

from legsup.places import pipe_of
from legsup.services.remote.client import ask, by_pipe

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal stands for a pipe elsewhere")


@pytest.fixture
def ends() -> Iterator[tuple[int, Path]]:
    """The app's end of a pipe, and the name by which the other is opened."""
    import tty  # noqa: PLC0415 - Windows has none

    app, asker = os.openpty()
    tty.setraw(asker)
    yield app, Path(os.ttyname(asker))
    os.close(asker)
    os.close(app)


def test_a_question_is_answered_over_a_pipe(ends: tuple[int, Path]) -> None:
    app, name = ends
    heard: list[bytes] = []

    def answer() -> None:
        heard.append(os.read(app, 4096))
        os.write(app, b'{"running": ')  # an answer may come in pieces
        os.write(app, b"true}\n")

    answering = threading.Thread(target=answer)
    answering.start()
    assert ask(name, {"verb": "status"}, by_pipe) == {"running": True}
    answering.join()
    assert json.loads(heard[0]) == {"verb": "status"}


def test_an_app_that_does_not_answer_is_not_waited_for(ends: tuple[int, Path]) -> None:
    assert by_pipe(ends[1], b"{}\n", patience=0.01) == b""


def test_where_no_app_listens_there_is_no_answer(tmp_path: Path) -> None:
    assert ask(tmp_path / "nobody", {"verb": "status"}, by_pipe) is None


def test_a_pipe_is_one_name_and_each_home_has_its_own() -> None:
    named = PureWindowsPath(pipe_of(r"c:\users\ö\legsup\state"))
    assert str(named.parent) == "\\\\.\\pipe\\"
    assert str(named) == pipe_of(r"c:\users\ö\legsup\state")
    assert pipe_of(r"c:\users\ö\legsup\state") != pipe_of(r"d:\home\state")
