"""Keeps the computer awake for a session in the terminal, no longer than the session needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.awake import awake_until
from legsup.services.keep_awake import Awake, KeepAwake

if TYPE_CHECKING:
    from legsup.domain.session import Session


class Wakeful:
    """Follows a session; ``close`` lets the computer sleep again."""

    def __init__(self, keeps: KeepAwake) -> None:
        self._keeps = keeps

    def follow(self, session: Session) -> None:
        """Keep what the session needs at its last reading."""
        until = awake_until(session)
        needed = until is not None and session.seen < until
        self._keeps.want(Awake.COMPUTER if needed else Awake.NOTHING)

    def close(self) -> None:
        """Keep nothing any more."""
        self._keeps.close()
