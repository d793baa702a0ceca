"""Watches for the computer's sleep while a session runs: logind announces it, and waits a moment for a sound to fade.

Elsewhere nothing announces it; the session's clock tells of it afterwards.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from legsup.bus import LOGIND, Bus, BusError

if TYPE_CHECKING:
    from collections.abc import Callable

#: Milliseconds from the announcement until the computer may go to sleep; logind itself waits five seconds at most.
FADE = 700
#: Seconds that logind may take to answer: it runs wherever there is a system bus.
_PATIENCE = 0.5


class SleepWatch(QObject):
    """There while ``open`` to ``close``; ``going`` tells that the computer is about to sleep, ``woke`` that it has woken."""

    going = Signal()
    woke = Signal()

    def __init__(self, parent: QObject, make: Callable[[], Bus] | None = None) -> None:
        super().__init__(parent)
        self._make = make or _system_bus
        self._bus: Bus | None = None
        self._notifier: QSocketNotifier | None = None
        self._delay: int | None = None
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(FADE)
        self._fade.timeout.connect(self._let_go)

    @property
    def is_open(self) -> bool:
        """Whether sleep is announced here."""
        return self._bus is not None

    def open(self) -> None:
        """Begin to watch; where nothing announces sleep, nothing happens. Once open it stays so."""
        if self._bus is not None:
            return
        try:
            bus = self._make()
        except BusError:
            return
        try:
            bus.hear(LOGIND, "PrepareForSleep")
        except BusError:
            bus.close()
            return
        self._bus = bus
        self._hold()
        self._notifier = QSocketNotifier(bus.descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)

    def close(self) -> None:
        """Watch no more; safe to call twice."""
        self._fade.stop()
        self._let_go()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.close()

    def _take(self) -> None:
        if self._bus is None:
            return
        try:
            heard = self._bus.waiting()
        except BusError:
            self.close()
            return
        for each in heard:
            if each.member == "PrepareForSleep" and each.body:
                if each.body[0]:
                    self._fade.start()
                    self.going.emit()
                else:
                    self._fade.stop()
                    self._hold()
                    self.woke.emit()

    def _hold(self) -> None:
        """Ask to be waited for before the next sleep; where that is not allowed, sleep comes without a fade."""
        if self._bus is None or self._delay is not None:
            return
        words = ("sleep", "Legs Up", "A practice runs; its sound fades first.", "delay")
        with suppress(BusError, AttributeError):
            self._delay = self._bus.call(LOGIND, "Inhibit", "ssss", words, patience=_PATIENCE)[0].to_raw_fd()

    def _let_go(self) -> None:
        delay, self._delay = self._delay, None
        if delay is not None:
            os.close(delay)


def _system_bus() -> Bus:
    return Bus("SYSTEM", files=True)
