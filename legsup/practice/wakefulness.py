"""Keeps the computer awake for a session, no longer than the session needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.awake import awake_until
from legsup.services.keep_awake import Awake, KeepAwake

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.session import Session


class Wakefulness:
    """Follows a session; the screen is kept too while ``screen`` says that it is looked at. ``close`` lets both sleep."""

    def __init__(self, keeps: KeepAwake, screen: Callable[[], bool] = lambda: False) -> None:
        self._keeps = keeps
        self._screen = screen
        self._wants_screen = False

    def follow(self, session: Session) -> None:
        """Keep what the session needs at its last reading."""
        until = awake_until(session)
        needed = until is not None and session.seen < until
        self._wants_screen = needed and self._screen()
        if needed:
            self._keeps.want(Awake.SCREEN if self._wants_screen else Awake.COMPUTER)
        else:
            self._keeps.want(Awake.NOTHING)

    @property
    def screen_stays(self) -> bool | None:
        """Whether the screen stays on; None where that is not wanted, or not known yet."""
        return self._keeps.kept if self._wants_screen else None

    def close(self) -> None:
        """Keep nothing any more."""
        self._keeps.close()
