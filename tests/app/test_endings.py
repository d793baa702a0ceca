"""The end of the person's session at the computer: what must not be lost is written, and nothing ends before that end comes true."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QSessionManager

from legsup.app.endings import SIGNALS, ending, follow_login_session
from tests.ui.desk import until

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication


class Asked:
    """Stands for the session manager, of which Qt makes the only one."""

    def __init__(self) -> None:
        self.hints: list[QSessionManager.RestartHint] = []

    def setRestartHint(self, hint: QSessionManager.RestartHint) -> None:
        """Note what is to happen at the next login."""
        self.hints.append(hint)


class TheApplication(QObject):
    """Stands for Qt's application, whose requests nobody but Qt can make."""

    commitDataRequest = Signal(object)  # noqa: N815 - Qt's own name, as below
    saveStateRequest = Signal(object)  # noqa: N815 - the same
    aboutToQuit = Signal()  # noqa: N815 - the same


class Kept:
    """Notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def keep(self) -> None:
        """Note it."""
        self.asked.append("keep")

    def close(self) -> None:
        """Note it."""
        self.asked.append("close")


def test_a_logout_that_may_be_called_off_ends_nothing_and_restarts_nothing() -> None:
    app, kept, asked = TheApplication(), Kept(), Asked()
    follow_login_session(cast("QGuiApplication", app), kept)
    app.commitDataRequest.emit(asked)
    app.saveStateRequest.emit(asked)
    assert kept.asked == ["keep"]
    assert asked.hints == [QSessionManager.RestartHint.RestartNever] * 2
    app.aboutToQuit.emit()
    assert kept.asked == ["keep", "close"]


@pytest.mark.parametrize("wakes", [True, False])
def test_a_signal_asks_for_the_end_and_means_afterwards_what_it_meant(
    qapp: QApplication, *, wakes: bool
) -> None:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    asked: list[None] = []
    with ending(lambda: asked.append(None), wakes=wakes):
        os.kill(os.getpid(), signal.SIGTERM)
        until(lambda: bool(asked))
    assert {number: signal.getsignal(number) for number in SIGNALS} == before
    assert asked == [None]
    assert qapp is not None
