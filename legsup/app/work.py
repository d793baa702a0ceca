"""Long work off the interface's thread: told how far it is, and cancelled when the person wishes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from legsup.app.from_elsewhere import tell_home
from legsup.services.journal.progress import CancelledError
from legsup.services.journal.trouble import BusyJournalError

if TYPE_CHECKING:
    from collections.abc import Callable

Found = TypeVar("Found")
#: Seconds after which what another program held up is tried again.
AGAIN = 0.5


class Work(QObject):
    """One piece of work at a time; ``done`` gives what came of it, or the exception, ``None`` where it was cancelled.

    ``progressed`` tells how many of how many things are done, ``held_up`` that another program is waited for.
    """

    progressed = Signal(int, int)
    held_up = Signal()
    done = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def runs(self) -> bool:
        """Whether work is being done."""
        return self._thread is not None and self._thread.is_alive()

    def begin(self, does: Callable[[Callable[[int, int], None]], object]) -> None:
        """Do something, which is handed whom to tell; what runs already is let to its end first."""
        self.wait()
        self._cancelled.clear()
        self._thread = threading.Thread(target=self._run, args=(does,), name="work", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Have it stop at the next telling, or while it waits."""
        self._cancelled.set()

    def wait(self, seconds: float = 2.0) -> None:
        """Wait until it is done."""
        if self._thread is not None:
            self._thread.join(seconds)

    def patiently(self, does: Callable[[], Found]) -> Found:
        """Do, as part of work, something that another program may hold up: again until it is done, or cancelled.

        Nothing else is kept from the journal meanwhile.

        Raises:
            CancelledError: the person wishes it.
        """
        while True:
            try:
                return does()
            except BusyJournalError:
                tell_home(self.held_up)
            if self._cancelled.wait(AGAIN):
                raise CancelledError

    def _run(self, does: Callable[[Callable[[int, int], None]], object]) -> None:
        try:
            found = does(self._tell)
        except CancelledError:
            found = None
        except Exception as error:  # noqa: BLE001 - worded where it is shown
            found = error
        tell_home(self.done, found)

    def _tell(self, done: int, of: int) -> None:
        if self._cancelled.is_set():
            raise CancelledError
        tell_home(self.progressed, done, of)
