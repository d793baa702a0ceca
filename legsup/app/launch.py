"""How the app is started: with a practice at once, with its window, or hidden in the tray."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from legsup.practice.wanted import Wanted


class Launch(NamedTuple):
    """What the command line asks of the app: ``wanted`` begins at once, else the window opens.

    ``speed`` above 1 is for trying: silent, and nothing is recorded. ``hidden`` starts in the tray without a window, as
    at login.
    """

    wanted: Wanted | None = None
    speed: float = 1.0
    hidden: bool = False

    @property
    def question(self) -> dict[str, Any]:
        """What a second start wants, as a question to the first."""
        if self.wanted is None:
            return {"verb": "open"}
        return {"verb": "start", "options": self.wanted._asdict()}
