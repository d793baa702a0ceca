"""What the command line asks of the window when it opens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StartOptions:
    """A practice to begin at once: None everywhere opens the window alone.

    ``sequence`` is a name or a file; the others are as on the command line. ``speed`` above 1 is for trying: silent,
    and nothing is recorded. ``hidden`` starts in the tray without a window, as at login.
    """

    start: bool = False
    sequence: str | None = None
    minutes: float | None = None
    pattern: str | None = None
    pace: str | None = None
    guidance: str | None = None
    floor: bool = False
    desk: bool = True
    speed: float = 1.0
    hidden: bool = False
