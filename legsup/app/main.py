"""Starts the app on the desktop and runs it to its end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from legsup import APPLICATION_ID
from legsup.app.desktop import Desktop
from legsup.services.clock import SystemClock
from legsup.services.remote.instance import instance_lock

if TYPE_CHECKING:
    from legsup.app.launch import Launch
    from legsup.domain.ports import Clock
    from legsup.places import Places
    from legsup.services.remote.server import Server

#: Milliseconds after which others are listened to even where no window was painted, as on another workspace.
UNSEEN = 1_000


def run(places: Places, launch: Launch) -> int:
    """Run the app until it quits; gives the exit status. A second start hands over to the first and ends."""
    app = application()
    try:
        lock = instance_lock(places.runtime / "app.lock")
    except OSError as error:
        print(f"legsup: the app's folder cannot be used ({error})", file=sys.stderr)
        return 1
    if lock is None:
        return _hand_over(places, launch)
    desktop = Desktop(places, _clock(launch.speed), speed=launch.speed)
    desktop.quitting.connect(app.quit)
    servers: list[Server] = []

    def listen() -> None:
        if not servers:
            servers.append(_server(places, desktop))

    # After the first paint, or the icon: QtNetwork takes as long to load as all of us. Where nothing is seen, soon.
    desktop.seen.connect(lambda: QTimer.singleShot(0, listen))
    QTimer.singleShot(UNSEEN, listen)
    desktop.open(launch)
    status = app.exec()
    for server in servers:
        server.close()
    desktop.close()
    lock.unlock()
    return status


def _hand_over(places: Places, launch: Launch) -> int:
    """Let the app that runs already do what this start was asked for."""
    from legsup.app.remote_answers import question_of  # noqa: PLC0415 - for a second start alone
    from legsup.services.remote.client import ask  # noqa: PLC0415 - the same

    told = ask(places.socket, question_of(launch))
    if told is None or "error" in told:
        reason = told["error"] if told else "it runs, but does not answer"
        print(f"legsup: {reason}", file=sys.stderr)
        return 1
    return 0


def _server(places: Places, desktop: Desktop) -> Server:
    from legsup.app.remote_answers import answer  # noqa: PLC0415 - after the first paint
    from legsup.services.remote.server import Server  # noqa: PLC0415 - the same

    return Server(places.socket, lambda question: answer(desktop, question), desktop)


def application() -> QApplication:
    """Make the application, or take the one that is there, and give it its name."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # An X server names the window's class by this first word, and the desktop entry finds the window by it. Fusion is
        # the one style that takes a whole palette on every platform; named here no other is made, and no QStyle known.
        app = QApplication([APPLICATION_ID, "-style", "Fusion"])
    app.setQuitOnLastWindowClosed(False)
    QCoreApplication.setApplicationName("Legs Up")
    app.setApplicationDisplayName("Legs Up")
    app.setDesktopFileName(APPLICATION_ID)
    return app


def _clock(speed: float) -> Clock:
    if speed == 1.0:
        return SystemClock()
    from legsup.services.fast_clock import FastClock  # noqa: PLC0415 - for trying alone

    return FastClock(SystemClock(), speed)
