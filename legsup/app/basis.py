"""The basis of the desktop app: what every stage stands on, made once when it starts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legsup.app.dress import Dress
    from legsup.domain.ports import Clock
    from legsup.places import Places
    from legsup.practice.kept_journal import KeptJournal
    from legsup.practice.kept_outcome import KeptOutcome
    from legsup.practice.kept_settings import KeptSettings
    from legsup.practice.practices import Practices
    from legsup.services.conductor import Conductor


class Basis:
    """Where files are, what time it is, what was chosen, answered and practised, and the one session.

    ``trying`` tells that the clock runs fast: nothing is heard, kept, or held awake.
    """

    def __init__(  # noqa: PLR0913 - what everything stands on
        self,
        *,
        places: Places,
        clock: Clock,
        kept: KeptSettings,
        outcome: KeptOutcome,
        practices: Practices,
        journal: KeptJournal,
        conductor: Conductor,
        trying: bool = False,
    ) -> None:
        self.places, self.clock, self.kept = places, clock, kept
        self.outcome, self.practices, self.journal = outcome, practices, journal
        self.conductor, self.trying = conductor, trying

    @cached_property
    def dress(self) -> Dress:
        """What the app wears, put on with the first thing that it paints itself: its window, or a tray's menu."""
        from legsup.app.dress import Dress  # noqa: PLC0415 - an idle tray paints nothing

        return Dress(self.kept)
