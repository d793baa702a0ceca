"""Joins a session to the media player that stands for it: what it shows, and what its keys mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QObject, QSize

from legsup.domain.media_key import MediaKey, event_of_key
from legsup.domain.moves import kept_by_a_floor
from legsup.domain.session import Status
from legsup.private import write_whole
from legsup.services.media.player import MediaPlayer, Playing
from legsup.ui.session_words import up_by_text
from legsup.ui.words import UP_BY_MOVES

if TYPE_CHECKING:
    from legsup.app.basis import Basis
    from legsup.domain.session import Session

#: Pixels of the picture's sides, as lock screens show it.
ART = QSize(320, 240)


class MediaKeys(QObject):
    """While a session runs it can be steered by media keys (Linux: over the session bus; elsewhere not at all)."""

    def __init__(self, basis: Basis, player: MediaPlayer, parent: QObject) -> None:
        super().__init__(parent)
        self._basis = basis
        self._player = player
        self._art: dict[tuple[str, bool], str] = {}
        self._came = self._kept = False
        self._reckoned = 0.0
        player.pressed.connect(self._press)
        basis.conductor.changed.connect(self.show)
        basis.conductor.ticked.connect(self._move_up_by)

    def show(self, session: Session) -> None:
        """Show the session as it stands; the player comes with its beginning, once, and goes with its end."""
        if not session.is_active:
            self._came = False
            self._player.close()
            return
        self._reckoned = session.seen
        self._kept = kept_by_a_floor(session)
        if self._player.is_open:
            self._player.show(self._playing(session))
        elif not self._came:
            self._player.open(lambda: self._playing(session))
        self._came = True

    def close(self) -> None:
        """Leave the bus."""
        self._player.close()

    def _move_up_by(self, session: Session) -> None:
        """Move "up by" with the time of a pause, or while a step waits; and tell when the next step may come."""
        waits = session.status in {Status.PAUSED, Status.WAITING}
        may_go = session.is_active and self._kept and not kept_by_a_floor(session)
        if may_go or (waits and session.seen - self._reckoned >= UP_BY_MOVES):
            self.show(session)

    def _press(self, key: MediaKey) -> None:
        session = self._basis.conductor.session
        event = None if session is None else event_of_key(key, session)
        if event is not None:
            self._basis.conductor.send(event)

    def _playing(self, session: Session) -> Playing:
        return Playing(
            plays=session.status is not Status.PAUSED,
            title=session.plan.title,
            stage=" · ".join(filter(None, (session.beat.text.title, up_by_text(session)))),
            art=self._picture(session.beat.step.pose),
            goes_next=not self._kept,
        )

    def _picture(self, name: str) -> str:
        """Give the address of a picture of a pose, painted once; empty where it cannot be."""
        flipped = self._basis.kept.now.wall_side == "left"
        if (name, flipped) not in self._art:
            self._art[name, flipped] = self._painted(name, flipped=flipped)
        return self._art[name, flipped]

    def _painted(self, name: str, *, flipped: bool) -> str:
        from PySide6.QtGui import QImageWriter  # noqa: PLC0415 - with the first session

        from legsup.ui.figure.card import render_card  # noqa: PLC0415 - with the first session
        from legsup.ui.theme import DUSK  # noqa: PLC0415 - the same

        pose = self._basis.practices.poses[0].get(name)
        if pose is None:
            return ""
        file = self._basis.places.cache / "art" / f"{name}{'-left' if flipped else ''}.png"
        content = QBuffer()
        content.open(QBuffer.OpenModeFlag.WriteOnly)
        written = QImageWriter(content, b"png").write(render_card(pose, DUSK, ART, 1.0, flipped=flipped))
        try:
            write_whole(file, bytes(content.data().data()), lasting=False)
        except OSError:
            return ""
        return file.as_uri() if written else ""
