"""Keeps the journal of the running session: its beginning, a checkpoint at least every five seconds, its end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from legsup.domain.record import is_due, record_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from legsup.domain.record import Record
    from legsup.domain.session import Session
    from legsup.services.conductor import Conductor
    from legsup.services.journal.journal import Journal

#: Milliseconds between two checkpoints.
CHECKPOINT = 4000


class Keeper(QObject):
    """Writes one record a session into the journal that ``journal`` opens on first need (None: nothing is kept)."""

    def __init__(self, conductor: Conductor, journal: Callable[[], Journal | None], parent: QObject) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._journal = journal
        self._uuid: UUID | None = None
        self._started: datetime | None = None
        self._before: int | None = None
        self._after: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(CHECKPOINT)
        self._timer.timeout.connect(self._write)
        conductor.finished.connect(self._finish)

    def begin(self) -> None:
        """Begin a new record; called when a session starts."""
        # The idle tray has no use for these.
        from datetime import datetime  # noqa: PLC0415
        from uuid import uuid4  # noqa: PLC0415

        self._uuid = uuid4()
        self._started = datetime.now().astimezone()
        self._before = self._after = None
        self._timer.start()

    def note_before(self, tension: int) -> None:
        """Keep the tension said before (0-4)."""
        self._before = tension

    def note_after(self, tension: int) -> None:
        """Keep the tension said after the end (0-4)."""
        self._after = tension
        self._write()

    @property
    def record(self) -> Record | None:
        """The record of the session as it stands; None while none is due."""
        session = self._conductor.session
        if session is None or self._uuid is None or self._started is None or not is_due(session):
            return None
        record = record_of(session, self._uuid, self._started)
        return replace(record, before=self._before, after=self._after)

    def _finish(self, _session: Session) -> None:
        self._timer.stop()
        self._write()

    def _write(self) -> None:
        record = self.record
        journal = self._journal() if record is not None else None
        if journal is not None and record is not None:
            journal.put(record)
