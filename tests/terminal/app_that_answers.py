"""Stands for the running app at its socket: notes one question and gives one answer."""

from __future__ import annotations

import json
import socket
from contextlib import closing, contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Any

from legsup.places import in_folder

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@contextmanager
def an_app_that_answers(home: Path, answer: dict[str, Any]) -> Generator[list[dict[str, Any]]]:
    """Stand at a home's socket and give one answer; gives the questions."""
    questions: list[dict[str, Any]] = []
    file = in_folder(home).socket
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as door:
        door.bind(str(file))
        door.listen()

        def answered() -> None:
            line, _ = door.accept()
            with closing(line), line.makefile("rw", encoding="utf-8") as talk:
                questions.append(json.loads(talk.readline()))
                talk.write(json.dumps(answer) + "\n")

        running = Thread(target=answered)
        running.start()
        yield questions
        running.join()
