"""Signals that ask the app to end: Ctrl-C, an end by the system, and a session at the computer that closes."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import Protocol

    from PySide6.QtGui import QGuiApplication, QSessionManager

    class Kept(Protocol):
        """What has something to write down before the end."""

        def keep(self) -> None:
            """Write it down, and go on."""
            ...

        def close(self) -> None:
            """Write it down, and let everything go."""
            ...


SIGNALS = tuple(
    number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None
)


#: Milliseconds between two looks for a signal where none wakes Qt.
LOOK = 250


@contextmanager
def ending(end: Callable[[], object], *, wakes: bool = sys.platform != "win32") -> Generator[None]:
    """Have ``end`` called, between two events of Qt's, when a signal asks for it; one ignored at the start stays so.

    ``wakes`` tells that a signal can wake Qt, as by a pipe; Windows' Qt watches sockets alone.
    """
    came: list[int] = []

    def note(number: int, _frame: object) -> None:
        came.append(number)

    with _by_pipe(end) if wakes else _by_looking(came, end):
        # Python must have a handler of its own for a signal to be noted, or written to the pipe.
        before = {
            number: signal.signal(number, note)
            for number in SIGNALS
            if signal.getsignal(number) is not signal.SIG_IGN
        }
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


@contextmanager
def _by_pipe(end: Callable[[], object]) -> Generator[None]:
    heard, told = os.pipe()
    if sys.platform != "win32":
        os.set_blocking(heard, False)
        os.set_blocking(told, False)
    notifier = QSocketNotifier(heard, QSocketNotifier.Type.Read)

    def take(_descriptor: object) -> None:
        os.read(heard, 64)
        end()

    notifier.activated.connect(take)
    wakes = signal.set_wakeup_fd(told)
    try:
        yield
    finally:
        signal.set_wakeup_fd(wakes)
        notifier.setEnabled(False)
        os.close(heard)
        os.close(told)


@contextmanager
def _by_looking(came: list[int], end: Callable[[], object]) -> Generator[None]:
    """Look now and then: Python notes a signal only while it runs. Without a console nobody can press Ctrl-C."""

    def look() -> None:
        if came:
            came.clear()
            end()

    timer = QTimer(interval=LOOK)
    timer.timeout.connect(look)
    if sys.stderr is not None:  # a program without a console has no streams
        timer.start()
    try:
        yield
    finally:
        timer.stop()


def follow_login_session(app: QGuiApplication, kept: Kept) -> None:
    """Follow the end of the person's session at the computer, as far as Qt hears of it.

    First everybody is asked to write down what must not be lost, and nobody ends by that: another program, or the person, may
    still call the logout off. It comes true when Qt says that the app is about to quit; Windows ends the process right after.
    Qt as its makers build it for Python hears nothing of an X session manager, there logout comes as a signal, or with the end
    of the X server; Qt of a distribution does.
    """

    def keep(manager: QSessionManager) -> None:
        _not_restarted(manager)
        kept.keep()

    app.saveStateRequest.connect(_not_restarted)
    app.commitDataRequest.connect(keep)
    app.aboutToQuit.connect(kept.close)


def _not_restarted(manager: QSessionManager) -> None:
    """Have the next session at the computer not start the app by itself: that is for its own entry, where it was chosen.

    Both would start it twice, and the second start opens the window.
    """
    from PySide6.QtGui import QSessionManager  # noqa: PLC0415 - at the end of a session alone

    manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
