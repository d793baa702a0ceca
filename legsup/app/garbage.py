"""Looks for Python's garbage on the interface's thread alone: whatever of Qt is in it may be deleted on no other.

Python looks for it on whichever thread happens to have made the most; a ``QTimer`` or ``QAction`` found on another is
deleted there at once, in the midst of what Qt does with it (measured: only widgets are put off).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Signal

from legsup.app.from_elsewhere import tell_home


class Sweeping(QObject):
    """Looks for all garbage and hands free memory back, once something large was let go elsewhere; may be asked on any thread."""

    _asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked.connect(self._sweep)

    def ask(self) -> None:
        """Have it done by the interface's thread, when it comes to it; where the app has gone, by nobody."""
        tell_home(self._asked)

    def _sweep(self) -> None:
        from legsup.services.sound.memory import give_back  # noqa: PLC0415 - an idle tray knows no sound

        give_back()


class Garbage(QObject):
    """From now on looks for garbage each time that the interface is about to rest, where as much was made as Python waits for.

    What the start has loaded is none. Nothing wakes for it. Only where the start was lean; else it stays as Python does it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if gc.isenabled():
            return
        gc.freeze()
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._look)

    def _look(self) -> None:
        made, often = gc.get_count(), gc.get_threshold()
        if made[0] > often[0]:
            # The oldest that is due, as Python itself does; one with a threshold of 0 never is.
            gc.collect(max(age for age in range(len(made)) if 0 < often[age] < made[age]))
