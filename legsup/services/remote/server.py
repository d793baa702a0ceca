"""Answers those who ask the running app, one line for one line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from shiboken6 import isValid

from legsup.services.remote import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Answer = Callable[[dict[str, Any]], dict[str, Any]]

#: Askers at once, beyond which the oldest is let go, and those who may wait to be let in; a process has 1 024 files.
MOST_ASKERS, MOST_WAITING = 100, 1000
#: Milliseconds in which an asker asks, or is let go.
PATIENCE = 5000


class Server(QObject):
    """Listens on a socket file for its owner alone, and lets ``answer`` answer each question."""

    def __init__(self, file: Path | None, answer: Answer, parent: QObject, patience: int = PATIENCE) -> None:
        """Listen at ``file``; None is nowhere. Who asks nothing is let go after ``patience`` milliseconds."""
        super().__init__(parent)
        self._answer = answer
        self._patience = patience
        self._askers: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_WAITING)
        self._server.setListenBacklogSize(MOST_WAITING)
        self._server.newConnection.connect(self._welcome)
        self.listens = False
        if file is not None:
            # Only the holder of the instance lock comes here, so what lies there is left of one that died.
            QLocalServer.removeServer(str(file))
            self.listens = self._server.listen(str(file))

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _welcome(self) -> None:
        while self._server.hasPendingConnections():
            asker = self._server.nextPendingConnection()
            self._askers = [each for each in self._askers if isValid(each)]
            while len(self._askers) >= MOST_ASKERS:
                self._askers.pop(0).abort()
            self._askers.append(asker)
            # Queued: an answer may take a dialog, within which the asker is deleted, and Qt goes on with it after
            # the signal as if nothing had happened.
            asker.readyRead.connect(lambda asker=asker: self._read(asker), Qt.ConnectionType.QueuedConnection)
            asker.disconnected.connect(asker.deleteLater)
            QTimer.singleShot(self._patience, asker, asker.abort)
            self._read(asker)

    def _read(self, asker: QLocalSocket) -> None:
        if not isValid(asker):
            return
        if asker.bytesAvailable() > MOST_BYTES:
            asker.abort()
        elif asker.canReadLine():
            told = self.answered(bytes(asker.readLine().data()))
            if isValid(asker):  # while it was answered it may have gone away, and been deleted
                asker.write(json.dumps(told).encode() + b"\n")
                asker.disconnectFromServer()

    def answered(self, line: bytes) -> dict[str, Any]:
        """Answer a line; whatever it asks, there is an answer."""
        try:
            question: object = json.loads(line)
        except (ValueError, RecursionError):
            question = None
        if not isinstance(question, dict):
            return {"error": "expected a question as one line of JSON"}
        try:
            return self._answer(cast("dict[str, Any]", question))
        except Exception as error:
            import logging  # noqa: PLC0415 - nothing should need it

            logging.getLogger("legsup.remote").exception("a question could not be answered")
            return {"error": f"it could not be done ({error})"}
