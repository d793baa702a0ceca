"""Joins the sound to the session, where there is sound; without it everything goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.domain.plan import Plan
    from legsup.domain.settings import Settings
    from legsup.services.conductor import Conductor
    from legsup.services.places import Places


class Sounding(QObject):
    """Prepares the sound when a practice begins and lets it follow the session."""

    def __init__(
        self, conductor: Conductor, settings: Callable[[], Settings], places: Places, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._settings = settings
        self._places = places

    def prepare(self, plan: Plan) -> None:
        """Make ready for a plan."""

    def take(self, settings: Settings) -> None:
        """Take up other volumes."""

    def close(self) -> None:
        """Let the sound go."""
