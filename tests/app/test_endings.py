"""The end of the person's session at the computer, as a session manager asks for it."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QSessionManager

from legsup.app.endings import not_restarted


class Asked:
    """Stands for the session manager, of which Qt makes the only one."""

    def __init__(self) -> None:
        self.hints: list[QSessionManager.RestartHint] = []

    def setRestartHint(self, hint: QSessionManager.RestartHint) -> None:
        """Note what is to happen at the next login."""
        self.hints.append(hint)


def test_the_next_session_starts_the_app_by_its_own_entry_alone() -> None:
    asked = Asked()
    not_restarted(cast("QSessionManager", asked))
    assert asked.hints == [QSessionManager.RestartHint.RestartNever]
