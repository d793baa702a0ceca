"""Asks the running app, without Qt: the command line must answer at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from pathlib import Path
    from socket import socket as open_socket

#: Seconds that the app may take to answer; it answers between two frames.
PATIENCE = 5.0
#: No answer is longer than this many bytes.
MOST_BYTES = 65_536


def ask(file: Path, question: dict[str, Any]) -> dict[str, Any] | None:
    """Send a question to the app behind a socket file and give its answer; None where no app answers."""
    if not file.exists():
        return None
    # `legsup status` asks often and mostly in vain: what a talk needs is loaded only for one.
    import json  # noqa: PLC0415
    import socket  # noqa: PLC0415
    from contextlib import closing  # noqa: PLC0415

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
