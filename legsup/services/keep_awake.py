"""Keeps the computer from falling asleep while that is wanted; whatever goes wrong with it stops nothing else."""

from __future__ import annotations

import logging
import threading
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

#: Closing does not wait longer than this for the system's service, which may hang.
PATIENCE = 1.0

_log = logging.getLogger(__name__)


class Awake(Enum):
    """What is kept: nothing; the computer, whose screen may dim and lock as usual; or the screen as well."""

    NOTHING = "nothing"
    COMPUTER = "computer"
    SCREEN = "screen"


class KeepAwake:
    """Asks the system by ``inhibitor``, on a thread of its own that lives only while something is kept."""

    def __init__(self, inhibitor: Callable[[Awake], AbstractContextManager[object]] | None = None) -> None:
        self._inhibitor = inhibitor or _by_wakepy
        self._wanted = Awake.NOTHING
        self._kept: bool | None = None
        self._news = threading.Condition()
        self._thread: threading.Thread | None = None

    @property
    def kept(self) -> bool | None:
        """Whether the system keeps what is wanted; None while it has not said, or nothing is wanted."""
        return self._kept

    def want(self, wanted: Awake) -> None:
        """Keep this from now on; returns at once."""
        with self._news:
            if wanted is self._wanted:
                return
            self._wanted, self._kept = wanted, None
            self._news.notify_all()
            if self._thread is None and wanted is not Awake.NOTHING:
                self._thread = threading.Thread(target=self._work, name="keep-awake", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """Keep nothing any more."""
        thread = self._thread
        self.want(Awake.NOTHING)
        if thread is not None:
            thread.join(PATIENCE)

    def _work(self) -> None:
        while (held := self._next()) is not None:
            try:
                with self._inhibitor(held) as mode:
                    self._note(held, kept=bool(getattr(mode, "active", True)))
                    self._wait_while(held)
            except Exception as fault:  # noqa: BLE001 - a system that cannot be kept awake is told by doctor, no more
                _log.info("the computer cannot be kept awake (%s)", fault)
                self._note(held, kept=False)
                self._wait_while(held)

    def _note(self, held: Awake, *, kept: bool) -> None:
        with self._news:
            if self._wanted is held:
                self._kept = kept

    def _next(self) -> Awake | None:
        """Give what is wanted; None ends the thread, and the next wish starts another."""
        with self._news:
            if self._wanted is Awake.NOTHING:
                self._thread = None
                return None
            return self._wanted

    def _wait_while(self, held: Awake) -> None:
        with self._news:
            self._news.wait_for(lambda: self._wanted is not held)


def _by_wakepy(wanted: Awake) -> AbstractContextManager[object]:
    from wakepy import keep  # noqa: PLC0415 - loaded with the first session

    return keep.presenting(on_fail="pass") if wanted is Awake.SCREEN else keep.running(on_fail="pass")
