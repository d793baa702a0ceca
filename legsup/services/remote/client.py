"""Asks the running app, without Qt: the command line must answer at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, cast

from legsup.services.remote import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from legsup.places import Places

#: Seconds that the app may take to answer; it answers between two frames.
PATIENCE = 5.0
#: Seconds that an app which has just been started may take until it listens, on a computer that is just starting itself;
#: and between two looks whether it does.
STARTING, LOOK = 40.0, 0.03


class NoAnswerError(Exception):
    """The app runs, and does not answer."""


def ask_app(places: Places, question: dict[str, Any], patience: float = STARTING) -> dict[str, Any] | None:
    """Send a question to the app of a home and give its answer; None where no app runs.

    One that has just been started is waited for until it listens, for ``patience`` seconds.

    Raises:
        NoAnswerError: it runs, and does not answer.
        OSError: the home's folders cannot be looked into.
    """
    file = places.owned_socket()
    if file is None:
        return None
    told = ask(file, question)
    if told is not None or not places.app_lock.exists():
        return told
    # `legsup status` asks often and mostly in vain: what waits is loaded only where an app is being started.
    from time import monotonic, sleep  # noqa: PLC0415

    from legsup.services.remote.instance import is_running  # noqa: PLC0415

    until = monotonic() + patience
    while is_running(places.app_lock):
        if monotonic() > until:
            raise NoAnswerError
        sleep(LOOK)
        told = ask(file, question)
        if told is not None:
            return told
    return None


def ask(
    file: Path, question: dict[str, Any], talk: Callable[[Path, bytes], bytes] | None = None
) -> dict[str, Any] | None:
    """Send a question to the app that listens at a file and give its answer; None where no app answers.

    ``talk`` sends bytes there and gives what comes back, empty where nothing does; the system's own way unless it is given.
    """
    talk = talk or (by_pipe if sys.platform == "win32" else by_socket)
    if talk is by_socket and not file.exists():
        return None
    import json  # noqa: PLC0415 - only for a talk

    try:
        answer: object = json.loads(talk(file, json.dumps(question).encode() + b"\n"))
    except (OSError, ValueError):
        return None
    return cast("dict[str, Any]", answer) if isinstance(answer, dict) else None


def by_socket(file: Path, question: bytes) -> bytes:
    """Talk over a socket.

    Raises:
        OSError: nobody listens there, or answers in time.
    """
    import socket  # noqa: PLC0415 - only for a talk
    from contextlib import closing  # noqa: PLC0415 - the same

    assert sys.platform != "win32", "Python has no such sockets there"
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as line:
        line.settimeout(PATIENCE)
        line.connect(str(file))
        line.sendall(question)
        return _line(line.recv)


def by_pipe(file: Path, question: bytes, patience: float = PATIENCE) -> bytes:
    """Talk over a named pipe of Windows, which is opened as a file; empty where nobody listens there, or answers in time.

    A pipe knows no patience of its own, so it is read on a thread that is waited for no longer.
    """
    from contextlib import suppress  # noqa: PLC0415 - only for a talk
    from threading import Thread  # noqa: PLC0415 - the same

    answers: list[bytes] = []

    def talk() -> None:
        with suppress(OSError), file.open("r+b", buffering=0) as pipe:
            pipe.write(question)
            answers.append(_line(pipe.read))

    talking = Thread(target=talk, name="asking", daemon=True)
    talking.start()
    talking.join(patience)
    return answers[0] if answers else b""


def _line(receive: Callable[[int], bytes]) -> bytes:
    received = b""
    while not received.endswith(b"\n") and len(received) < MOST_BYTES:
        piece = receive(4096)
        if not piece:
            break
        received += piece
    return received
