"""Starts the app on the desktop and runs it to its end."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from legsup import APPLICATION_ID
from legsup.app.desktop import Desktop
from legsup.app.endings import ending, follow_login_session
from legsup.os_lock import OsLock
from legsup.services.clock import SystemClock
from legsup.services.remote.client import STARTING
from legsup.services.remote.instance import NO_LOCKS, instance_lock
from legsup.telling import tell, why

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.app.launch import Launch
    from legsup.domain.ports import Clock
    from legsup.places import Places
    from legsup.services.remote.server import Server

#: Milliseconds after which others are listened to even where no window was painted, as on another workspace.
UNSEEN = 1_000
#: What it is told to a second start that is not answered.
SILENT = "it runs, but does not answer"


def _say_in_window(app: QApplication, reason: str) -> None:
    from legsup.app.fault_told import say_in_window  # noqa: PLC0415 - for a folder that cannot be used alone

    say_in_window(app, reason)


def run(
    places: Places,
    launch: Launch,
    *,
    patience: float = STARTING,
    unseen: int = UNSEEN,
    shows: Callable[[QApplication, str], None] = _say_in_window,
) -> int:
    """Run the app until it quits; gives the exit status.

    A second start hands over to the first and ends; a first that does not listen yet is waited for ``patience`` seconds.
    Others are listened to after ``unseen`` milliseconds even where nothing of it was seen. ``shows`` says to who wanted a
    window why the folder cannot be used.
    """
    app = application()
    try:
        lock = _lock_of(places)
        while lock is None:
            status = _hand_over(places, launch, patience)
            if status is not None:
                return status
            lock = _lock_of(places)  # it has ended meanwhile, or somebody only looked whether one runs
    except OSError as error:
        tell(f"legsup: the app's folder cannot be used ({why(error)})")
        if not launch.hidden:
            shows(app, why(error))
        return 1
    desktop = Desktop(places, _clock(launch.speed), speed=launch.speed)
    desktop.quitting.connect(app.quit)
    servers: list[Server] = []
    tried: list[bool] = []

    def listen() -> None:
        if tried:
            return
        tried.append(True)
        from legsup.app.garbage import Garbage  # noqa: PLC0415 - after the first paint

        try:
            servers.append(_server(places, desktop))
        finally:  # a library that Qt's network needs may be missing; what is loaded with it is no garbage
            Garbage(desktop)

    # After the first paint, or the icon: QtNetwork takes as long to load as all of us. Where nothing is seen, soon.
    desktop.seen.connect(lambda: QTimer.singleShot(0, listen))
    QTimer.singleShot(unseen, listen)
    follow_login_session(app, desktop)
    with ending(desktop.quit):
        desktop.open(launch)
        status = app.exec()
        for server in servers:
            server.close()
        desktop.close()
    lock.give_back()
    return status


def _lock_of(places: Places) -> OsLock | None:
    """Take the lock of the one app; None where another has it.

    Where the system gives no locks, whoever answers at the socket is the one.

    Raises:
        OSError: the folder cannot be used.
    """
    try:
        return instance_lock(places.app_lock)
    except OSError as error:
        if error.errno not in NO_LOCKS:
            raise
        from legsup.services.remote.client import ask  # noqa: PLC0415 - for such a folder alone

        return OsLock(places.app_lock) if ask(places.socket, {"verb": "status"}) is None else None


def _hand_over(places: Places, launch: Launch, patience: float) -> int | None:
    """Let the app that runs already do what this start was asked for; None where none runs any more."""
    from legsup.services.remote.client import NoAnswerError, ask_app  # noqa: PLC0415 - for a second start alone

    try:
        told = ask_app(places, launch.question, patience)
    except NoAnswerError:
        told = {"error": SILENT}
    if told is None:
        return None
    if "error" in told:
        tell(f"legsup: {told['error']}")
        return 1
    return 0


def _server(places: Places, desktop: Desktop) -> Server:
    from legsup.app.remote_answers import answer  # noqa: PLC0415 - after the first paint
    from legsup.services.remote.server import Server  # noqa: PLC0415 - the same

    server = Server(places.owned_socket(make=True), lambda question: answer(desktop, question), desktop)
    if not server.listens:
        tell(f"legsup: nobody can ask this app from elsewhere: {places.socket} cannot be used")
    return server


def application() -> QApplication:
    """Make the application, or take the one that is there, and give it its name."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # Qt hands gradients and smooth images to threads of its own, whose waking costs more than they paint: an eighth
        # of what a figure takes that moves.
        os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
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
