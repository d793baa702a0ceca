"""Asks the running app, without Qt: the command line must answer at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from legsup.private import is_own_folder

if TYPE_CHECKING:
    from pathlib import Path
    from socket import socket as open_socket

    from legsup.places import Places

#: Seconds that the app may take to answer; it answers between two frames.
PATIENCE = 5.0
#: Seconds that an app which has just been started may take until it listens, on a computer that is just starting itself;
#: and between two looks whether it does.
STARTING, LOOK = 40.0, 0.03
#: No answer is longer than this many bytes.
MOST_BYTES = 65_536


class NoAnswerError(Exception):
    """The app runs, and does not answer."""


def ask_app(places: Places, question: dict[str, Any], patience: float = STARTING) -> dict[str, Any] | None:
    """Send a question to the app of a home and give its answer; None where no app runs.

    One that has just been started is waited for until it listens, for ``patience`` seconds.

    Raises:
        NoAnswerError: it runs, and does not answer.
        OSError: the home's folders cannot be looked into.
    """
    file = places.socket
    if file.parent != places.runtime and not is_own_folder(file.parent):
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


def ask(file: Path, question: dict[str, Any]) -> dict[str, Any] | None:
    """Send a question to the app behind a socket file and give its answer; None where no app answers."""
    if not file.exists():
        return None
    import json  # noqa: PLC0415 - only for a talk
    import socket  # noqa: PLC0415 - the same
    from contextlib import closing  # noqa: PLC0415 - the same

    family = getattr(socket, "AF_UNIX", None)
    if family is None:
        return None
    with closing(socket.socket(family, socket.SOCK_STREAM)) as line:
        line.settimeout(PATIENCE)
        try:
            line.connect(str(file))
            line.sendall(json.dumps(question).encode() + b"\n")
            answer: object = json.loads(_line(line))
        except (OSError, ValueError):
            return None
    return cast("dict[str, Any]", answer) if isinstance(answer, dict) else None


def _line(line: open_socket) -> bytes:
    received = b""
    while not received.endswith(b"\n") and len(received) < MOST_BYTES:
        piece = line.recv(4096)
        if not piece:
            break
        received += piece
    return received
